import { describe, expect, test } from 'vitest';
import { bidiLevels } from '../../src/typeset/bidi-levels.js';
import { visualOrder } from '../../src/typeset/visual-order.js';

/** What a reader sees from left to right. */
function shown(text: string, direction: 'ltr' | 'rtl', isolated: readonly string[] = []): string {
  const isolates = isolated.map((part) => {
    const start = text.indexOf(part);
    return { start, end: start + part.length };
  });
  const levels = bidiLevels(text, direction, isolates);
  const letters = Array.from(text, (letter, at) => ({ letter, level: levels[at] ?? 0 }));
  return visualOrder(letters)
    .map(({ letter }) => letter)
    .join('');
}

describe('the order in which a reader sees a line', () => {
  test('English runs left to right', () => {
    expect(shown('Call 0800 1111 now', 'ltr')).toBe('Call 0800 1111 now');
  });

  test('plain bidi would turn the groups of a number round in an Arabic sentence', () => {
    // This is the fault that isolation is there for: were it gone, we would not need to isolate.
    expect(shown('اتصل 0808 157 0123 الآن', 'rtl')).toContain('0123 157 0808');
  });

  test('an isolated number keeps its groups in the order in which they are dialled', () => {
    const number = '0808 157 0123';
    expect(shown(`اتصل ${number} الآن`, 'rtl', [number])).toContain(number);
    expect(shown(`כתבו אל ${number}.`, 'rtl', [number])).toBe(`.${number} לא ובתכ`);
  });

  test('an isolated address keeps its parts in order, and two isolates keep theirs', () => {
    const text = 'پر www.example.org/help یا 020 7946 0000۔';
    const both = shown(text, 'rtl', ['www.example.org/help', '020 7946 0000']);
    expect(both.indexOf('020 7946 0000')).toBeGreaterThan(0);
    expect(both.indexOf('www.example.org/help')).toBeGreaterThan(both.indexOf('020 7946 0000'));
  });

  test('an Arabic name in an English sentence runs right to left', () => {
    expect(shown('The שלום house', 'ltr')).toBe('The םולש house');
  });

  test('a direction mark inside an isolate cannot break out of it', () => {
    const number = '0808\u2069\u202e157';
    const levels = bidiLevels(`אב ${number} גד`, 'rtl', [{ start: 3, end: 3 + number.length }]);
    expect([...levels.slice(3, 7)]).toEqual([2, 2, 2, 2]);
    expect(levels[levels.length - 1]).toBe(1);
  });

  test('letters beyond the first 65,536 have their own direction', () => {
    expect([...bidiLevels('a𞤀', 'ltr', [])]).toEqual([0, 1, 1]);
    expect([...bidiLevels('א𝐀', 'rtl', [])]).toEqual([1, 2, 2]);
  });
});
