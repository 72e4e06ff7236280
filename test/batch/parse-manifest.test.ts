import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Manifest, manifestText } from '../../src/batch/manifest.js';
import { parseManifest } from '../../src/batch/parse-manifest.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

const entry = fc.record({
  file: fc.string({ unit: 'grapheme' }),
  sku: fc.constantFrom('A', '\n "leaflets": [', '\n ]\n}\n', '小米', '},\n  {'),
  values: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
});

const manifests = fc.record({
  manifest: fc.constant(1),
  title: fc.string({ unit: 'grapheme' }),
  panels: fc.dictionary(fc.constantFrom('leaflets', 'a'), fc.array(fc.string(), { maxLength: 2 })),
  leaflets: fc.array(entry, { maxLength: 5 }),
});

const textOf = (it: object) => Buffer.concat([...manifestText(it as unknown as Manifest)]);

describe('a manifest', () => {
  test('is read as JSON reads it, as it was written', () => {
    fc.assert(
      fc.property(manifests, (it) => {
        const text = textOf(it);
        expect(parseManifest(text)).toEqual(JSON.parse(text.toString('utf8')));
      }),
      { numRuns: fuzzRuns(200) },
    );
  });

  test('and as anybody has laid it out anew', () => {
    fc.assert(
      fc.property(manifests, fc.constantFrom(undefined, 1, 2, '\t'), (it, indent) => {
        const text = Buffer.from(JSON.stringify(it, null, indent));
        expect(parseManifest(text)).toEqual(JSON.parse(text.toString('utf8')));
      }),
      { numRuns: fuzzRuns(100) },
    );
  });

  test('with any byte changed is what JSON makes of it, or no JSON for both', () => {
    const text = textOf({
      manifest: 1,
      title: 'é',
      leaflets: [{ file: 'a.pdf' }, { file: 'b.pdf' }, { file: 'c.pdf' }],
    });
    const outcome = (read: () => unknown) => {
      try {
        return { read: read() };
      } catch {
        return 'no JSON';
      }
    };
    for (let at = 0; at < text.length; at += 1)
      for (const byte of [0x20, 0x2c, 0x5d, 0x7b, 0x31, 0x0a]) {
        const torn = Buffer.from(text);
        torn[at] = byte;
        expect(outcome(() => parseManifest(torn))).toEqual(
          outcome(() => JSON.parse(torn.toString('utf8'))),
        );
      }
  });
});
