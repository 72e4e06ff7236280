/** An opening and a closing mark. */
type Pair = readonly [open: string, close: string];

/** How a language quotes: the first pair is the one that findings name. */
interface QuotationMarks {
  readonly pairs: readonly Pair[];
  /** French sets no-break spaces inside « » and before : ; ! ? */
  readonly spaced: boolean;
}

const ENGLISH: readonly Pair[] = [
  ['“', '”'],
  ['‘', '’'],
];

/** Pairs side by side, such as `„” «»`. */
const pairs = (written: string): readonly Pair[] =>
  written.split(' ').map((it) => [it[0] ?? '', it[1] ?? '']);

/**
 * The marks that each language takes, the usual ones first and then those inside them.
 *
 * CLDR 48, delimiters.json. Beside it: Spanish and European Portuguese « » as their academies and printers have it
 * (RAE, Ortografía 2010; CLDR's pt-PT); Arabic « » and Urdu “ ”, printer's habit.
 */
const BY_LANGUAGE: Readonly<Record<string, readonly Pair[]>> = {
  en: ENGLISH,
  cy: ENGLISH,
  gd: ENGLISH,
  ga: ENGLISH,
  pl: pairs('„” «» ‚’'),
  ro: pairs('„” «»'),
  pt: pairs('«» “” ‘’'),
  es: pairs('«» “” ‘’'),
  fr: pairs('«»'),
  uk: pairs('«» „“'),
  lt: pairs('„“ ‚‘'),
  tr: ENGLISH,
  ar: pairs('”“ ’‘ «»'),
  ur: pairs('”“ ’‘ “” ‘’'),
  pa: ENGLISH,
  bn: ENGLISH,
  gu: ENGLISH,
  ta: ENGLISH,
  zh: pairs('“” ‘’ 《》 「」 『』'),
  so: ENGLISH,
};

/** The quotation marks of a locale (BCP 47); nothing for a language that is not in the list. */
export function quotationMarks(tag: string): QuotationMarks | undefined {
  const language = tag.split('-')[0] ?? '';
  const known = Object.hasOwn(BY_LANGUAGE, language) ? BY_LANGUAGE[language] : undefined;
  return known && { pairs: known, spaced: language === 'fr' };
}
