import type { HeardLink, LaidOutForm, LaidOutPanel } from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';
import { expectedWords } from './expected-words.js';
import {
  describeForm,
  type FormRecord,
  type LeafletRecord,
  ownValues,
  type SideRecord,
} from './leaflet-record.js';
import { filledSides } from './record-of.js';

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
function owedPage(side: SideRecord, words: readonly string[], isFirst: boolean): OwedPage {
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

const described = new WeakMap<LaidOutForm, FormRecord>();
const panelWords = new WeakMap<LaidOutPanel, readonly string[]>();

/** What is owed of a leaflet's pages, from its layout. */
export function owedPages(form: LaidOutForm, leaflet: Leaflet): readonly OwedPage[] {
  const shows = described.get(form) ?? describeForm(form);
  described.set(form, shows);
  const sides = filledSides(shows, ownValues(leaflet, form)) ?? [];
  return sides.map((side, index) => {
    const panels = form.sides[index]?.panels ?? [];
    return owedPage(
      side,
      panels.flatMap(({ panel }) => wordsOf(panel)),
      index === 0,
    );
  });
}

function wordsOf(panel: LaidOutPanel): readonly string[] {
  const known = panelWords.get(panel) ?? expectedWords(panel.items).map(({ text }) => text);
  panelWords.set(panel, known);
  return known;
}

/** The same from a manifest. */
export const recordedPages = ({ sides, shows }: LeafletRecord): readonly OwedPage[] =>
  sides.map((side, index) => {
    const words = side.panels.flatMap(({ key }) => shows[key]?.words ?? []);
    return owedPage(side, words, index === 0);
  });
