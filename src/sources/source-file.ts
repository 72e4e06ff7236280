import type { Place } from '../diagnostics/finding.js';

/** Where the value at a path of keys stands in its file. */
export type Locate = (path: readonly (string | number)[]) => Place;

/** What every source keeps of the file that it was read from. */
export interface FromFile {
  /** The path from the workspace root, `/` between folders, as findings print it. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hex: the manifest lists it. */
  readonly sha256: string;
  readonly locate: Locate;
}
