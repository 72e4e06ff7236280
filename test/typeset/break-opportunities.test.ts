import { describe, expect, test } from 'vitest';
import { breakOpportunities } from '../../src/typeset/break-opportunities.js';

/** A text cut at every place where a line may end. */
function pieces(text: string, lang = 'en', isolated: readonly string[] = []): string[] {
  const isolates = isolated.map((part) => {
    const start = text.indexOf(part);
    return { start, end: start + part.length };
  });
  const { usual } = breakOpportunities(text, lang, isolates);
  return usual.map((end, index) => text.slice(usual[index - 1] ?? 0, end));
}

describe('a line may end', () => {
  test('after spaces and hyphens, not before punctuation', () => {
    expect(pieces('Talk well-known (so) to us!')).toEqual([
      'Talk ',
      'well-',
      'known ',
      '(so) ',
      'to ',
      'us!',
    ]);
  });

  test('not at a no-break space, nor inside what is set as one piece', () => {
    expect(pieces('for 20\u00a0minutes on 0808 157 0123.', 'en', ['0808 157 0123'])).toEqual([
      'for ',
      '20\u00a0minutes ',
      'on ',
      '0808 157 0123.',
    ]);
  });

  test('between Korean words, and inside one only where it is wider than a line', () => {
    const text = '아이에게 무엇을 좋아하는지 물어보세요.';
    expect(pieces(text, 'ko')).toEqual(['아이에게 ', '무엇을 ', '좋아하는지 ', '물어보세요.']);
    const { lastResort } = breakOpportunities('물어보세요.', 'ko', []);
    expect(lastResort).toEqual([1, 2, 3, 4]);
    expect(pieces('물어보세요.', 'zh-Hans').length).toBe(5);
  });

  test('between the words of languages that put no spaces between them', () => {
    expect(pieces('พูดคุยกับลูกของคุณ', 'th').length).toBeGreaterThan(3);
    expect(pieces('និយាយជាមួយកូនរបស់អ្នក', 'km').length).toBeGreaterThan(3);
    expect(pieces('ລົມກັບລູກຂອງທ່ານ', 'lo').length).toBeGreaterThan(2);
    expect(pieces('သင့်ကလေးနှင့်စကားပြောပါ', 'my').length).toBeGreaterThan(2);
  });

  test('inside an address only after a slash or a full stop, inside a number nowhere', () => {
    const text = 'See help.example.org/a-b or 0808 157 0123';
    const address = { start: 4, end: 24 };
    const number = { start: 28, end: text.length };
    const { lastResort } = breakOpportunities(text, 'en', [address, number]);
    expect(lastResort.map((at) => text.slice(4, at))).toEqual([
      'help.',
      'help.example.',
      'help.example.org/',
    ]);
  });
});
