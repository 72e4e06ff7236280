import { syllable } from 'syllable';
import { type Finding, finding } from '../diagnostics/finding.js';
import type { CopyDeck } from '../sources/copy-deck.js';
import { wordingsOf } from '../sources/wordings-of.js';
import { expansionsOf } from './expand-choices.js';
import { READING_BANDS } from './reading-bands.js';
import { type Sentence, sentencesOf } from './sentences-of.js';
import { unitPlace } from './unit-place.js';

/** Fewer whole sentences than this have no grade worth telling. Our choice. */
const FEWEST = 5;

/**
 * Whether an English deck is as easy as its readers need: its sentences, their average, the Flesch-Kincaid grade
 * (Kincaid and others, 1975: 0.39 words a sentence + 11.8 syllables a word − 15.59). The formulas are made for English
 * and are only a guide, so what they find is a warning; for other languages a native reader judges.
 */
export function checkReading(deck: CopyDeck): readonly Finding[] {
  if (!/^en\b/.test(deck.locale)) return [];
  const sentences = deck.units.flatMap(expansionsOf).flatMap(({ unit }) => sentencesOf(unit));
  return [
    ...deck.units
      .flatMap(wordingsOf)
      .flatMap(expansionsOf)
      .flatMap(({ unit }) => sentencesOf(unit))
      .flatMap((it) => checkSentence(it, deck)),
    ...checkAverages(
      sentences.filter(({ isWhole }) => isWhole),
      deck,
    ),
    ...checkAmount(sentences, deck),
  ];
}

function checkSentence(it: Sentence, { audience, locale }: CopyDeck): Finding[] {
  const { longestSentence } = READING_BANDS[audience];
  if (it.words.length <= longestSentence) return [];
  return [
    finding(
      'copy/reading-level',
      unitPlace(it.unit, it.at),
      `a sentence of "${it.unit.id}" has ${it.words.length} words; for ${readers(audience)} ${longestSentence} is the most`,
      'make two sentences of it, one idea in each',
      { locale, sentence: it.text },
    ),
  ];
}

const readers = (audience: CopyDeck['audience']): string =>
  ({ child: 'children of 8 to 11', teen: 'teenagers', parent: 'parents', staff: 'shop staff' })[
    audience
  ];

/** Words and syllables of some sentences as Flesch and Kincaid weigh them. */
function gradeOf(sentences: readonly Sentence[]): number {
  const words = sentences.flatMap((it) => it.words);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

function checkAverages(sentences: readonly Sentence[], deck: CopyDeck): Finding[] {
  if (sentences.length < FEWEST) return [];
  const { averageSentence, grade } = READING_BANDS[deck.audience];
  const average = sentences.reduce((sum, it) => sum + it.words.length, 0) / sentences.length;
  const found = gradeOf(sentences);
  const over = [
    ...(average > averageSentence
      ? [
          `sentences have ${average.toFixed(1)} words on average, and ${averageSentence} is the most`,
        ]
      : []),
    ...(found > grade
      ? [`the Flesch-Kincaid grade is ${found.toFixed(1)}, and ${grade} is the most`]
      : []),
  ];
  if (over.length === 0) return [];
  const hardest = sentences.reduce((most, it) => (gradeOf([it]) > gradeOf([most]) ? it : most));
  return [
    finding(
      'copy/reading-level',
      unitPlace(hardest.unit, hardest.at),
      `for ${readers(deck.audience)} the deck is hard to read: ${over.join('; ')}`,
      'start with this sentence, the hardest: shorter words, one idea a sentence',
      { locale: deck.locale, sentence: hardest.text },
    ),
  ];
}

/** Of wordings that stand in one place for different phones, a reader meets one: the longest counts. */
function checkAmount(sentences: readonly Sentence[], deck: CopyDeck): Finding[] {
  const most = READING_BANDS[deck.audience].words;
  if (most === undefined) return [];
  const byKey = new Map<string, number>();
  for (const { unit, words } of sentences)
    byKey.set(unit.key, (byKey.get(unit.key) ?? 0) + words.length);
  const byId = new Map<string, number>();
  for (const { id, key } of deck.units)
    byId.set(id, Math.max(byId.get(id) ?? 0, byKey.get(key) ?? 0));
  const words = [...byId.values()].reduce((sum, it) => sum + it, 0);
  if (words <= most) return [];
  return [
    finding(
      'copy/reading-level',
      { file: deck.file },
      `the deck has ${words} words; for ${readers(deck.audience)} ${most} is the most`,
      'cut words: a reader with too many of them reads none',
      { locale: deck.locale },
    ),
  ];
}
