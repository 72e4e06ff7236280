import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openPress } from '../../src/pdf/open-press.js';
import { type LongFile, openPuller } from '../../src/prove/pull-pages.js';
import { leaflet, pressJob } from '../pdf/support/builders.js';
import { runOn } from '../pdf/support/outside-reading.js';
import { pageContent, pageForms, readPdf, streamText } from '../pdf/support/read-pdf.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { hasProgram, needing } from '../support/outside-program.js';

const leaflets = Array.from({ length: 300 }, (_, at) => leaflet(at));
const press = openPress(pressJob({ leaflets }));
const records = press.records(leaflets, 'Christmas (5 0 R)');
const texts = [...leaflets.map((it) => records.add(it).text), ...records.end()];
const bytes = Buffer.concat([...records.start, Buffer.from(texts.join(''), 'latin1')]);

/** A file in memory that tells what was read of it. */
const long = (of: Uint8Array): LongFile & { taken: number } => ({
  size: of.length,
  taken: 0,
  read(at, length) {
    this.taken += length;
    return of.subarray(at, at + length);
  },
});

describe('a leaflet taken out of a file of many', () => {
  test('shows what the leaflet shows as a file of its own', async () => {
    const puller = openPuller(long(bytes));
    expect(puller?.pageCount).toBe(600);
    for (const at of [0, 127, 128, 299]) {
      const pulled = puller?.pull(2 * at, 2);
      const it = leaflets[at];
      if (pulled === undefined || it === undefined) throw new Error('not pulled');
      const [mine, alone] = await Promise.all(
        [pulled, press.write(it).bytes].map(async (file) => (await readPdf(file)).getPages()),
      );
      expect(mine).toHaveLength(2);
      for (const [side, page] of (alone ?? []).entries()) {
        const other = mine?.[side];
        if (other === undefined) throw new Error('no page');
        expect(pageContent(other)).toBe(pageContent(page));
        for (const [name, form] of pageForms(page))
          expect(streamText(pageForms(other).get(name))).toBe(streamText(form));
      }
    }
  });

  test('costs no more reading than its own objects', () => {
    const file = long(bytes);
    openPuller(file)?.pull(400, 2);
    expect(file.taken).toBeLessThan(bytes.length);
  });

  test.skipIf(!hasProgram('qpdf'))(needing('qpdf', 'is sound in syntax and streams'), () => {
    const pulled = openPuller(long(bytes))?.pull(10, 2);
    const { status, out, err } = runOn(pulled ?? new Uint8Array(0), 'qpdf', ['--check', '@']);
    expect(status, out + err).toBe(0);
  });

  test('is not to be had past the last page, or of another file', () => {
    expect(openPuller(long(bytes))?.pull(599, 2)).toBeUndefined();
    expect(openPuller(long(Buffer.from('%PDF-1.6')))).toBeUndefined();
  });

  test('of a file with any bytes changed gives bytes or nothing, never an exception', () => {
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      put: fc.uint8Array({ minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const { at, put } of changes) changed.set(put.slice(0, bytes.length - at), at);
        const pulled = openPuller(long(changed))?.pull(4, 2);
        expect(pulled === undefined || pulled.length > 0).toBe(true);
      }),
      { numRuns: fuzzRuns(60) },
    );
  });
});
