import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GrowingFile } from '../../src/batch/growing-file.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'safeleaf-growing-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const latin1 = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 200 })
  .map((codes) => String.fromCharCode(...codes));

const piece = fc.oneof(
  { weight: 6, arbitrary: latin1 },
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 3000 }) },
  // Larger than what is gathered, and so large that little else has room beside it.
  { weight: 1, arbitrary: fc.constantFrom(1_048_576, 1_048_577, 1_048_000).map(Buffer.alloc) },
);

const bytesOf = (it: string | Uint8Array) =>
  typeof it === 'string' ? Buffer.from(it, 'latin1') : it;

describe('a file that grows', () => {
  test('holds all pieces in order, and is named by its hash and its length', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = join(folder, 'all.pdf');
        const file = new GrowingFile(path);
        for (const it of pieces) file.add(it);
        const wanted = Buffer.concat(pieces.map(bytesOf));
        const { soFar } = file;
        expect(Buffer.from(soFar.read(0, wanted.length)).equals(wanted)).toBe(true);
        expect(existsSync(path)).toBe(false);
        expect(file.finish()).toEqual({
          sha256: createHash('sha256').update(wanted).digest('hex'),
          bytes: wanted.length,
        });
        expect(readFileSync(path).equals(wanted)).toBe(true);
        rmSync(path);
      }),
      { numRuns: fuzzRuns(40) },
    );
  });

  test('takes what it is given at once: the giver may use its bytes for something else', () => {
    const file = new GrowingFile(join(folder, 'all.pdf'));
    const bytes = Buffer.from('one');
    file.add(bytes);
    bytes.write('two');
    file.add(bytes);
    file.finish();
    expect(readFileSync(join(folder, 'all.pdf'), 'utf8')).toBe('onetwo');
  });

  test('that is abandoned leaves nothing', () => {
    const file = new GrowingFile(join(folder, 'all.pdf'));
    file.add('some');
    file.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });
});
