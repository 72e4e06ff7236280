import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';

/** Length of the header of an ICC profile in bytes (ICC.1:2010, 7.2). */
const HEADER = 128;

/** The newest profile that PDF/X-4 takes. */
const NEWEST_MAJOR = 4;

const FIX = 'ask your printer for the CMYK output profile (.icc) of the press';

/** What a press file asks of its ICC profile, read from the header (ICC.1:2010, 7.2). */
export function checkIcc(bytes: Uint8Array, file: string): Finding[] {
  const fault = (problem: string, fix = FIX) => finding('press/icc', { file }, problem, fix);
  if (bytes.length < HEADER || signature(bytes, 36) !== 'acsp')
    return [fault(`the file is no ICC profile: it has ${bytes.length} bytes and no "acsp" at 36`)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(0);
  const findings: Finding[] = [];
  if (size !== bytes.length)
    findings.push(
      fault(
        `the profile says it has ${size} bytes, and the file has ${bytes.length}`,
        'copy the profile again: it was cut off or changed',
      ),
    );
  const [major, kind, space] = [view.getUint8(8), signature(bytes, 12), signature(bytes, 16)];
  if (major > NEWEST_MAJOR)
    findings.push(fault(`the profile is of ICC version ${major}`, `${FIX}, of version 2 or 4`));
  if (kind !== 'prtr')
    findings.push(fault(`the profile is of class ${quoted(kind)}, not "prtr" (output)`));
  if (space !== 'CMYK')
    findings.push(fault(`the profile is for ${quoted(space.trim())}, not for CMYK`));
  return findings;
}

const signature = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));
