import { Zip, ZipDeflate } from 'fflate';
import { GrowingFile } from '../batch/growing-file.js';

/** Most files and bytes of a ZIP that every program opens: more needs ZIP64, which fflate does not write. */
export const ZIP_LIMITS = { files: 65_000, bytes: 4_200_000_000 } as const;

/**
 * A ZIP that grows file by file on the disk. The same files on the same day give the same bytes: every entry
 * has that day, and the hour in the middle of it, whatever the zone of the machine. Throws what the system says.
 */
export class ZipFile {
  readonly #file: GrowingFile;
  readonly #zip: Zip;
  readonly #mtime: Date;

  /** `day`: `YYYY-MM-DD`. */
  constructor(path: string, day: string) {
    const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
    // A ZIP has no zone: its times are those on the wall, and so is this one.
    this.#mtime = new Date(year, month - 1, date, 12);
    this.#file = new GrowingFile(path);
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#file.add(chunk);
    });
  }

  /** Deflated, since some readers take no stored entry of which they do not know the length beforehand. */
  add(name: string, pieces: Iterable<Uint8Array>): void {
    // PDFs are deflated inside: little is to be gained, so little time is spent.
    const level = name.endsWith('.pdf') ? 1 : 9;
    const entry = new ZipDeflate(name, { level });
    entry.mtime = this.#mtime;
    this.#zip.add(entry);
    for (const piece of pieces) entry.push(piece, false);
    entry.push(new Uint8Array(0), true);
  }

  finish(): { readonly bytes: number } {
    this.#zip.end();
    return this.#file.finish();
  }

  abandon(): void {
    this.#file.abandon();
  }
}
