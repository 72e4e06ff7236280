import { describe, expect, test } from 'vitest';
import { judgeFile } from '../../../src/prove/rules/judge-file.js';
import { PDFUA_RULES } from '../../../src/prove/rules/pdfua/pdfua.js';
import { edited } from '../support/edit-file.js';
import type { Fault } from './support/print-faults.js';
import { PDFUA_FAULTS } from './support/reader-faults.js';
import { taggedFile } from './support/tagged-file.js';

const good = await taggedFile();

async function broken(bytes: Uint8Array): Promise<readonly string[]> {
  const found = await judgeFile(bytes, { file: 'tagged.pdf' }, { families: ['pdfua'] });
  return [...new Set(found.flatMap(({ rule }) => rule ?? []))].sort();
}

async function faulty({ change, rewrite }: Fault): Promise<Uint8Array> {
  const bytes = await edited(good, (file) => change?.(file));
  return rewrite?.(bytes) ?? bytes;
}

describe('a tagged file', () => {
  test('breaks no rule of PDF/UA-1', async () => {
    expect(await broken(good)).toEqual([]);
    expect(await broken(await edited(good, () => {}))).toEqual([]);
  });

  test.each(PDFUA_FAULTS.map((fault) => [fault.rule, fault] as const))(
    '%s is broken by a file that breaks it, and no other rule',
    async (_, fault) => {
      const owed = [fault.rule, ...(fault.also ?? [])].sort();
      expect(await broken(await faulty(fault))).toEqual(owed);
    },
  );

  test('has a fault for every rule', () => {
    const proven = new Set(PDFUA_FAULTS.map(({ rule }) => rule));
    expect(PDFUA_RULES.map(({ id }) => id).filter((id) => !proven.has(id))).toEqual([]);
  });
});
