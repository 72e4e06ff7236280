/** Bytes of an OpenType file's header and of one entry of its list of tables (OpenType 1.9, "Organization of an OpenType Font"). */
const HEADER = 12;
const ENTRY = 16;

/** One table of a font file, or undefined where it has none. */
export function sfntTable(font: Uint8Array, tag: string): Uint8Array | undefined {
  const view = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const count = view.readUInt16BE(4);
  for (let at = HEADER; at < HEADER + count * ENTRY; at += ENTRY) {
    if (view.toString('latin1', at, at + 4) !== tag) continue;
    const start = view.readUInt32BE(at + 8);
    return view.subarray(start, start + view.readUInt32BE(at + 12));
  }
  return undefined;
}
