import { describe, expect, test } from 'vitest';
import type { PanelItem } from '../../src/layout/laid-out.js';
import { checkNumbers } from '../../src/prove/check-numbers.js';
import { originWords } from '../../src/prove/origin-words.js';
import { english, paragraph, run, typesetter } from '../typeset/house.js';

const PHONE = { kind: 'contact', ref: 'GB.helpline.phone' } as const;

/** A sentence as Chinese writes it: no space between the words and the number. */
async function wordsOf(...texts: readonly (string | { readonly phone: string })[]) {
  const runs = texts.map((it) =>
    typeof it === 'string' ? run(it) : run(it.phone, { origin: PHONE, isolate: true }),
  );
  const text = (await typesetter(english)).set(paragraph(runs), 200);
  return originWords([{ kind: 'text', text } as PanelItem]);
}

const approval = { contacts: { [PHONE.ref]: { shown: '0808 157 0000' } } } as never;
const problems = (words: Awaited<ReturnType<typeof wordsOf>>) =>
  checkNumbers(words, approval, { file: 'demo.pdf' }, {}).map(({ problem }) => problem);

describe('a number beside copy without a space', () => {
  test('is a word of its own, from its own place', async () => {
    const words = await wordsOf('Helpline:', { phone: '0808\u00a0157\u00a00000' }, '.Or text');
    expect(words.map(({ text, origin }) => [text, origin.kind])).toEqual([
      ['Helpline:', 'unit'],
      ['0808\u00a0157\u00a00000', 'contact'],
      ['.Or', 'unit'],
      ['text', 'unit'],
    ]);
    expect(problems(words)).toEqual([]);
  });

  test('is held to the approved digits', async () => {
    expect(problems(await wordsOf('Helpline:', { phone: '0808 157 0001' }))).toEqual([
      'the file has "0808 157 0001" where "0808 157 0000" was approved',
    ]);
  });

  test('that copy lengthens by a digit counts as copy', async () => {
    expect(problems(await wordsOf('Call 1', { phone: '0808' }, ' now'))).toEqual([
      'the number "10808" comes from copy, not from a register',
    ]);
  });

  test('does not hide a number of copy', async () => {
    expect(problems(await wordsOf({ phone: '0808 157 0000' }, '.Or999'))).toEqual([
      'the number "999" comes from copy, not from a register',
    ]);
  });
});
