import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type { LeafletEntry, OneFileEntry } from './manifest.js';

/** A finished file, as the manifest will list it: of one leaflet or of many. */
export type JournalLine = LeafletEntry | OneFileEntry;

/** The journal is handed to the disk itself at most this often, milliseconds: a cut of power loses that much of it. */
const SYNC_EVERY = 1000;

/**
 * What a run has finished, a line a file, beside its manifest until that is written. A run that is killed
 * leaves it behind; the next one knows by it which files are ours, and judges each by its bytes. Throws what the system says.
 */
export class Journal {
  readonly #path: string;
  readonly #file: number;
  #syncedAt = performance.now();

  /** Begins anew: what an earlier journal said stands in the manifest by now. */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w');
  }

  add(line: JournalLine): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
    const now = performance.now();
    if (now - this.#syncedAt < SYNC_EVERY) return;
    fdatasyncSync(this.#file);
    this.#syncedAt = now;
  }

  /** Ends the journal; it stays where no manifest says what it says. */
  close(isInManifest: boolean): void {
    closeSync(this.#file);
    if (isInManifest) rmSync(this.#path, { force: true });
  }
}

/** What a killed run had finished; a line that was torn is as if it had not been written. */
export function readJournal(path: string): readonly JournalLine[] {
  try {
    return readFileSync(path, 'utf8').split('\n').flatMap(lineOf);
  } catch {
    return [];
  }
}

function lineOf(text: string): readonly JournalLine[] {
  try {
    const line = JSON.parse(text) as JournalLine;
    return typeof line.file === 'string' && typeof line.sha256 === 'string' ? [line] : [];
  } catch {
    return [];
  }
}
