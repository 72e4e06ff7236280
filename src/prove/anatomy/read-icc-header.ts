/** What an ICC profile's header says (ICC.1, 7.2). */
export interface IccHeader {
  /** The major version. */
  readonly version: number;
  /** Four letters: `prtr`, `mntr`, `scnr` … */
  readonly deviceClass: string;
  /** Four letters: `CMYK`, `RGB `, `GRAY` … */
  readonly colourSpace: string;
}

const HEADER_BYTES = 128;

/** Reads an ICC profile's header; undefined where the bytes are none. */
export function readIccHeader(bytes: Uint8Array | undefined): IccHeader | undefined {
  if (bytes === undefined || bytes.length < HEADER_BYTES) return undefined;
  const text = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (text(36) !== 'acsp') return undefined;
  return { version: bytes[8] ?? 0, deviceClass: text(12), colourSpace: text(16) };
}
