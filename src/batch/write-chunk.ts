import type { Finding } from '../diagnostics/finding.js';
import type { OwnWords, StandingData } from '../pdf/standing-data.js';
import { StandingFile } from '../pdf/standing-file.js';
import { writeUnfinished } from './atomic-file.js';
import { type Standing, standingOf } from './holds-bytes.js';
import { LastFew } from './last-few.js';

/** Leaflets that a thread writes at a time, and what they are filled into. */
export interface Chunk {
  /** By the form's id. */
  readonly forms: Readonly<Record<string, StandingData>>;
  readonly leaflets: readonly LeafletToWrite[];
}

/** One leaflet, as a thread needs it: no font, no typesetter. */
export interface LeafletToWrite {
  readonly form: string;
  readonly words: OwnWords;
  readonly path: string;
  /** The path as the user would write it. */
  readonly shown: string;
  /** The hash that an earlier run listed for this file. */
  readonly earlier: string | undefined;
}

/** A leaflet that lies whole under its temporary name, unless it stands already or something stood in its way. */
export interface WrittenLeaflet {
  readonly sha256: string;
  readonly size: number;
  readonly standing: Standing;
  readonly faults: readonly Finding[];
}

/** Forms that are kept at hand: leaflets come form by form, and a chunk rarely holds more than two. */
export const FORMS_AT_HAND = 16;

/** Writes leaflets, and keeps the forms' files standing between one chunk and the next. */
export class ChunkWriter {
  readonly #standing = new LastFew<StandingFile>(FORMS_AT_HAND);

  write({ forms, leaflets }: Chunk): readonly WrittenLeaflet[] {
    return leaflets.map(({ form, words, path, shown, earlier }) => {
      const made = this.#fileOf(form, forms).fill(words);
      const standing = standingOf(path, made, earlier);
      const faults = standing === 'same' ? [] : writeUnfinished(path, made.parts, shown);
      return { sha256: made.sha256, size: made.size, standing, faults };
    });
  }

  #fileOf(form: string, forms: Chunk['forms']): StandingFile {
    return this.#standing.get(form, () => {
      const data = forms[form];
      if (!data) throw new Error(`form ${form} was not handed over with its leaflets`);
      return new StandingFile(data);
    });
  }
}
