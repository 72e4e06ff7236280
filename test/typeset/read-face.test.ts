import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FindingCode } from '../../src/diagnostics/codes.js';
import { loadShaper } from '../../src/typeset/load-shaper.js';
import { openFaceLibrary } from '../../src/typeset/open-face-library.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { fontBytes, NASTALIQ, NUNITO, NUNITO_BOLD, worldOf } from './house.js';
import { fontOf, tablesOf, variableFont } from './variable-font.js';

const at = { file: 'brand-kits/test/brand.json', line: 12 };
const FILE = 'brand-kits/test/fonts/face.ttf';

const open = (bytes: Uint8Array, pin?: number, weight = 400) =>
  openFaceLibrary(worldOf({ [FILE]: bytes })).face({ file: FILE, weight, pin, at });

const nunito = fontBytes(NUNITO);

/** The same font with its licence bits set. */
const licensed = (fsType: number): Uint8Array => {
  const tables = tablesOf(nunito);
  const os2 = tables.get('OS/2')?.slice() ?? new Uint8Array();
  os2[8] = fsType >> 8;
  os2[9] = fsType & 255;
  return fontOf(tables.set('OS/2', os2));
};

const without = (...tags: string[]): Uint8Array => {
  const tables = tablesOf(nunito);
  for (const tag of tags) tables.delete(tag);
  return fontOf(tables);
};

/** The same font with every outline gone, as a known library writes them. */
const blank = (): Uint8Array => {
  const tables = tablesOf(nunito);
  tables.get('glyf')?.fill(0);
  return fontOf(tables);
};

const ascii = (text: string) => Uint8Array.from(text, (it) => it.charCodeAt(0));

beforeAll(loadShaper);

describe('a font that a press can use', () => {
  test('is read with its measures, names, advances, characters and outlines', () => {
    const { value: face, findings } = open(nunito);
    expect(findings).toEqual([]);
    expect(face).toMatchObject({
      id: FILE,
      weight: 400,
      outlines: 'truetype',
      unitsPerEm: 1000,
      ascender: 1011,
      descender: -353,
      italicAngle: 0,
      postScriptName: 'Nunito-Regular',
      familyName: 'Nunito',
    });
    const glyph = face?.glyphFor(0x41) ?? 0;
    expect(face?.characterOf(glyph)).toBe(0x41);
    expect(face?.advanceOf(glyph)).toBeGreaterThan(500);
    expect(face?.outlineOf(glyph)).toMatch(/^M[-\d.,]+/);
    expect(face?.glyphFor(0x10ffff)).toBe(0);
    expect(face?.capHeight).toBeGreaterThan(face?.xHeight ?? Infinity);
  });

  test('owes as much ink for a letter as its outline encloses', () => {
    const face = open(nunito).value;
    const ink = (letter: string) => face?.inkAreaOf(face.glyphFor(letter.codePointAt(0) ?? 0)) ?? 0;
    // A full stop of Nunito is a dot of about 110 units, and a stroke about 80 by 700.
    expect(ink('.')).toBeGreaterThan(5_000);
    expect(ink('.')).toBeLessThan(15_000);
    expect(ink('|')).toBeGreaterThan(40_000);
    expect(ink('m')).toBeGreaterThan(ink('n'));
    expect(ink(' ')).toBe(0);
  });

  test('gives a heavier weight more ink', () => {
    const bold = openFaceLibrary(worldOf()).face({ file: NUNITO_BOLD, weight: 700, at }).value;
    const regular = open(nunito).value;
    const n = 0x6e;
    expect(bold?.inkAreaOf(bold.glyphFor(n)) ?? 0).toBeGreaterThan(
      1.3 * (regular?.inkAreaOf(regular.glyphFor(n)) ?? Infinity),
    );
  });

  test('may allow editing or preview only: both let a leaflet carry it', () => {
    for (const fsType of [0x0000, 0x0004, 0x0008, 0x000a])
      expect(open(licensed(fsType)).findings).toEqual([]);
  });

  const OTF = '/usr/share/fonts/opentype/urw-base35';
  const otf = (() => {
    try {
      return readdirSync(OTF).find((it) => it.endsWith('.otf'));
    } catch {
      return undefined;
    }
  })();
  test.skipIf(otf === undefined)(
    `may have CFF outlines${otf === undefined ? ' (skipped: no OpenType/CFF font is installed)' : ''}`,
    () => {
      const { value: face, findings } = open(new Uint8Array(readFileSync(`${OTF}/${otf}`)));
      expect(findings).toEqual([]);
      expect(face?.outlines).toBe('cff');
      expect(face?.inkAreaOf(face.glyphFor(0x48))).toBeGreaterThan(10_000);
      expect(face?.outlineOf(face.glyphFor(0x6f))).toContain('C');
    },
  );
});

