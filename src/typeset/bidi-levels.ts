import bidiFactory from 'bidi-js';

/** The package is CommonJS, and its types say that it is not. */
const bidi = (bidiFactory as unknown as () => ReturnType<typeof bidiFactory.default>)();

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Letters beyond U+FFFF that run right to left (Unicode, DerivedBidiClass: blocks from 10800 and 1E800). */
const isRightToLeft = (codePoint: number): boolean =>
  (codePoint >= 0x10800 && codePoint <= 0x10fff) || (codePoint >= 0x1e800 && codePoint <= 0x1efff);

/** bidi-js looks at UTF-16 units: a pair is handed to it as two units of the pair's own class. */
function asUnits(text: string): string {
  return text.replaceAll(/[\u{10000}-\u{10ffff}]/gu, (pair) => {
    if (isRightToLeft(pair.codePointAt(0) ?? 0)) return '\u05d0\u05d0';
    return /[\p{L}\p{N}]/u.test(pair) ? 'aa' : '\u2603\u2603';
  });
}

/** A stretch of a text that is set left to right as one piece, whatever stands around it. */
export interface Isolate {
  readonly start: number;
  readonly end: number;
}

/** Text that nothing turns round: Latin, Greek, Cyrillic, digits, common punctuation. */
const PLAIN = /^[\t\u0020-\u007e\u00a0-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

/**
 * The embedding level of each UTF-16 unit (UAX 9): even runs left to right, odd right to left.
 *
 * Isolates are wrapped in LRI and PDI for the algorithm alone: plain bidi draws "0800 555 0100" in
 * an Arabic sentence as "0100 555 0800", and a reader would dial it.
 */
export function bidiLevels(
  text: string,
  direction: 'ltr' | 'rtl',
  isolates: readonly Isolate[],
): Uint8Array {
  if (direction === 'ltr' && PLAIN.test(text)) return new Uint8Array(text.length);
  let wrapped = '';
  let from = 0;
  for (const { start, end } of isolates) {
    // A direction mark inside would close the isolate; none is ever drawn.
    const inner = text.slice(start, end).replaceAll(DIRECTION_MARKS, '\u200b');
    wrapped += text.slice(from, start) + LEFT_TO_RIGHT_ISOLATE + inner + POP_ISOLATE;
    from = end;
  }
  wrapped += text.slice(from);
  const { levels } = bidi.getEmbeddingLevels(asUnits(wrapped), direction);
  return unwrap(levels, text.length, isolates);
}

/** The levels of the text itself, without those of the marks round its isolates. */
function unwrap(levels: Uint8Array, length: number, isolates: readonly Isolate[]): Uint8Array {
  const out = new Uint8Array(length);
  let from = 0;
  let marks = 0;
  const take = (until: number) => {
    for (; from < until; from += 1) out[from] = levels[from + marks] ?? 0;
  };
  for (const { start, end } of isolates) {
    take(start);
    marks += 1;
    take(end);
    marks += 1;
  }
  take(length);
  return out;
}
