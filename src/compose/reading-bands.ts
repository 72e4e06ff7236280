import type { CopyDeck } from '../sources/copy-deck.js';

/** How hard the words for an audience may be. */
interface ReadingBand {
  /** In words. */
  readonly averageSentence: number;
  readonly longestSentence: number;
  /** Flesch-Kincaid, in years of an American school: 5 is about ten years of age. */
  readonly grade: number;
  /** All words that one reader may meet, where the band has a limit. */
  readonly words?: number | undefined;
}

/**
 * Children 8 to 11, teenagers 12 to 15, parents, staff. After GOV.UK and the NHS (reading age 9 to 11) and the Plain
 * English Campaign (15 to 20 words a sentence); for children easy read (10 to 15 words, one idea a sentence). The
 * longest sentence for staff is the parents': none is given.
 */
export const READING_BANDS: Readonly<Record<CopyDeck['audience'], ReadingBand>> = {
  child: { averageSentence: 10, longestSentence: 14, grade: 3, words: 120 },
  teen: { averageSentence: 12, longestSentence: 20, grade: 5, words: 250 },
  parent: { averageSentence: 15, longestSentence: 25, grade: 6 },
  staff: { averageSentence: 15, longestSentence: 25, grade: 6 },
};
