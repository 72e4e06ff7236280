import { readFileSync } from 'node:fs';

/** A paragraph of each script, the one that test/conformance shapes against HarfBuzz's own program. */
export const PANELS = JSON.parse(
  readFileSync(new URL('../test/conformance/paragraphs.json', import.meta.url), 'utf8'),
);

const WORDS = 120;

/** The paragraph over and over until it has 120 words, begun at its nth word so that no two panels are alike. */
export function panelWords({ lang, text }, nth = 0) {
  const spaced = /\s/.test(text.slice(0, 30)) && !/^(?:th|km|lo|my)/.test(lang);
  const parts = Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(text));
  const words = spaced ? text.split(' ').map((it) => `${it} `) : joined(parts);
  const chosen = Array.from({ length: WORDS }, (_, at) => words[(nth + at) % words.length]);
  return { words: chosen.length, text: chosen.join('').trimEnd() };
}

/** Words of a script without spaces, each with the punctuation that follows it. */
function joined(parts) {
  const words = [];
  for (const { segment, isWordLike } of parts)
    if (isWordLike || words.length === 0) words.push(segment);
    else words[words.length - 1] += segment;
  return words;
}
