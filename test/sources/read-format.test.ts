import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mirrorFormat } from '../../src/plan/mirror-format.js';
import { foldingOf } from '../../src/sources/folding-of.js';
import type { Format } from '../../src/sources/format.js';
import { readFormat } from '../../src/sources/read-format.js';
import { fakeWorld } from '../support/fake-world.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

const shipped = fakeWorld({}, { shipped: true });
const textOf = (id: string): string => {
  const read = shipped.read(`templates/formats/${id}.yaml`);
  return read.kind === 'bytes' ? new TextDecoder().decode(read.bytes) : '';
};
const ROLL = textOf('a4-roll-fold-dl');
const read = (text: string) =>
  readFormat(fakeWorld({ 'templates/formats/ours.yaml': text }), 'ours');

const roll = (): Format => {
  const { value } = readFormat(shipped, 'a4-roll-fold-dl');
  if (value === undefined) throw new Error('the shipped format is not there');
  return value;
};

test('the trifold is A4, its flap 3 mm narrower, its folds alike on both sides', () => {
  expect(readFormat(shipped, 'a4-roll-fold-dl').findings).toEqual([]);
  const { trim, sides, readingOrder, fold } = roll();
  expect([trim, fold]).toEqual([{ width: 297, height: 210 }, 'roll']);
  expect(sides.map(({ panels }) => panels.map(({ name, width }) => `${name} ${width}`))).toEqual([
    ['flap 97', 'back 100', 'front 100'],
    ['inside-left 100', 'inside-centre 100', 'inside-right 97'],
  ]);
  expect(readingOrder).toEqual([
    'front',
    'flap',
    'inside-left',
    'inside-centre',
    'inside-right',
    'back',
  ]);
});

test('the card of the receipt wallet keeps numbers and codes out of the pocket', () => {
  const { value, findings } = readFormat(shipped, 'dl-card');
  expect(findings).toEqual([]);
  expect(value?.keepOut).toMatchObject([
    { sides: ['front', 'back'], from: 'bottom', height: 75, of: ['number', 'code'] },
  ]);
});

describe('a format is sent back', () => {
  test.each([
    [
      'when its panels do not fill the sheet',
      'back, width: 100',
      'back, width: 99',
      ['format/widths', 'format/mirror'],
    ],
    [
      'when a fold misses the fold of the other side',
      'inside-left, width: 100',
      'inside-left, width: 103',
      ['format/widths', 'format/mirror'],
    ],
    ['when it says that it is not folded', 'fold: roll', 'fold: none', ['format/flap']],
    [
      'when two panels share a name',
      'name: back',
      'name: flap',
      ['format/names', 'format/reading-order'],
    ],
    ['when both sides share a name', 'name: inside\n', 'name: outside\n', ['format/names']],
    [
      'when a panel is never read',
      'inside-right, back]',
      'inside-right]',
      ['format/reading-order'],
    ],
    ['when a panel is read twice', '[front, flap', '[front, front, flap', ['format/reading-order']],
    ['when copy has no room', 'fromTrim: 5', 'fromTrim: 60', Array(6).fill('format/live')],
    [
      'when a keep-out is on no side',
      'keepOut: []',
      'keepOut: [{ sides: [top], from: top, height: 9, of: [code], why: x }]',
      ['format/field'],
    ],
    [
      'when a keep-out leaves nothing',
      'keepOut: []',
      'keepOut: [{ sides: [inside], from: top, height: 210, of: [code], why: x }]',
      ['format/field'],
    ],
    ['when a width is in words', 'flap, width: 97', 'flap, width: "97"', ['format/field']],
  ])('%s', (_, from, to, codes) => {
    expect(ROLL).toContain(from);
    const { value, findings } = read(ROLL.replace(from, to));
    expect(value).toBeUndefined();
    expect(findings.map(({ code }) => code).sort()).toEqual([...codes].sort());
    for (const it of findings) expect(it.at.line).toBeGreaterThan(0);
  });

  test('when its flap would buckle', () => {
    const even = ROLL.replaceAll(/width: (?:97|100) /g, 'width: 99 ');
    expect(read(even).findings).toMatchObject([
      { code: 'format/flap', problem: 'the flap is 0 mm narrower than the panel it tucks behind' },
    ]);
  });
});

test('any sheet cut into a flap and equal panels is a format, whatever its sizes', () => {
  const sheets = fc.record({
    panel: fc.integer({ min: 40, max: 200 }),
    tuck: fc.integer({ min: 1, max: 5 }),
    count: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(sheets, ({ panel, tuck, count }) => {
      const widths = [panel - tuck, ...Array<number>(count).fill(panel)];
      const side = (name: string, list: readonly number[]) => ({
        name,
        panels: list.map((width, index) => ({ name: `${name}-${index}`, width })),
      });
      const sides = [side('a', widths), side('b', widths.toReversed())];
      const written = {
        title: 'x',
        trim: { width: widths.reduce((a, b) => a + b), height: 210 },
        bleed: 3,
        live: { fromTrim: 5, fromFold: 4 },
        fold: 'roll',
        sides,
        readingOrder: sides.flatMap(({ panels }) => panels.map(({ name }) => name).reverse()),
      };
      expect(read(JSON.stringify(written)).findings).toEqual([]);
    }),
    { numRuns: fuzzRuns(200) },
  );
});

test('mirrored twice, a piece is itself; mirrored once, it opens the other way and reads on', () => {
  const format = roll();
  const mirrored = mirrorFormat(format);
  expect(mirrored.sides[0]?.panels.map(({ name }) => name)).toEqual(['front', 'back', 'flap']);
  expect(mirrored.readingOrder).toEqual(format.readingOrder);
  expect(mirrorFormat(mirrored)).toEqual({ ...format, folding: foldingOf(format) });
});

describe('panels that lie on each other edge on edge', () => {
  const fold = (kind: string, widths: readonly number[]) => {
    const panels = (of: readonly number[], side: string) =>
      of.map((width, at) => `      - { name: ${side}${at}, width: ${width} }`).join('\n');
    const names = [...widths.keys()].reverse().flatMap((at) => [`a${at}`, `b${at}`]);
    return `title: "Ours"
trim: { width: ${widths.reduce((sum, it) => sum + it, 0)}, height: 148 }
bleed: 3
live: { fromTrim: 5, fromFold: 4 }
fold: ${kind}
sides:
  - name: outside
    panels:
${panels(widths, 'a')}
  - name: inside
    panels:
${panels([...widths].reverse(), 'b')}
readingOrder: [${names.join(', ')}]
`;
  };

  test('are two of one width in a half fold', () => {
    expect(read(fold('half', [105, 105])).findings).toEqual([]);
    for (const widths of [[105, 104], [70, 70, 70], [210]])
      expect(read(fold('half', widths)).findings.map(({ code }) => code)).toEqual(['format/flap']);
  });

  test('are three or more of one width in a Z fold', () => {
    expect(read(fold('z', [99, 99, 99])).findings).toEqual([]);
    for (const widths of [
      [99, 99, 97],
      [105, 105],
    ])
      expect(read(fold('z', widths)).findings.map(({ code }) => code)).toEqual(['format/flap']);
  });
});
