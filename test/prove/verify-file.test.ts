import { PDFName } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.js';
import { openEyes } from '../../src/prove/eyes.js';
import {
  describeForm,
  describePanel,
  type LeafletRecord,
  ownValues,
} from '../../src/prove/leaflet-record.js';
import { recordOf } from '../../src/prove/record-of.js';
import { verifyFile } from '../../src/prove/verify-file.js';
import { sha256Hex } from '../../src/units/hash.js';
import { fakeWorld } from '../support/fake-world.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { back, card, cardLeaflet, code, front, printed, TARGET } from './support/card.js';
import { changeStreams, edited, firstPage, isPanel, isUnicodeMap } from './support/edit-file.js';

const form = card();
const { bytes: whole } = printed(form);

/** The record as it comes back from a manifest. */
function fromManifest(): LeafletRecord {
  const entry = {
    file: 'print/card.pdf',
    sha256: sha256Hex(whole),
    form: 'card',
    values: ownValues(cardLeaflet(), form),
  };
  const panels = { 'front-1': describePanel(front()), 'back-1': describePanel(back()) };
  const forms = { card: describeForm(form) };
  const read = JSON.parse(JSON.stringify({ entry, forms, panels }));
  const record = recordOf(read.entry, read);
  if (record === undefined) throw new Error('the manifest does not say what the card shows');
  return record;
}

const record = fromManifest();
const eyes = openEyes({ world: fakeWorld({}) });

const verify = (bytes: Uint8Array) => verifyFile(bytes, record, eyes);
const codes = (findings: readonly Finding[]): string[] =>
  [...new Set(findings.map((it) => it.code))].sort();

describe('a finished file that is read back', () => {
  test('is as it was made', async () => {
    expect(await verify(whole)).toEqual([]);
    expect(await verifyFile(whole, record)).toEqual([]);
  });

  test('is only told to be saved anew where another program did nothing else', async () => {
    expect(codes(await verify(await edited(whole, () => {})))).toEqual(['prove/changed']);
  });

  test('tells a changed digit, approved against found', async () => {
    const bytes = await edited(whole, (file) => {
      // The map from glyphs to text is changed for one digit: what a reader copies is another number.
      changeStreams(file, isUnicodeMap, (text) =>
        text.replaceAll(/<([0-9A-F]{4})> <0035>/g, '<$1> <0039>'),
      );
    });
    const found = (await verify(bytes)).filter((it) => it.code === 'prove/number');
    expect(found.map(({ problem }) => problem).join()).toContain(
      'the file has "197" where "157" was approved',
    );
    expect(found[0]).toMatchObject({ panel: 'front', brand: 'northstar', locale: 'en-GB' });
  });

  test('tells words that were taken out and put in', async () => {
    const bytes = await edited(whole, (file) => {
      changeStreams(file, isPanel, (text) => text.replace(/BT[\s\S]*?ET/, ''));
      file.getPages()[0]?.drawText('Buy now', { x: 100, y: 200, size: 12 });
    });
    const problems = (await verify(bytes)).map(({ problem }) => problem).join('\n');
    expect(problems).toContain('is missing from the file');
    expect(problems).toContain('"Buy now" stands in the file and was not approved');
  });

  test('tells a code that leads elsewhere', async () => {
    const other = front({
      items: front().items.map((it) =>
        it.kind === 'code' ? code(8, 100, 'https://example.org/') : it,
      ),
    });
    const found = await verify(printed(card({ front: other })).bytes);
    expect(found.find((it) => it.code === 'prove/code-target')?.problem).toBe(
      `the code gives "https://example.org/" where "${TARGET}" was approved`,
    );
  });

  test('tells the phone of another leaflet, moved boxes and notes laid over a page', async () => {
    const bytes = await edited(printed(form, cardLeaflet(3)).bytes, (file) => {
      file.getPages()[1]?.setTrimBox(0, 0, 280, 500);
      const note = file.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] });
      firstPage(file).set(PDFName.of('Annots'), file.context.obj([file.context.register(note)]));
    });
    const found = await verify(bytes);
    expect(codes(found)).toEqual(
      expect.arrayContaining(['prove/annotation', 'prove/box', 'prove/changed']),
    );
    expect(found.map(({ problem }) => problem).join()).toContain('"3"');
  });

  test('tells a plate that the leaflet does not have', async () => {
    const bytes = await edited(whole, (file) => {
      changeStreams(file, isPanel, (text) => text.replace('0 0 0 1 k', '/Gold cs 1 scn'));
      const gold = file.context.obj([
        'Separation',
        'Old Gold',
        'DeviceCMYK',
        { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 0.2, 0.6, 0], N: 1 },
      ]);
      for (const [, object] of file.context.enumerateIndirectObjects())
        if ('dict' in object && isPanel(object as never))
          (
            object as {
              dict: { lookup(name: PDFName): { set(name: PDFName, value: unknown): void } };
            }
          ).dict
            .lookup(PDFName.of('Resources'))
            .set(PDFName.of('ColorSpace'), file.context.obj({ Gold: gold }));
    });
    expect((await verify(bytes)).map(({ problem }) => problem).join()).toContain('"Old Gold"');
  });
});

