import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProgramRun, runProgram } from '../../support/outside-program.js';

/** Runs a program on a file that stands on disk only while it runs. `args` gets the file's name and its folder. */
export function onFile<T>(bytes: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'safeleaf-'));
  try {
    const file = join(folder, 'leaflet.pdf');
    writeFileSync(file, bytes);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const runOn = (bytes: Uint8Array, name: string, args: readonly string[]): ProgramRun =>
  onFile(bytes, (file) =>
    runProgram(
      name,
      args.map((arg) => (arg === '@' ? file : arg)),
    ),
  );

/** The words as poppler takes them out, page by page in drawing order. */
export const pdfText = (bytes: Uint8Array): string =>
  runOn(bytes, 'pdftotext', ['-raw', '@', '-']).out;

/** What pdffonts says of each font. */
export interface FontLine {
  readonly name: string;
  readonly type: string;
  readonly embedded: string;
  readonly subset: string;
  readonly unicode: string;
}

export function describeFonts(bytes: Uint8Array): readonly FontLine[] {
  const lines = runOn(bytes, 'pdffonts', ['@']).out.split('\n').slice(2);
  return lines
    .map((line) => /^(\S+)\s+(CID .+?)\s+Identity-H\s+(\w+) (\w+) (\w+)/.exec(line))
    .filter((found) => found !== null)
    .map(([, name = '', type = '', embedded = '', subset = '', unicode = '']) => ({
      name,
      type,
      embedded,
      subset,
      unicode,
    }));
}
