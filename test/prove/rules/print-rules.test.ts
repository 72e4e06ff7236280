import { describe, expect, test } from 'vitest';
import { GWG_RULES } from '../../../src/prove/rules/gwg/gwg.js';
import { judgeFile } from '../../../src/prove/rules/judge-file.js';
import { PDFX_RULES } from '../../../src/prove/rules/pdfx/pdfx.js';
import type { Product } from '../../../src/prove/rules/rule.js';
import { printed } from '../support/card.js';
import { edited } from '../support/edit-file.js';
import { type Fault, GWG_FAULTS, PDFX_FAULTS } from './support/print-faults.js';

const { bytes: card } = printed();

async function broken(bytes: Uint8Array, product?: Product): Promise<readonly string[]> {
  const options = { families: ['pdfx', 'gwg'], product } as const;
  const found = await judgeFile(bytes, { file: 'card.pdf' }, options);
  return [...new Set(found.map(({ rule }) => rule ?? ''))].sort();
}

async function faulty({ change, rewrite }: Fault): Promise<Uint8Array> {
  const bytes = await edited(card, (file) => change?.(file));
  return rewrite?.(bytes) ?? bytes;
}

const FAULTS = [...PDFX_FAULTS, ...GWG_FAULTS];

describe('a file for the press', () => {
  test('breaks no rule as it is written, nor as another program saves it', async () => {
    expect(await judgeFile(card, { file: 'card.pdf' })).toEqual([]);
    expect(await broken(await edited(card, () => {}))).toEqual([]);
  });

  test.each(FAULTS.map((fault, at) => [`${fault.rule} (${at + 1})`, fault] as const))(
    '%s is broken by a file that breaks it, and no other rule',
    async (_, fault) => {
      const owed = [fault.rule, ...(fault.also ?? [])].sort();
      expect(await broken(await faulty(fault), fault.product)).toEqual(owed);
    },
  );

  test('has a fault for every rule', () => {
    const proven = new Set(FAULTS.map(({ rule }) => rule));
    const rules = [...PDFX_RULES, ...GWG_RULES].map(({ id }) => id);
    expect(rules.filter((id) => !proven.has(id))).toEqual([]);
    expect([...proven].filter((id) => !rules.includes(id))).toEqual([]);
  });
});
