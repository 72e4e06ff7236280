import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPressProfile } from '../../src/sources/read-press-profile.js';
import { demoPages, demoWorld } from '../support/demo-pages.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { type PdfDictionary, type PdfValue, QpdfFile } from '../support/qpdf-objects.js';

const { leaflets } = await demoPages();
const press = readPressProfile(demoWorld(), 'coated-fogra39').value;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What makes a page do something on a screen, and has no place on paper (ISO 15930-7, 6.17 and 6.18). */
const ACTIONS = [
  '/Annots',
  '/A',
  '/AA',
  '/OpenAction',
  '/JS',
  '/JavaScript',
  '/AcroForm',
  '/EmbeddedFiles',
];

describe.skipIf(!hasProgram('qpdf')).each(leaflets)(needing('qpdf', '$name'), (leaflet) => {
  const file = new QpdfFile(leaflet.file);
  const catalog = file.dictionary(file.trailer['/Root']);

  test('is PDF 1.6, not encrypted, and one page a side', () => {
    expect(file.version).toBe('1.6');
    expect(file.trailer['/Encrypt']).toBeUndefined();
    expect(file.pages).toHaveLength(leaflet.pages.length);
  });

  test('has no annotations, no actions, no scripts and nothing attached', () => {
    expect(file.dictionaries.length).toBeGreaterThan(20);
    const found = file.dictionaries.flatMap((it) => ACTIONS.filter((key) => key in it));
    expect(found).toEqual([]);
  });

  test('has no pictures, no transfer curves and no soft masks', () => {
    for (const it of file.dictionaries) {
      expect(it['/Subtype']).not.toBe('/Image');
      for (const key of ['/TR', '/TR2', '/HTP']) expect(it[key]).toBeUndefined();
      expect(it['/SMask'] ?? '/None').toBe('/None');
    }
  });

  test("says once which press it is for, with the press profile's own bytes", () => {
    const intents = catalog['/OutputIntents'] as readonly PdfValue[];
    expect(intents).toHaveLength(1);
    const intent = file.dictionary(intents[0]);
    expect(intent['/S']).toBe('/GTS_PDFX');
    expect(intent['/OutputConditionIdentifier']).toBe(`u:${press?.condition}`);
    const profile = file.data(intent['/DestOutputProfile']);
    expect(sha256(profile)).toBe(sha256(press?.icc ?? new Uint8Array()));
    const all = file.dictionaries.filter((it) => it['/S'] === '/GTS_PDFX');
    expect(all).toHaveLength(1);
  });

  test('has its boxes one inside the other on every page', () => {
    for (const page of file.pages) {
      const [media, bleed, trim] = ['/MediaBox', '/BleedBox', '/TrimBox'].map((it) =>
        sides(page, it),
      );
      expect(isInside(bleed, media)).toBe(true);
      expect(isInside(trim, bleed)).toBe(true);
      expect(page['/ArtBox']).toBeUndefined();
      expect(page['/CropBox'] ?? page['/MediaBox']).toEqual(page['/MediaBox']);
      expect(page['/Rotate'] ?? 0).toBe(0);
      expect(page['/UserUnit'] ?? 1).toBe(1);
    }
  });

  test('names its language, and its title to the press and to a reader', () => {
    expect(catalog['/Lang']).toBe(`u:${leaflet.locale}`);
    const info = file.dictionary(file.trailer['/Info']);
    expect(file.value(info['/GTS_PDFXVersion'])).toMatch(/PDF\/X-4/);
    expect(file.value(info['/Title'])).toMatch(/^u:.+/);
    expect(file.value(info['/CreationDate'])).toMatch(/D:20261201/);
  });

  test.skipIf(!hasProgram('xmllint'))(
    needing('xmllint', 'has metadata that is well-formed and names PDF/X-4'),
    () => {
      const xmp = file.data(catalog['/Metadata']);
      const folder = mkdtempSync(join(tmpdir(), 'safeleaf-'));
      const path = join(folder, 'metadata.xml');
      writeFileSync(path, xmp);
      const { status, err } = runProgram('xmllint', ['--noout', '--nonet', path]);
      rmSync(folder, { recursive: true });
      expect(err).toBe('');
      expect(status).toBe(0);
      expect(xmp.toString('utf8')).toMatch(/GTS_PDFXVersion>PDF\/X-4</);
      expect(xmp.toString('utf8')).toMatch(/<pdf:Trapped>(True|False)<|pdf:Trapped="(True|False)"/);
    },
  );
});

type Sides = readonly [left: number, bottom: number, right: number, top: number];

function sides(page: PdfDictionary, name: string): Sides {
  const box = page[name];
  if (!Array.isArray(box) || box.length !== 4) throw new Error(`a page has no ${name}`);
  return box.map(Number) as unknown as Sides;
}

const isInside = (inner: Sides | undefined, outer: Sides | undefined): boolean =>
  inner !== undefined &&
  outer !== undefined &&
  inner[0] >= outer[0] &&
  inner[1] >= outer[1] &&
  inner[2] <= outer[2] &&
  inner[3] <= outer[3];
