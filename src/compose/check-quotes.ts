import { type Finding, finding } from '../diagnostics/finding.js';
import type { Unit } from '../sources/copy-deck.js';
import { type CopySpan, parseCopy } from './parse-copy.js';
import { quotationMarks } from './quotation-marks.js';
import { unitPlace } from './unit-place.js';

/** Stands for a reference where marks are looked for: a word that holds none. */
const REFERENCE = '\uFFFC';

const MARKS = /["'“”„‟«»‹›‘’‚‛「」『』《》]/g;

/** A mark that is an apostrophe: it stands in a word, or at the end of one with nothing open. */
const APOSTROPHE = '’';

const WORD = /[\p{L}\p{M}\p{N}\uFFFC]/u;

const NO_BREAK = /[\u00a0\u202f]/;

/** French: a sign that stands away from its word, where it stands at it or may leave it; not in 10:30. */
const HIGH_SIGN = /(?<=[\p{L}\p{N})»\uFFFC]) ?[:;!?]+(?!\p{N})/gu;

/** What is named where a language's own marks are not known. */
const ANY_PAIR = [['“', '”']] as const;

/** What is wrong with a mark, by its place in a paragraph. */
interface Fault {
  readonly at: number;
  readonly mark: string;
  readonly fix: string;
}

/** Quotation marks, apostrophes and the spaces about them that are not how the language of a deck writes them. */
export function checkQuotes(unit: Unit, tag: string): readonly Finding[] {
  return parseCopy(unit.text)
    .blocks.flatMap(({ items }) => items)
    .flatMap((spans) => {
      const text = spans.map((it) => (it.kind === 'text' ? it.text : REFERENCE)).join('');
      const faults = [...faultyMarks(text, tag), ...faultySpaces(text, tag)];
      return faults.map(({ at, mark, fix }) =>
        finding(
          'copy/quotes',
          unitPlace(unit, placeIn(spans, at)),
          `"${unit.id}" has ${shown(mark)} in "${aroundOf(text, at)}"`,
          fix,
          { locale: tag, sentence: text.replaceAll(REFERENCE, '…') },
        ),
      );
    });
}

const shown = (mark: string): string =>
  mark.trim() === mark && mark.length === 1 ? `the mark ${mark}` : `"${mark}"`;

/** Where a character of a paragraph stands in its unit's text. */
function placeIn(spans: readonly CopySpan[], at: number): number {
  let before = 0;
  for (const span of spans) {
    const length = span.kind === 'text' ? span.text.length : REFERENCE.length;
    if (at < before + length) return span.kind === 'text' ? span.at + at - before : span.at;
    before += length;
  }
  return spans[0]?.at ?? 0;
}

/** The words about a mark, so that it is found. */
const aroundOf = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 12), at + 13)
    .replaceAll(REFERENCE, '…')
    .trim();

function faultyMarks(text: string, tag: string): Fault[] {
  const marks = quotationMarks(tag);
  const usual = (marks?.pairs ?? ANY_PAIR).map(([open, close]) =>
    marks?.spaced ? `${open} … ${close} with no-break spaces` : `${open}…${close}`,
  );
  const fix = `write ${usual.join(' or ')} round words that are quoted`;
  const faults: Fault[] = [];
  const opened: { at: number; mark: string; close: string }[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    const inWord = WORD.test(text[at - 1] ?? '') && WORD.test(text[at + 1] ?? '');
    if (mark === "'" && WORD.test(text[at - 1] ?? ''))
      faults.push({ at, mark, fix: 'write ’ for an apostrophe' });
    else if (mark === '"' || mark === "'") faults.push({ at, mark, fix });
    if (mark === '"' || mark === "'" || marks === undefined) continue;
    if (mark === APOSTROPHE && inWord) continue;
    const pair = marks.pairs.find(([first]) => first === mark);
    if (opened.at(-1)?.close === mark) opened.pop();
    else if (pair !== undefined) opened.push({ at, mark, close: pair[1] });
    else if (mark !== APOSTROPHE) faults.push({ at, mark, fix });
  }
  return [...faults, ...opened.map(({ at, mark, close: wanted }) => unclosed(at, mark, wanted))];
}

const unclosed = (at: number, mark: string, wanted: string): Fault => ({
  at,
  mark,
  fix: `write ${wanted} after the last word that is quoted`,
});

/** French: what stands inside « » and before : ; ! ? is a space that holds its line together. */
function faultySpaces(text: string, tag: string): Fault[] {
  if (!quotationMarks(tag)?.spaced) return [];
  const fix = 'write a no-break space (U+00A0 or U+202F) there: inside « », before : ; ! ?';
  const faults: Fault[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/[«»]/g))
    if (!NO_BREAK.test(text[mark === '«' ? at + 1 : at - 1] ?? '')) faults.push({ at, mark, fix });
  for (const { 0: mark, index: at } of text.matchAll(HIGH_SIGN)) faults.push({ at, mark, fix });
  return faults;
}
