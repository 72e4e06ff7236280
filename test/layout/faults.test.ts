import { beforeAll, describe, expect, test } from 'vitest';
import type { BoxStyle, ComposedPanel, Node } from '../../src/compose/blocks.js';
import { layOutForm, loadBoxes } from '../../src/layout/lay-out-form.js';
import {
  ACCENT,
  box,
  code,
  composed,
  edges,
  logo,
  mm,
  panel,
  row,
  slot,
  TRIFOLD,
  text,
} from './builders.js';
import { fakeTypesetter } from './fake-typesetter.js';

beforeAll(loadBoxes);

const PRINT = { demonstration: false, draft: false };

function faults(panels: readonly ComposedPanel[], format = {}) {
  return layOutForm(composed(panels, format), fakeTypesetter(), PRINT).findings;
}

const card = (children: readonly Node[], over: Partial<BoxStyle> = {}) =>
  faults([panel('front', children, { padding: edges(8), ...over })]);

const at = (x: number, y: number): Partial<BoxStyle> => ({
  position: 'absolute',
  inset: { left: mm(x), top: mm(y), right: 'auto', bottom: 'auto' },
});

describe('copy that does not fit its panel', () => {
  test('is a finding for each sentence, with its place in the deck, millimetres and letters', () => {
    const faults = card([
      box([], { height: mm(187) }),
      text('First words.', { margin: { ...edges(0), bottom: 2 } }),
      text('One sentence. Call us at any hour.'),
    ]);
    expect(faults.map(({ sentence }) => sentence)).toEqual([
      'One sentence.',
      'Call us at any hour.',
    ]);
    expect(faults[1]).toMatchObject({
      code: 'layout/copy-too-long',
      severity: 'error',
      at: { file: 'locales/en-GB/parent.yaml', line: 7 },
      leaflet: 'parent-trifold',
      brand: 'northstar',
      locale: 'en-GB',
      panel: 'front',
      overCharacters: 20,
      problem:
        '"Call us at any hour." stands 2.0 mm past the end of panel "front"; 20 letters of it have no room',
    });
    // 8 + 187 + 5 + 2 + 5 = 207 mm; the live area ends at 205.
    expect(faults[1]?.overMm).toBeCloseTo(2, 6);
  });

  test('leaves out the sentences that end above the foot, and counts only letters below it', () => {
    // Lines of 41 letters: the first two stand above 205 mm, the third below.
    const [first, ...rest] = card([
      box([], { height: mm(187) }),
      text(
        'This line ends here, with no letter left. The sentence after it runs over its own end, and so it lacks some room.',
      ),
    ]);
    expect(rest).toEqual([]);
    expect(first?.sentence).toMatch(/^The sentence after it/);
    expect(first?.overCharacters).toBeGreaterThan(20);
    expect(first?.overCharacters).toBeLessThan(41);
  });

  test('that ends exactly on the live area fits', () => {
    expect(card([box([], { height: mm(192) }), text('Last.')])).toEqual([]);
  });

  test('that is centred and too high is told line by line', () => {
    const lines = Array.from({ length: 44 }, () => text('A line.'));
    const faults = card([box(lines, { grow: 1, justify: 'center' })]);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['layout/copy-too-long']));
    expect(faults.map(({ overMm }) => Math.round(overMm ?? 0))).toEqual([3, 8, 13, 18, 23]);
  });

  test('that is pulled up past the room for copy is told as such', () => {
    const [fault] = card([text('A line.', { margin: { ...edges(0), top: -9 } })]);
    expect(fault?.problem).toContain('"A line." stands 6.0 mm above the room of panel "front"');
  });

  test('that pushes a QR code off the panel names the code', () => {
    const [fault] = card([box([], { height: mm(180) }), code()]);
    expect(fault?.code).toBe('layout/copy-too-long');
    expect(fault?.problem).toContain('the QR code for "GB.harbour.phone"');
    expect(fault?.overMm).toBeCloseTo(5, 6);
  });
});

