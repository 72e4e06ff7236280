import { unzipSync, zipSync } from 'fflate';

/** Most bytes that the parts of a workbook may unpack to. A million cells take about 60 MB. */
const UNPACKED_LIMIT = 128 * 1024 * 1024;

/** The parts that hold cells, texts and number formats; pictures and macros stay packed. */
const WANTED_PART = /^(\[Content_Types\]|_rels\/|xl\/).*\.(xml|rels)$|^\[Content_Types\]\.xml$/i;

/** How the old binary XLS begins, and a workbook with a password (MS-CFB 2.2). */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Why a workbook is not read: problem and fix. */
export interface WorkbookFault {
  readonly problem: string;
  readonly fix: string;
}

/** A workbook's parts, and the same parts in a plain ZIP that unpacks to no more than was counted. */
export interface UnpackedWorkbook {
  readonly sheets: readonly Uint8Array[];
  readonly plain: Uint8Array;
}

/**
 * Unpacks a workbook. A part is given the room that the file's own directory states and not a byte
 * more, so a file that lies about its sizes comes out short, and one that tells the truth is refused.
 */
export function unpackWorkbook(bytes: Uint8Array): UnpackedWorkbook | WorkbookFault {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) return OLD_OR_LOCKED;
  let unpacked = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!WANTED_PART.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= UNPACKED_LIMIT;
      },
    });
    if (unpacked > UNPACKED_LIMIT) return tooLarge(unpacked);
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'));
    if (sheets.length === 0) return NO_WORKBOOK;
    return { sheets: sheets.map(([, part]) => part), plain: zipSync(parts, { level: 0 }) };
  } catch {
    return NO_WORKBOOK;
  }
}

/** A file that is no workbook, or only the first half of one. */
export const NO_WORKBOOK: WorkbookFault = {
  problem: 'this is no whole XLSX workbook',
  fix: 'open it in the spreadsheet and save it again as XLSX, or as "CSV UTF-8"',
};

const OLD_OR_LOCKED: WorkbookFault = {
  problem: 'this is a workbook in the old XLS form, or one with a password',
  fix: 'take the password away and save it as XLSX, or as "CSV UTF-8"',
};

const tooLarge = (unpacked: number): WorkbookFault => ({
  problem: `the workbook has ${inMegabytes(unpacked)} MB unpacked; the limit is ${inMegabytes(UNPACKED_LIMIT)} MB`,
  fix: 'copy the rows of phones into a new workbook, without other sheets',
});

const inMegabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
