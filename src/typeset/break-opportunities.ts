import LineBreaker from 'linebreak';
import type { Isolate } from './bidi-levels.js';

/** Where a line may end. Indices into the text: the next line begins there. */
export interface Opportunities {
  /** In order; the last is the end of the text. */
  readonly usual: readonly number[];
  /** Inside names, addresses and Korean words that are wider than a line; used only for those. */
  readonly lastResort: readonly number[];
}

/** Scripts that put no space between words: their words come from a dictionary (UAX 14, class SA). */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/**
 * After these an address or a name may part, if it must. Never after a hyphen: a reader could not
 * tell whether it belongs to the address. Our choice.
 */
const PARTS_ADDRESS = /[/. ]/;

const LETTER = /\p{L}/u;

/** Between two Korean syllables. Korean parts its words with spaces, and a leaflet keeps them whole (UAX 14, 8: the style of words). */
const INSIDE_KOREAN_WORD = /(?<=\p{Script=Hangul}\p{M}*)(?=\p{Script=Hangul})/gu;

/**
 * Full-width opening brackets (UAX 14, class OP; East Asian Width W, F or H). A line may end between a Latin word
 * or a number and one of them since Unicode 13 (LB30); the package knows the rule before that.
 */
const WIDE_OPENING =
  /(?<=[\p{L}\p{N}]\p{M}*)[\u2329\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff08\uff3b\uff5b\uff5f\uff62]/gu;

/** A skin tone belongs also to a picture that Unicode keeps for later (LB30b). */
const SKIN_TONE = /(?<=(?=\p{Extended_Pictographic})\p{Unassigned})\p{Emoji_Modifier}/gu;

/** The places where a text may be broken into lines (UAX 14), never inside an isolate. */
export function breakOpportunities(
  text: string,
  lang: string,
  isolates: readonly Isolate[],
): Opportunities {
  const places = new Set<number>(unspacedBreaks(text, lang));
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak())
    places.add(next.position);
  for (const { index } of text.matchAll(WIDE_OPENING)) places.add(index);
  for (const { index } of text.matchAll(SKIN_TONE)) places.delete(index);
  const korean = /^ko\b/.test(lang) ? insideKoreanWords(text, places) : [];
  for (const at of korean) places.delete(at);
  places.add(text.length);
  const inside = (at: number) => isolates.some(({ start, end }) => at > start && at < end);
  const usual = [...places].filter((at) => at > 0 && !inside(at)).sort((a, b) => a - b);
  const lastResort = isolates.flatMap((isolate) => addressBreaks(text, isolate));
  const parted = korean.filter((at) => !inside(at));
  return { usual, lastResort: [...lastResort, ...parted].sort((a, b) => a - b) };
}

const insideKoreanWords = (text: string, places: ReadonlySet<number>): number[] =>
  Array.from(text.matchAll(INSIDE_KOREAN_WORD), ({ index }) => index).filter((at) =>
    places.has(at),
  );

/** A number is never parted; an address or a name may be, where it has a joint. */
function addressBreaks(text: string, { start, end }: Isolate): number[] {
  const places: number[] = [];
  if (!LETTER.test(text.slice(start, end))) return places;
  for (let at = start + 1; at < end; at += 1)
    if (PARTS_ADDRESS.test(text[at - 1] ?? '') && !PARTS_ADDRESS.test(text[at] ?? ''))
      places.push(at);
  return places;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, known);
  return known;
}

/** Thai, Lao, Khmer and Burmese words, by the dictionary that Node carries; never before their punctuation. */
function unspacedBreaks(text: string, lang: string): number[] {
  const places: number[] = [];
  for (const stretch of text.matchAll(UNSPACED))
    for (const word of segmenterFor(lang).segment(stretch[0]))
      if (word.index > 0 && word.isWordLike) places.push(stretch.index + word.index);
  return places;
}
