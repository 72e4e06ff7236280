import type { Store } from '../cache/store.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';
import type { PressProfile } from '../sources/press-profile.js';
import type { OwnWords, StandingData } from './standing-data.js';

/** What all files of a run share beside their panels. */
export interface PressJob {
  readonly forms: readonly LaidOutForm[];
  /** Every leaflet that will be written: fonts are subset once, to the union of their glyphs. */
  readonly leaflets: readonly Leaflet[];
  readonly profile: PressProfile;
  /** `YYYY-MM-DD`: the date of preparation in every file's metadata. */
  readonly prepared: string;
  readonly title: string;
  readonly toolVersion: string;
  /** What earlier runs drew and subset of the very same; absent: all is made anew. */
  readonly store?: Store | undefined;
}

/** Where a record's value was drawn, for the proof. Lengths in mm. */
export interface DrawnSlot {
  readonly side: string;
  readonly panel: string;
  readonly field: string;
  readonly value: string;
  readonly width: number;
  readonly boxWidth: number;
}

/** One finished file. */
export interface PressFile {
  /** The file in parts that lie behind each other; most are shared with other files. */
  readonly parts: readonly Uint8Array[];
  readonly size: number;
  readonly sha256: string;
  /** All parts put together anew at each asking: for readers, not for writing. */
  readonly bytes: Uint8Array;
  readonly slots: readonly DrawnSlot[];
}

/** A file of many leaflets, handed over piece by piece. */
interface PressRecords {
  /** What the file begins with. */
  readonly start: readonly Uint8Array[];
  /** The next leaflet; its text is Latin-1, a character a byte. */
  add(leaflet: Leaflet): { readonly text: string; readonly slots: readonly DrawnSlot[] };
  /** What stands behind the last leaflet; asked once. */
  end(): Iterable<string>;
  /** What would stand there if no leaflet came behind those added so far; asked at any time. */
  endSoFar(): Iterable<string>;
}

/** What only one leaflet says, and what of it was drawn in slots. */
export interface OwnPart {
  readonly words: OwnWords;
  readonly slots: readonly DrawnSlot[];
}

/** A press whose files other threads can write: `write` gives the bytes of `own` filled into `standing`. */
export interface PressType {
  standing(leaflet: Leaflet): StandingData;
  own(leaflet: Leaflet): OwnPart;
}

/** Static panels drawn and compressed, fonts subset: what is left per leaflet is its own few words. */
export interface Press {
  write(leaflet: Leaflet): PressFile;
  /** Absent where each file is drawn as a whole. */
  readonly type?: PressType | undefined;
  /** One file for all these leaflets, to be added in this order. */
  records(leaflets: readonly Leaflet[], title: string): PressRecords;
}
