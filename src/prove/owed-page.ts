import type { HeardLink } from '../layout/laid-out.js';
import type { SideRecord } from './leaflet-record.js';

/** What a page of the reader edition must say: in its tags, and beside them. */
export interface OwedPage {
  readonly name: string;
  readonly words: readonly string[];
  readonly links: readonly HeardLink[];
  readonly pictures: readonly string[];
  /** What stands on the page for the eye alone. */
  readonly unheard: readonly string[];
}

/**
 * What is owed of a page: its panel's words with this leaflet's values among them. The tool's own notice is
 * heard on the first page, and seen on all.
 */
export function owedPage(side: SideRecord, words: readonly string[], isFirst: boolean): OwedPage {
  const { name, slots, notices, heard } = side;
  const { slotsAfter, links, pictures } = heard ?? { slotsAfter: [], links: [], pictures: [] };
  const notice = notices.flatMap((it) => it.words);
  const said = [...words, undefined].flatMap((word, at) => [
    ...slotsAfter.flatMap((after, slot) => (after === at ? (slots[slot]?.words ?? []) : [])),
    ...(word === undefined ? [] : [word]),
  ]);
  const heardWords = isFirst ? [...notice, ...said] : said;
  return { name, words: heardWords, links, pictures, unheard: isFirst ? [] : notice };
}