describe('a variable font', () => {
  const letterL = glyphInFormat4(tablesOf(nunito).get('cmap') ?? new Uint8Array(), 0x6c);
  const variable = variableFont(nunito, letterL, 100);

  test('is pinned to its weight, and the bytes that are embedded no longer vary', () => {
    const regular = open(variable, 400).value;
    const bold = open(variable, 700).value;
    const half = open(variable, 550).value;
    expect(regular?.advanceOf(letterL)).toBe(open(nunito).value?.advanceOf(letterL));
    expect((bold?.advanceOf(letterL) ?? 0) - (regular?.advanceOf(letterL) ?? 0)).toBe(100);
    expect((half?.advanceOf(letterL) ?? 0) - (regular?.advanceOf(letterL) ?? 0)).toBe(50);
    expect(bold?.inkAreaOf(letterL)).not.toBe(regular?.inkAreaOf(letterL));
    expect([...tablesOf(bold?.bytes ?? variable).keys()]).not.toContain('fvar');
    expect(bold?.glyphCount).toBe(regular?.glyphCount);
    expect(bold?.id).toBe(`${FILE}#wght=700`);
    expect(bold?.postScriptName).toBe('Nunito-Regular-wght700');
  });

  test('without a pin is pinned to the weight that the kit gives it', () => {
    expect(open(variable, undefined, 700).value?.id).toBe(`${FILE}#wght=700`);
  });

  test('is not stretched beyond its weights', () => {
    const { value, findings } = open(variable, 900);
    expect(value).toBeUndefined();
    expect(findings.map(({ code, problem }) => [code, problem])).toEqual([
      ['font/weight-outside', `the weight 900 is asked of "${FILE}", which goes from 400 to 700`],
    ]);
  });

  test('is told from one that has a single weight', () => {
    expect(open(nunito, 700).findings.map(({ code }) => code)).toEqual(['font/weight-outside']);
  });
});

describe('a font file that a press cannot use', () => {
  const cases: [string, Uint8Array, FindingCode, RegExp][] = [
    ['is no font', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'font/not-a-font', /\.ttf/],
    ['is empty', new Uint8Array(), 'font/not-a-font', /\.otf/],
    ['is WOFF2', ascii('wOF2 and more'), 'font/web-font', /ttLib\.woff2 decompress/],
    ['is WOFF', ascii('wOFF and more'), 'font/web-font', /\.ttf/],
    ['is a collection', ascii('ttcf and more'), 'font/collection', /one font/],
    ['is cut off in a table', nunito.subarray(0, 60_000), 'font/truncated', /again/],
    ['is cut off in its directory', nunito.subarray(0, 40), 'font/truncated', /again/],
    ['forbids embedding', licensed(0x0002), 'font/embedding-forbidden', /licence/],
    ['forbids subsetting', licensed(0x0100), 'font/embedding-forbidden', /licence/],
    ['lets only its bitmaps be embedded', licensed(0x0200), 'font/embedding-forbidden', /licence/],
    ['has no outlines', without('glyf', 'loca'), 'font/table-missing', /outlines/],
    ['has no widths', without('hmtx'), 'font/table-missing', /complete font/],
    ['has letters that draw nothing', blank(), 'font/damaged', /whole font/],
    ['says nothing of embedding', without('OS/2'), 'font/table-missing', /complete font/],
    ['is larger than any font', new Uint8Array(33 * 1024 * 1024), 'font/too-large', /32 MB/],
  ];
  test.each(cases)('that %s is named with what to do', (_, bytes, code, fix) => {
    const { value, findings } = open(bytes);
    expect(value).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code, severity: 'error', at });
    expect(findings[0]?.problem).toContain(`"${FILE}"`);
    expect(findings[0]?.fix).toMatch(fix);
  });

  test('that is not there, or lies outside the workspace, is named with what to do', () => {
    const face = (file: string) =>
      openFaceLibrary(worldOf()).face({ file, weight: 400, at }).findings[0];
    expect(face('brand-kits/test/none.ttf')).toMatchObject({ code: 'font/missing' });
    expect(face('@expo-google-fonts/not-installed/400Regular/None.ttf')).toMatchObject({
      code: 'font/missing',
      fix: 'run: npm install @expo-google-fonts/not-installed',
    });
    expect(face('../../etc/passwd')?.problem).toContain('lies outside the workspace');
  });

  test('is named once for each place that names it', () => {
    const library = openFaceLibrary(worldOf());
    const other = { file: 'brand-kits/other/brand.json', line: 3 };
    expect(library.face({ file: 'x.ttf', weight: 400, at }).findings[0]?.at).toEqual(at);
    expect(library.face({ file: 'x.ttf', weight: 400, at: other }).findings[0]?.at).toEqual(other);
  });
});