describe('what stands outside the live area', () => {
  test.each([
    ['words', text('Near', at(2, 50)), 3],
    ['a QR code', code(at(75, 50)), 3],
    ['a logo', logo({ ...at(5, 3), width: mm(20) }), 2],
    ['a record slot', slot(['A15'], { ...at(90, 50), width: mm(6) }), 2],
  ])('is found: %s', (_, node, over) => {
    const [fault, ...rest] = card([node]);
    expect(rest).toEqual([]);
    expect(fault?.code).toBe('layout/outside-live');
    expect(fault?.overMm).toBeCloseTo(over, 6);
  });

  test('but grounds and icons may', () => {
    const icon = logo({ ...at(-2, -2), width: mm(30) }, { role: 'icon', logo: undefined });
    expect(
      card([icon, box([], { ...at(0, 0), width: mm(9), height: mm(9), background: ACCENT })]),
    ).toEqual([]);
  });

  test('at a fold the live area begins 4 mm in, at the trim 5', () => {
    const codes = (x: number, name: string) =>
      faults(
        ['left', 'centre', 'right'].map((it) =>
          panel(it, it === name ? [text('ab', at(x, 50))] : [text('x', { margin: edges(9) })]),
        ),
        { format: TRIFOLD },
      ).map((it) => [it.code, it.panel]);
    expect(codes(4, 'centre')).toEqual([]);
    expect(codes(4, 'left')).toEqual([['layout/outside-live', 'left']]);
    expect(codes(92, 'left')).toEqual([]);
    expect(codes(92, 'right')).toEqual([['layout/outside-live', 'right']]);
  });

  test('across a fold it says so', () => {
    const [fault] = faults(
      ['left', 'centre', 'right'].map((it) =>
        panel(it, it === 'left' ? [text('across', at(95, 50))] : [text('x', { margin: edges(9) })]),
      ),
      { format: TRIFOLD },
    );
    expect(fault?.problem).toContain('runs across the fold');
  });
});

test('a word wider than its box is named', () => {
  const [fault] = card([text('so unbreakable', { width: mm(20) })]);
  expect(fault).toMatchObject({
    code: 'layout/word-too-wide',
    at: { file: 'locales/en-GB/parent.yaml', line: 7 },
    problem: '"unbreakable" on panel "front" is 22.0 mm wide and its box 20.0 mm',
  });
  expect(fault?.overMm).toBeCloseTo(2, 6);
});

test('words that burst the box painted round them are found', () => {
  const tight = box([text('one two three')], { width: mm(12), height: mm(8), background: ACCENT });
  const [fault, ...rest] = card([tight, box([], { height: mm(30) })]);
  expect(rest).toEqual([]);
  expect(fault?.code).toBe('layout/outside-box');
  expect(fault?.overMm).toBeCloseTo(7, 6);
});

test('words on other words are found, and both are named', () => {
  const [fault, ...rest] = card([text('Under'), text('Over', at(12, 10))]);
  expect(rest).toEqual([]);
  expect(fault?.code).toBe('layout/overlap');
  expect(fault?.problem).toBe('"Over" on panel "front" lies on "Under", by 3.0 mm');
});

test('a fixed height that is too small for its words puts the next ones on top of them', () => {
  const [fault] = card([
    box([text('one two three', { width: mm(12) })], { height: mm(6) }),
    text('next'),
  ]);
  expect(fault?.code).toBe('layout/overlap');
});

test('a QR code beside a long paragraph keeps its place', () => {
  const words = 'A very long text that says many things in order to fill its column, and more';
  expect(card([row([box([box([code()])]), box([text(words)])], { columnGap: 5 })])).toEqual([]);
});

test('a target that no QR code can hold is found', () => {
  const [fault] = card([code({}, { target: '' })]);
  expect(fault?.code).toBe('layout/code-target');
});

test('letters that no font has are reported once a paragraph', () => {
  const typesetter = { ...fakeTypesetter(), check: () => [{ code: 'typeset/x' }] as never };
  const nodes = [
    { ...text('a'), marker: { paragraph: text('-').paragraph, width: 2, gap: 1 } },
    slot(['x', 'y']),
  ];
  const { findings } = layOutForm(
    composed([panel('front', nodes, { padding: edges(8) })]),
    typesetter,
    PRINT,
  );
  expect(findings.length).toBe(4);
});

test('a panel that the template does not fill stops the form', () => {
  const { value, findings } = layOutForm(composed([]), fakeTypesetter(), PRINT);
  expect(value).toBeUndefined();
  expect(findings.map((it) => it.code)).toEqual(['layout/panel-missing']);
});

test('a panel that the format does not have is named', () => {
  const codes = faults([panel('front', [text('x', { margin: edges(9) })]), panel('frnt', [])]).map(
    (it) => it.code,
  );
  expect(codes).toEqual(['layout/panel-unknown']);
});
