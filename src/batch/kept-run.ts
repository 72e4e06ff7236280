import type { ListedFile } from './remove-stale.js';

/** What the cache keeps apart from each other. */
export const KIND = {
  /** A whole file, by its hash. */
  file: 'file',
  /** What all files of a form begin with. */
  standing: 'standing file',
  /** What each of many leaflets says on its own. */
  words: 'own words',
} as const;

/** Leaflets whose words are kept together. Our choice: about a megabyte. */
export const WORDS_TOGETHER = 1000;

/** A file of a run, and what it can be made from again; without that it can only be known again. */
export interface KeptFile extends ListedFile {
  /** Whether a run tells of it why it was written. */
  readonly isTold: boolean;
  readonly from?: 'file' | FromWords | undefined;
}

/** A leaflet's file is its form's, filled with the words of its own. */
interface FromWords {
  /** Index of its form in `standings`. */
  readonly form: number;
  /** Place of its words in all that `words` hold together. */
  readonly at: number;
}

/** What a run left in one of its folders, as the cache keeps it: names and hashes, and keys of what files are made from. */
export interface KeptEdition {
  readonly draft: boolean;
  readonly edition: 'print' | 'reader';
  /** The last of them speaks of all others: the manifest. */
  readonly files: readonly KeptFile[];
  readonly standings: readonly string[];
  readonly words: readonly string[];
}
