import type { FindingCode } from '../diagnostics/codes.js';
import { type Checked, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { sha256Hex } from '../units/hash.js';
import type { World } from '../world.js';

/** Most bytes of a file that a person writes. Our choice: a deck of 500 sentences is 100 kB. */
const TEXT_FILE_LIMIT = 2 * 1024 * 1024;

/** What to report about a file. */
export interface FileCodes {
  readonly missing: FindingCode;
  readonly unreadable: FindingCode;
  /** What the file is, in a printer's words: `campaign`, `copy deck`. */
  readonly kind: string;
}

/** A file's bytes with their hash, or a finding that says why there are none. */
export function readFileBytes(
  world: World,
  path: string,
  codes: FileCodes,
  limit: number = TEXT_FILE_LIMIT,
): Checked<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const read = world.read(path, limit);
  const at = { file: path };
  const { kind } = codes;
  switch (read.kind) {
    case 'bytes':
      return { value: { bytes: read.bytes, sha256: sha256Hex(read.bytes) }, findings: [] };
    case 'missing':
      return none(
        finding(
          codes.missing,
          at,
          `there is no such ${kind}`,
          `add the file, or correct the name where it is asked for`,
        ),
      );
    case 'outside':
      return none(
        finding(
          'file/outside',
          at,
          `the path leads out of the workspace`,
          `copy the file into the workspace and name it from there`,
        ),
      );
    case 'too-large':
      return none(
        finding(
          'file/too-large',
          at,
          `the ${kind} has ${inMegabytes(read.size)} MB; the limit is ${inMegabytes(read.limit)} MB`,
          `look for text or pictures that came in by mistake, and take them out`,
        ),
      );
    case 'unreadable':
      return none(
        finding(
          codes.unreadable,
          at,
          `the ${kind} cannot be opened: ${read.why}`,
          `close it in other programs and see that you may read it`,
        ),
      );
  }
}

const none = (fault: ReturnType<typeof finding>) => ({ value: undefined, findings: [fault] });

const inMegabytes = (bytes: number): string => (Math.ceil(bytes / 104_857.6) / 10).toFixed(1);

/** A file's text, which must be UTF-8 without null characters; a byte order mark is dropped. */
export function readTextFile(
  world: World,
  path: string,
  codes: FileCodes,
): Checked<{ readonly text: string; readonly sha256: string }> {
  const { value, findings } = readFileBytes(world, path, codes);
  if (value === undefined) return { value: undefined, findings };
  const text = decodeUtf8(value.bytes);
  if (text === undefined)
    return none(
      finding(
        codes.unreadable,
        { file: path },
        `the ${codes.kind} is not saved as UTF-8`,
        'save it again with the encoding UTF-8',
      ),
    );
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    const line = text.slice(0, zero).split('\n').length;
    return none(
      finding(
        codes.unreadable,
        { file: path, line },
        `a null character stands in the ${codes.kind}, after ${quoted(text.slice(Math.max(0, zero - 20), zero))}`,
        'save it again as plain text with the encoding UTF-8',
      ),
    );
  }
  return { value: { text, sha256: value.sha256 }, findings: [] };
}

/** The text of UTF-8 bytes; nothing where they are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
