import { describe, expect, test } from 'vitest';
import { bidiLevels } from '../../src/typeset/bidi-levels.js';
import { visualOrder } from '../../src/typeset/visual-order.js';
import { linesOf, textOf } from './unicode/read-cases.js';

/** What one case of Unicode's says of a paragraph: levels (`x`: no level), and the order of what is left. */
interface Wanted {
  readonly levels: readonly string[];
  readonly order: readonly string[];
}

/** Whether our paragraph code gives a text those levels and that order; `text` in code points of one unit or two. */
function agrees(text: string, direction: 'ltr' | 'rtl', { levels, order }: Wanted): boolean {
  const found = bidiLevels(text, direction, []);
  const letters = Array.from(text);
  let unit = 0;
  const pieces: { readonly index: string; readonly level: number }[] = [];
  for (const [index, letter] of letters.entries()) {
    const level = found[unit] ?? -1;
    unit += letter.length;
    const wanted = levels[index];
    if (wanted === 'x') continue;
    if (String(level) !== wanted) return false;
    pieces.push({ index: String(index), level });
  }
  return visualOrder(pieces)
    .map(({ index }) => index)
    .every((index, at) => index === order[at]);
}

const words = (field: string): string[] => field.split(/\s+/).filter((it) => it !== '');

describe('Unicode’s own cases for text in two directions (UAX 9)', () => {
  test('every paragraph of BidiCharacterTest has the levels and the order that it should', () => {
    let passed = 0;
    const failed: string[] = [];
    for (const line of linesOf('BidiCharacterTest')) {
      const [codePoints = '', , resolved = '', levels = '', order = ''] = line.split(';');
      // Our paragraphs always say their direction; where a case leaves it open, it is run in the one it resolves to.
      const direction = resolved.trim() === '1' ? 'rtl' : 'ltr';
      const wanted = { levels: words(levels), order: words(order) };
      if (agrees(textOf(codePoints), direction, wanted)) passed += 1;
      else failed.push(line);
    }
    console.log(`BidiCharacterTest: ${passed} passed, ${failed.length} failed`);
    expect(failed).toEqual([]);
    expect(passed).toBe(91_707);
  });

  /** A character of each class, from the Unicode Character Database. */
  const ONE_OF: Readonly<Record<string, string>> = {
    L: 'a',
    R: '\u05d0',
    AL: '\u0627',
    EN: '1',
    ES: '+',
    ET: '$',
    AN: '\u0661',
    CS: ',',
    B: '\u2029',
    S: '\t',
    WS: ' ',
    ON: '!',
    NSM: '\u0300',
    BN: '\u00ad',
    LRE: '\u202a',
    LRO: '\u202d',
    RLE: '\u202b',
    RLO: '\u202e',
    PDF: '\u202c',
    LRI: '\u2066',
    RLI: '\u2067',
    FSI: '\u2068',
    PDI: '\u2069',
  };

  test('every paragraph of BidiTest that says its direction, too', () => {
    let passed = 0;
    const failed: string[] = [];
    let wanted: Wanted = { levels: [], order: [] };
    for (const line of linesOf('BidiTest')) {
      const [head = '', tail = ''] = line.split(':');
      if (head === '@Levels') wanted = { ...wanted, levels: words(tail) };
      else if (head === '@Reorder') wanted = { ...wanted, order: words(tail) };
      if (line.startsWith('@')) continue;
      const [classes = '', directions = ''] = line.split(';');
      const text = words(classes)
        .map((it) => ONE_OF[it] ?? '')
        .join('');
      for (const [bit, direction] of [
        [2, 'ltr'],
        [4, 'rtl'],
      ] as const) {
        if ((Number(directions) & bit) === 0) continue;
        if (agrees(text, direction, wanted)) passed += 1;
        else failed.push(`${classes} ${direction}`);
      }
    }
    console.log(`BidiTest: ${passed} passed, ${failed.length} failed`);
    expect(failed.slice(0, 20)).toEqual([]);
    expect(passed).toBeGreaterThan(500_000);
  });
});
