/** A word with a mark wherever it may part. */
type Hyphenate = (word: string, mark: string) => string;

/** Letters of the shortest word that is parted. Our choice: a reader gains nothing from two short halves. */
export const SHORTEST_WORD = 6;

/**
 * Patterns by language (Liang's, as TeX has them). Not here: languages without patterns (gd, so), scripts that are not parted
 * with a hyphen (Arabic, Chinese), and those of India, whose readers do not expect it in a leaflet.
 */
const PATTERNS = {
  cy: () => import('hyphen/cy/index.js'),
  en: () => import('hyphen/en-gb/index.js'),
  es: () => import('hyphen/es/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  ga: () => import('hyphen/ga/index.js'),
  lt: () => import('hyphen/lt/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  pt: () => import('hyphen/pt/index.js'),
  ro: () => import('hyphen/ro/index.js'),
  tr: () => import('hyphen/tr/index.js'),
  uk: () => import('hyphen/uk/index.js'),
} as const;

type Language = keyof typeof PATTERNS;

const loaded = new Map<Language, Hyphenate>();

const languageOf = (tag: string): Language | undefined => {
  const language = tag.split('-')[0] ?? '';
  return Object.hasOwn(PATTERNS, language) ? (language as Language) : undefined;
};

/** Reads the patterns of some locales (BCP 47), before a paragraph with `hyphens` is set. Once a process each. */
export async function loadHyphenation(tags: readonly string[]): Promise<void> {
  const languages = new Set(tags.flatMap((tag) => languageOf(tag) ?? []));
  for (const language of languages) {
    if (loaded.has(language)) continue;
    const { default: patterns } = await PATTERNS[language]();
    loaded.set(language, (word, mark) =>
      patterns.hyphenateSync(word, { hyphenChar: mark, minWordLength: SHORTEST_WORD }),
    );
  }
}

/**
 * How words of a locale are parted; nothing for a language that is not.
 *
 * @throws Error when `loadHyphenation` was not awaited before: our own fault, never a user's
 */
export function hyphenation(tag: string): Hyphenate | undefined {
  const language = languageOf(tag);
  if (language === undefined) return undefined;
  const hyphenate = loaded.get(language);
  if (hyphenate === undefined)
    throw new Error('words are parted before loadHyphenation() was awaited');
  return hyphenate;
}
