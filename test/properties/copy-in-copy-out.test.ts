import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LaidOutForm, PanelItem } from '../../src/layout/laid-out.js';
import { prepare } from '../../src/pipeline.js';
import { checkCampaign } from '../support/check-campaign.js';
import { textOf } from '../support/fault-base.js';
import { changedWorld } from '../support/fault-workspace.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

/** Random marks and lengths are no style; they print all the same. */
const isNoStyle = ({ code }: { readonly code: string }): boolean =>
  code !== 'copy/quotes' && code !== 'copy/reading-level';

const DECK = 'locales/en-GB/parent.yaml';

/** Words as people write them, in the letters of several languages. */
const WORD = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCÄÖÜéàçñłżŵŷ’'),
    minLength: 1,
    maxLength: 9,
  }),
  fc.constantFrom(
    '18',
    '“keep',
    'this”',
    'Wi-Fi',
    'a/b',
    '(or',
    'not)',
    'mum’s',
    '—',
    'No!',
    'Why?',
    'fi',
    'ffl',
  ),
);

const SENTENCE = fc.array(WORD, { minLength: 1, maxLength: 12 }).map((words) =>
  // Two numbers in a row would be a number to call.
  words.filter((word, index) => !/\d/.test(word) || !/\d/.test(words[index - 1] ?? '')).join(' '),
);

const worldWith = (sentence: string) =>
  changedWorld((files) => {
    files[DECK] = textOf(files, DECK).replace('"Goes with your"', JSON.stringify(sentence));
  });

const itemsOf = ({ sides }: LaidOutForm): readonly PanelItem[] =>
  sides.flatMap(({ panels }) => panels.flatMap(({ panel }) => panel.items));

test('the words that come in stand on the page, all of them, in order, once', async () => {
  const property = fc.asyncProperty(SENTENCE, async (sentence) => {
    const run = { draft: false, toolVersion: 'test' };
    const { value, findings } = await prepare(await worldWith(sentence), 'small', run);
    expect(findings.filter(isNoStyle)).toEqual([]);
    const form = value?.forms[0];
    const set = (form ? itemsOf(form) : []).flatMap((item) =>
      item.kind === 'text'
        ? item.text.lines.flatMap(({ words }) => words.flatMap(({ parts }) => parts))
        : [],
    );
    const printed = set.filter(
      ({ origin }) => origin.kind === 'unit' && origin.key === 'cover.for',
    );
    // "Wi-Fi" may break after its hyphen, so a line's end is no space of the copy: letters alone are compared.
    expect(printed.map(({ text }) => text).join('')).toBe(sentence.replaceAll(/\s+/g, ''));
  });
  await fc.assert(property, { numRuns: fuzzRuns(25) });
});

test('and are found again in the finished file, letter by letter', async () => {
  const property = fc.asyncProperty(SENTENCE, async (sentence) => {
    expect((await checkCampaign(await worldWith(sentence))).filter(isNoStyle)).toEqual([]);
  });
  await fc.assert(property, { numRuns: fuzzRuns(4) });
});