describe('any bytes at all', () => {
  const faceOrFindings = (bytes: Uint8Array) => {
    const { value: face, findings } = open(bytes);
    expect(face === undefined).toBe(findings.length > 0);
    if (face === undefined) return;
    for (let glyph = 0; glyph < Math.min(face.glyphCount, 40); glyph += 1) {
      expect(face.inkAreaOf(glyph)).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(face.advanceOf(glyph))).toBe(true);
      face.outlineOf(glyph);
    }
  };

  test('give a face or findings, never an exception', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '\0\u0001\0\0', 'OTTO', 'true', 'wOF2'),
        fc.uint8Array({ maxLength: 400 }),
        (start, rest) => faceOrFindings(Uint8Array.from([...ascii(start), ...rest])),
      ),
      { numRuns: fuzzRuns(500) },
    );
  });

  test('of a real font with some changed give a face or findings, never an exception', () => {
    const damage = fc.array(fc.tuple(fc.nat(nunito.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = nunito.slice();
        for (const [index, value] of changes) bytes[index] = value;
        faceOrFindings(bytes);
      }),
      { numRuns: fuzzRuns(60) },
    );
  });

  test('in the tables that lead to all others give a face or findings, never an exception', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('head', 'hhea', 'maxp', 'OS/2', 'loca', 'cmap', 'name', 'post', 'hmtx'),
        fc.uint8Array({ maxLength: 120 }),
        (tag, bytes) => faceOrFindings(fontOf(tablesOf(nunito).set(tag, bytes))),
      ),
      { numRuns: fuzzRuns(100) },
    );
  });
});

test('Nastaliq can be shaped for Urdu, Nunito cannot', () => {
  const library = openFaceLibrary(worldOf());
  const face = (file: string) => library.face({ file, weight: 400, at }).value;
  expect(face(NASTALIQ)?.canShape('Arab')).toBe(true);
  expect(face(NUNITO)?.canShape('Arab')).toBe(false);
  expect(face(NUNITO)?.canShape('Latn')).toBe(true);
});

/** The glyph of a character by a `cmap` subtable of format 4 (OpenType, cmap). */
function glyphInFormat4(cmap: Uint8Array, codePoint: number): number {
  const view = new DataView(cmap.buffer, cmap.byteOffset, cmap.byteLength);
  for (let record = 4; record < 4 + view.getUint16(2) * 8; record += 8) {
    const table = view.getUint32(record + 4);
    if (view.getUint16(table) !== 4) continue;
    const twice = view.getUint16(table + 6);
    for (let at = 0; at < twice; at += 2) {
      if (view.getUint16(table + 14 + at) < codePoint) continue;
      const first = view.getUint16(table + 16 + twice + at);
      const offsetAt = table + 16 + 3 * twice + at;
      const offset = view.getUint16(offsetAt);
      const delta = view.getUint16(table + 16 + 2 * twice + at);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      return (view.getUint16(offsetAt + offset + (codePoint - first) * 2) + delta) & 0xffff;
    }
  }
  throw new Error('the font has no such table');
}