describe('what is no finished file', () => {
  test.each([
    ['nothing at all', new Uint8Array()],
    ['a letter', new TextEncoder().encode('Dear printer, please find the leaflet attached.')],
    ['the first half of a leaflet', whole.slice(0, whole.length >> 1)],
    ['a header and no more', new TextEncoder().encode('%PDF-1.6\n%%EOF')],
  ])('%s gives a finding and no exception', async (_, bytes) => {
    const found = await verify(bytes);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ fix }) => fix !== '')).toBe(true);
  });

  test('a locked file says that it is locked', async () => {
    const bytes = await edited(whole, (file) => {
      file.context.trailerInfo.Encrypt = file.context.register(
        file.context.obj({ Filter: 'Standard', V: 1 }),
      );
    });
    expect(codes(await verify(bytes))).toEqual(['prove/encrypted']);
  });

  test('pages that hold each other in a ring end', async () => {
    const bytes = await edited(whole, (file) => {
      const pages = file.catalog.Pages();
      pages.set(
        PDFName.of('Kids'),
        file.context.obj([file.catalog.get(PDFName.of('Pages')) as never]),
      );
    });
    expect(codes(await verify(bytes))).toEqual(['prove/unreadable']);
  });

  test('a form that paints itself ends', async () => {
    const bytes = await edited(whole, (file) => {
      for (const [ref, object] of file.context.enumerateIndirectObjects()) {
        if (!('dict' in object) || !isPanel(object as never)) continue;
        const { dict } = object as unknown as {
          dict: { set(name: PDFName, value: unknown): void };
        };
        dict.set(PDFName.of('Resources'), file.context.obj({ XObject: { Me: ref } }));
      }
      changeStreams(file, isPanel, () => '/Me Do /Me Do /Me Do');
    });
    expect(codes(await verify(bytes))).toContain('prove/unreadable');
  });

  test('any bytes give findings, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await verify(bytes)).length).toBeGreaterThan(0);
      }),
      { numRuns: fuzzRuns(200) },
    );
  });

  test('a leaflet with any bytes changed gives findings, never an exception', async () => {
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      put: fc.uint8Array({ minLength: 1, maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, put } of changes) bytes.set(put.slice(0, bytes.length - at), at);
        expect(Array.isArray(await verify(bytes))).toBe(true);
      }),
      { numRuns: fuzzRuns(60) },
    );
  });
});

const anything = fc.dictionary(fc.string(), fc.jsonValue());

test('a manifest that was changed so that it cannot be read gives no record', () => {
  fc.assert(
    fc.property(fc.jsonValue(), anything, anything, (entry, forms, panels) => {
      expect(recordOf(entry, { forms, panels })).toBeUndefined();
    }),
  );
});

test('a manifest whose entry has more values than its form has slots gives no record', () => {
  const forms = { card: describeForm(form) };
  const panels = { 'front-1': describePanel(front()), 'back-1': describePanel(back()) };
  const entry = { file: 'card.pdf', sha256: '', form: 'card' };
  const values = ownValues(cardLeaflet(), form);
  expect(recordOf({ ...entry, values }, { forms, panels })).toBeDefined();
  expect(recordOf({ ...entry, values: [...values, 'x'] }, { forms, panels })).toBeUndefined();
  expect(recordOf({ ...entry, values: values.slice(1) }, { forms, panels })).toBeUndefined();
});
