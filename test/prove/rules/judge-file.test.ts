import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeFile } from '../../../src/prove/rules/judge-file.js';
import { fuzzRuns } from '../../support/fuzz-runs.js';
import { printed } from '../support/card.js';
import { edited } from '../support/edit-file.js';

const { bytes: card } = printed();
const AT = { file: 'card.pdf' };
const EVERY = { families: ['pdfx', 'gwg', 'pdfua'] } as const;

const codes = async (bytes: Uint8Array) => (await judgeFile(bytes, AT)).map(({ code }) => code);

describe('a file from anywhere', () => {
  test('that is no PDF gives a finding', async () => {
    expect(await codes(new TextEncoder().encode('Dear printer'))).toEqual(['prove/unreadable']);
    expect(await codes(new Uint8Array())).toEqual(['prove/unreadable']);
  });

  test('that claims nothing is not called good', async () => {
    const bare = await edited(card, (file) =>
      file.catalog.delete(file.context.obj('Metadata') as never),
    );
    expect(await codes(bare)).toEqual(['verify/claims-nothing']);
    expect((await judgeFile(bare, AT, EVERY)).map(({ rule }) => rule)).toContain('X07');
  });

  test('that is locked is told as such, and judged by what can be read', async () => {
    const locked = await edited(card, ({ context }) => {
      context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', P: -4096 }));
    });
    const found = await judgeFile(locked, AT);
    expect(found.map(({ code, rule }) => rule ?? code)).toEqual([
      'prove/encrypted',
      'X02',
      '7.16-1',
    ]);
  });

  test('tells a rule of a hundred places in five findings at most', async () => {
    const untagged = await judgeFile(card, AT, { families: ['pdfua'] });
    const ids = untagged.map(({ rule }) => rule);
    expect(ids).toContain('7.1-11');
    expect(Math.max(...ids.map((id) => ids.filter((it) => it === id).length))).toBeLessThanOrEqual(
      5,
    );
  });

  test('cut off or with bytes turned gives findings, never an exception', async () => {
    const cut = fc.integer({ min: 0, max: card.length });
    const flips = fc.array(fc.tuple(fc.nat(card.length - 1), fc.integer({ min: 1, max: 255 })), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(cut, flips, async (end, turned) => {
        const bytes = card.slice(0, end > card.length / 2 ? card.length : end);
        for (const [at, by] of turned) if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ by;
        const found = await judgeFile(bytes, AT, EVERY);
        expect(Array.isArray(found)).toBe(true);
        expect(bytes.length === card.length || found.length > 0).toBe(true);
      }),
      { numRuns: fuzzRuns(60) },
    );
  }, 60_000);
});
