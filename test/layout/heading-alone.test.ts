import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/compose/blocks.js';
import { headingAlone } from '../../src/layout/heading-alone.js';
import { box, code, logo, panel, paragraph, text } from './builders.js';

const heading = (words: string): Node => ({
  ...text(words),
  paragraph: paragraph(words, { role: 'h2' }),
});

const judge = (children: readonly Node[]) =>
  headingAlone(panel('front', children).root, 'front').map(({ code: it, problem }) => [
    it,
    problem,
  ]);

describe('a heading at a panel’s foot', () => {
  test('with nothing beneath it is told with its words, also in boxes of its own', () => {
    const told = [['layout/heading-alone', 'the heading "Help" is the last thing on its panel']];
    expect(judge([text('Words'), heading('Help')])).toEqual(told);
    expect(judge([text('Words'), box([box([heading('Help')])])])).toEqual(told);
    expect(judge([text('Words'), heading('Help'), logo()])).toEqual(told);
  });

  test('with words, a code or a box of words beneath it is in order', () => {
    expect(judge([text('Words'), heading('Help'), text('Call')])).toEqual([]);
    expect(judge([text('Words'), heading('Help'), code()])).toEqual([]);
    expect(judge([text('Words'), heading('Help'), box([text('Call')])])).toEqual([]);
  });

  test('of a cover that is nothing but headings is meant so', () => {
    expect(judge([logo(), heading('Phones'), heading('Safe')])).toEqual([]);
  });
});
