import { describe, expect, test } from 'vitest';
import { type Manifest, manifestText } from '../../src/batch/manifest.js';
import { RecordEntry } from '../../src/batch/record-entry.js';
import { leaflet, trifold } from '../pdf/support/builders.js';

const entries = Array.from(
  { length: 2500 },
  (_, at) => new RecordEntry('all.pdf', at + 1, leaflet(at), trifold()),
);

describe('an entry of a leaflet in a file of many', () => {
  test('is written with all its facts, and holds none of them itself', () => {
    const it = leaflet(7);
    const entry = new RecordEntry('all.pdf', 8, it, trifold());
    expect(Object.keys(entry)).toEqual(['file', 'record']);
    const { form, values, ...facts } = JSON.parse(JSON.stringify(entry));
    expect(facts).toEqual({
      file: 'all.pdf',
      record: 8,
      jobCode: it.jobCode,
      sku: it.phone.sku,
      shop: it.phone.shop,
      quantity: it.phone.quantity,
    });
    expect([form, values]).toEqual([entry.form, entry.values]);
    expect(values).toContain(it.phone.model);
  });

  test('stands on a line of its own in a manifest that is made piece by piece', () => {
    const pieces = [...manifestText({ manifest: 1, leaflets: entries } as unknown as Manifest)];
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1_000_000);
    const text = Buffer.concat(pieces).toString('utf8');
    expect(JSON.parse(text).leaflets).toEqual(JSON.parse(JSON.stringify(entries)));
    expect(text.split('\n').filter((line) => line.includes('"jobCode"'))).toHaveLength(2500);
  });
});
