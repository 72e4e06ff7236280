import type { InlineRun } from '../compose/blocks.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { SetParagraph } from '../typeset/set-paragraph.js';
import { contactLink, type ReadingLink } from './contact-link.js';
import { wordRuns } from './word-runs.js';

/** Words in a row that are one to a reader: in one language, and leading to one place or none. */
export interface ReadingSpan {
  /** Which word of which line, in reading order. */
  readonly words: readonly { readonly line: number; readonly word: number }[];
  readonly link: ReadingLink | undefined;
  /** BCP 47, where it is not the paragraph's own. */
  readonly lang: string | undefined;
}

/** What the words of a leaflet are read with. */
export interface ReadingContext {
  readonly register: ContactRegister;
  /** The language of names at the place of sale, BCP 47. */
  readonly market: string;
  /** ISO 15924, of the leaflet's own language. */
  readonly script: string;
}

/** A paragraph's words by language and link. */
export function readingSpans(text: SetParagraph, context: ReadingContext): readonly ReadingSpan[] {
  const spans: {
    run: InlineRun | undefined;
    span: ReadingSpan;
    words: ReadingSpan['words'][number][];
  }[] = [];
  for (const { line, word, runs } of wordRuns(text)) {
    const run = runs.find((it) => linkOf(it, context));
    const link = run && linkOf(run, context);
    const lang = langOf(run ?? runs[0], text.paragraph.lang, context);
    const last = spans.at(-1);
    if (last && last.run === run && last.span.lang === lang) last.words.push({ line, word });
    else {
      const words = [{ line, word }];
      spans.push({ run, words, span: { words, link, lang } });
    }
  }
  return spans.map(({ span }) => span);
}

/** Where a run of copy leads: only a field of the register leads anywhere. */
export function linkOf(
  { origin }: InlineRun,
  { register }: ReadingContext,
): ReadingLink | undefined {
  return origin.kind === 'contact' ? contactLink(register, origin.ref) : undefined;
}

/** Names that stand in the words of the place of sale, whatever the leaflet's language. */
const NAMES = /^(?:brand\.|approval\.by$)/;

/** Copy in Latin letters where the language has a script of its own: names, as the phone shows them. */
const isForeign = ({ isolate, text }: InlineRun, script: string): boolean =>
  isolate && script !== 'Latn' && /\p{Script=Latin}/u.test(text);

/** The language of a run, where it is not the paragraph's own. */
export function langOf(
  run: InlineRun | undefined,
  own: string,
  { market, script }: ReadingContext,
): string | undefined {
  if (run === undefined || languageOf(own) === languageOf(market)) return undefined;
  const { origin } = run;
  const isName =
    (origin.kind === 'contact' && /\.name$|^[A-Z]+\.law\./.test(origin.ref)) ||
    (origin.kind === 'field' && NAMES.test(origin.path));
  return isName || isForeign(run, script) ? market : undefined;
}

const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** The language that names at a place of sale are in, as Unicode's data has it: `en-GB` for GB. */
export const marketLanguage = (country: string): string =>
  `${new Intl.Locale('und', { region: country }).maximize().language}-${country}`;
