import { beforeAll, describe, expect, test } from 'vitest';
import type { BoxStyle, ComposedForm, Node } from '../../src/compose/blocks.js';
import type { FillItem, LaidOutPanel } from '../../src/layout/laid-out.js';
import { layOutForm, loadBoxes } from '../../src/layout/lay-out-form.js';
import { PanelCache } from '../../src/layout/panel-cache.js';
import { placeSlot } from '../../src/layout/place-slot.js';
import { BLACK, PAPER } from '../../src/units/ink.js';
import {
  ACCENT,
  box,
  CARD,
  code,
  composed,
  edges,
  logo,
  mm,
  panel,
  paragraph,
  row,
  slot,
  TRIFOLD,
  text,
  URDU,
} from './builders.js';
import { fakeTypesetter } from './fake-typesetter.js';

beforeAll(loadBoxes);

const PRINT = { demonstration: false, draft: false };

function layOut(form: ComposedForm) {
  const { value, findings } = layOutForm(form, fakeTypesetter(), PRINT);
  if (value === undefined) throw new Error('no form');
  return { form: value, findings };
}

/** The only panel of a card of 99 by 210 mm, with margins of 8 mm, and the codes of what is wrong with it. */
function card(children: readonly Node[], over: Partial<BoxStyle> = {}) {
  const form = composed([panel('front', children, { padding: edges(8), ...over })]);
  const { form: laidOut, findings } = layOut(form);
  return { ...onlyPanel(laidOut.sides), findings, codes: findings.map((it) => it.code) };
}

function onlyPanel(sides: ReturnType<typeof layOut>['form']['sides']): { it: LaidOutPanel } {
  const it = sides[0]?.panels[0]?.panel;
  if (it === undefined) throw new Error('no panel');
  return { it };
}

const texts = (it: LaidOutPanel) =>
  it.items.flatMap((item) => (item.kind === 'text' ? [item] : []));

const fills = (it: LaidOutPanel) =>
  it.items.flatMap((item) => (item.kind === 'fill' ? [item] : []));

/** Left, top, right and bottom of a fill. */
function extent({ path }: FillItem) {
  const points = path.flatMap((step) => (step[0] === 'Z' ? [] : [step]));
  const xs = points.map((step) => step.at(-2) as number);
  const ys = points.map((step) => step.at(-1) as number);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

describe('boxes', () => {
  test('copy starts at the margin and each paragraph follows the one before it', () => {
    const { it, codes } = card([text('One'), text('Two', { margin: edges(2) })]);
    expect(texts(it).map(({ x, y }) => [x, y])).toEqual([
      [8, 8],
      [10, 15],
    ]);
    expect(codes).toEqual([]);
  });

  test('lengths are kept to the micrometre, not rounded to whole millimetres', () => {
    const { it } = card([text('One', { margin: { ...edges(0), left: 33.3, top: 0.25 } })]);
    expect(texts(it).map(({ x, y }) => [x, y])).toEqual([[41.3, 8.25]]);
  });

  test('a paragraph breaks to the width that is left beside a QR code, and neither is squashed', () => {
    const words = 'Call at any hour of the day or night, it is free';
    const { it, codes } = card([row([box([code()]), text(words, { grow: 1 })], { columnGap: 4 })]);
    const [copy] = texts(it);
    expect(copy?.x).toBe(34);
    // 99 less two margins of 8, the code of 22 and the gap of 4; a letter is 2 mm wide.
    expect(copy?.text.measure).toBe(57);
    expect(copy?.text.lines.length).toBe(2);
    expect(codes).toEqual([]);
  });

  test('two columns that share a width are equal, whatever stands in them', () => {
    const share = { grow: 1, basis: mm(0) };
    const { it } = card([
      row([box([text('a')], share), box([text('a longer text that breaks in two')], share)], {
        columnGap: 3,
      }),
    ]);
    expect(texts(it).map(({ x, text: set }) => [x, set.measure])).toEqual([
      [8, 40],
      [51, 40],
    ]);
  });

  test('a box that shares out its column is never lower than its copy', () => {
    const tall = text('one two three', { width: mm(12) });
    const share = { grow: 1, basis: mm(0) };
    const { it, codes } = card([
      box([tall], share),
      box([text('next')], share),
      box([], { height: mm(174) }),
    ]);
    // 194 mm less 174 leave 10 for each share; three lines of 5 need 15.
    expect(texts(it).map(({ y }) => y)).toEqual([8, 23]);
    expect(codes).toEqual([]);
  });

  test('what is pushed to the foot of a panel stands on its margin', () => {
    const { it } = card([text('Top'), box([text('Foot')], { grow: 1, justify: 'end' })]);
    expect(texts(it).map(({ y }) => y)).toEqual([8, 197]);
  });

  test('a share of the parent is a share of what its padding leaves', () => {
    const { it } = card([
      box([text('a')], { width: { unit: 'share', value: 0.5 }, background: ACCENT }),
    ]);
    expect(fills(it).map(extent)).toEqual([[8, 8, 49.5, 13]]);
  });

  test('an absolute box stands by its inset and pushes nothing', () => {
    const inset = { top: mm(100), left: mm(50), right: 'auto', bottom: 'auto' } as const;
    const { it } = card([text('One', { position: 'absolute', inset }), text('Two')]);
    expect(texts(it).map(({ x, y }) => [x, y])).toEqual([
      [50, 100],
      [8, 8],
    ]);
  });

  test('a logo of 4 to 1 that is told its width takes a quarter of it as height, and is not stretched', () => {
    const { it } = card([logo({ width: mm(30) }), logo({ height: mm(5) })]);
    const boxes = it.items.flatMap((item) => (item.kind === 'art' ? [item.box] : []));
    expect(boxes).toEqual([
      { x: 8, y: 8, width: 30, height: 7.5 },
      { x: 8, y: 15.5, width: 20, height: 5 },
    ]);
  });

  test('a drawing in a box of another shape stands in its middle, undistorted', () => {
    const { it } = card([logo({ width: mm(20), height: mm(20) })]);
    const [art] = it.items.flatMap((item) => (item.kind === 'art' ? [item] : []));
    expect(art?.box).toEqual({ x: 8, y: 15.5, width: 20, height: 5 });
    expect(art?.parts[0]?.path.slice(0, 2)).toEqual([
      ['M', 8, 15.5],
      ['L', 28, 15.5],
    ]);
    const [, stroke] = art?.parts ?? [];
    expect(stroke?.kind === 'stroke' && stroke.width).toBe(0.5);
    expect(stroke?.ink).toBe(BLACK);
  });

  test('a mirrored drawing is turned round in its own box', () => {
    const { it } = card([logo({ width: mm(20), height: mm(20) }, { isMirrored: true })]);
    const [art] = it.items.flatMap((item) => (item.kind === 'art' ? [item] : []));
    expect(art?.box).toEqual({ x: 8, y: 15.5, width: 20, height: 5 });
    expect(art?.parts[0]?.path.slice(0, 3)).toEqual([
      ['M', 28, 15.5],
      ['L', 8, 15.5],
      ['L', 8, 20.5],
    ]);
  });
});

describe('lists', () => {
  const bullet = { paragraph: paragraph('-'), width: 3, gap: 1.5 };

  test('bullets hang at the start side, on the baseline of the first line', () => {
    const item = { ...text('Talk to them'), marker: bullet };
    const { it } = card([item]);
    const [marker, copy] = texts(it);
    expect([marker?.role, marker?.x, marker?.y]).toEqual(['marker', 8, 8]);
    expect([copy?.x, copy?.text.measure]).toEqual([12.5, 78.5]);
  });

  test('in a language read from the right they hang on the right', () => {
    const item = {
      ...text('abc', {}, { direction: 'rtl' }),
      marker: { ...bullet, paragraph: paragraph('-', { direction: 'rtl' }) },
    };
    const { form } = layOut(
      composed([panel('front', [item], { padding: edges(8) })], { locale: URDU }),
    );
    const [marker, copy] = texts(onlyPanel(form.sides).it);
    expect([marker?.x, copy?.x, copy?.text.measure]).toEqual([88, 8, 78.5]);
  });
});

describe('from right to left', () => {
  test('rows run from the right, paddings stay where they are', () => {
    const cells = [
      box([], { width: mm(20), height: mm(5), background: ACCENT }),
      box([], { width: mm(30), height: mm(5), background: BLACK }),
    ];
    const form = composed(
      [panel('front', [row(cells)], { padding: { top: 8, right: 10, bottom: 8, left: 20 } })],
      { locale: URDU },
    );
    const { it } = onlyPanel(layOut(form).form.sides);
    expect(it.direction).toBe('rtl');
    expect(fills(it).map(extent)).toEqual([
      [69, 8, 89, 13],
      [39, 8, 69, 13],
    ]);
  });

  test('start is right for a box that is narrower than its column', () => {
    const cell = box([], { width: mm(20), height: mm(5), background: ACCENT, alignSelf: 'start' });
    const form = composed([panel('front', [cell], { padding: edges(8) })], { locale: URDU });
    expect(fills(onlyPanel(layOut(form).form.sides).it).map(extent)).toEqual([[71, 8, 91, 13]]);
  });
});

describe('grounds and borders', () => {
  const colours = ['left', 'centre', 'right'].map((name) =>
    panel(name, [], { background: ACCENT }),
  );

  test('a ground runs through the bleed at the trim and stops at the fold', () => {
    const { form } = layOut(composed(colours, { format: TRIFOLD }));
    const panels = form.sides[0]?.panels ?? [];
    expect(panels.map(({ panel: it }) => fills(it).map(extent))).toEqual([
      [[-3, -3, 100, 213]],
      [[0, -3, 100, 213]],
      [[0, -3, 100, 213]],
    ]);
    expect(panels.map(({ panel: it }) => it.outer)).toEqual([
      { top: 3, right: 0, bottom: 3, left: 3 },
      { top: 3, right: 0, bottom: 3, left: 0 },
      { top: 3, right: 3, bottom: 3, left: 0 },
    ]);
  });

  test('panels fill their side, left to right', () => {
    const { form } = layOut(composed(colours, { format: TRIFOLD }));
    const placed = form.sides[0]?.panels.map(({ x, panel: it }) => [it.name, x, it.width]);
    expect(placed).toEqual([
      ['left', 0, 100],
      ['centre', 100, 100],
      ['right', 200, 97],
    ]);
  });

  test('a band that touches one edge of the trim runs on there alone', () => {
    const { it } = card([box([], { height: mm(20), background: ACCENT })], { padding: edges(0) });
    expect(fills(it).map(extent)).toEqual([[-3, -3, 102, 20]]);
  });

  test('a rounded card has round corners, but none where it is cut', () => {
    const { it } = card([box([], { height: mm(20), background: ACCENT, radius: 3 })]);
    const [round] = fills(it);
    expect(round?.path.filter((step) => step[0] === 'C').length).toBe(4);
    expect(round?.path[0]).toEqual(['M', 11, 8]);
    const cut = card([box([], { height: mm(20), background: ACCENT, radius: 3 })], {
      padding: edges(0),
    });
    expect(fills(cut.it)[0]?.path.filter((step) => step[0] === 'C').length).toBe(0);
  });

  test('a border of one ink is one ring, of one side one strip', () => {
    const line = { width: 1, ink: ACCENT };
    const all = { top: line, right: line, bottom: line, left: line };
    const ring = fills(card([box([], { height: mm(10), border: all })]).it);
    expect(ring.map((it) => [it.rule, ...extent(it)])).toEqual([['evenodd', 8, 8, 91, 18]]);
    const strip = fills(card([box([text('a')], { border: { top: line } })]).it);
    expect(strip.map(extent)).toEqual([[8, 8, 91, 9]]);
  });

  test('words and codes know the ink they stand on', () => {
    const { it } = card([text('on paper'), box([text('on colour')], { background: ACCENT })]);
    expect(texts(it).map(({ ground }) => ground.token)).toEqual(['paper', 'accent']);
  });

  test('bare paper on bare paper is not drawn', () => {
    const { it } = card([box([text('a')], { background: PAPER })], { background: PAPER });
    expect(fills(it)).toEqual([]);
  });
});

describe('QR codes', () => {
  test('on a printed ground a code gets a square of paper with its quiet zone', () => {
    const { it } = card([code({ margin: edges(6) })], { background: ACCENT });
    const [, square] = fills(it);
    const symbol = it.items.find((item) => item.kind === 'code');
    if (square === undefined || symbol?.kind !== 'code') throw new Error('no code');
    // Version 1: 21 modules in 22 mm.
    expect(symbol.module).toBeCloseTo(22 / 21, 9);
    expect([symbol.x, symbol.y]).toEqual([14, 14]);
    expect(extent(square)).toEqual([9.81, 9.81, 40.19, 40.19]);
    expect(square.ink).toBe(PAPER);
    expect(symbol.ground).toBe(PAPER);
  });

  test('on paper it needs none', () => {
    expect(fills(card([code()]).it)).toEqual([]);
  });
});

describe('record slots', () => {
  test('a slot is as high as its line and as wide as its parent', () => {
    const { it } = card([slot(['A15', 'iPhone 17 Pro Max'])]);
    expect(it.slots.map((one) => one.box)).toEqual([{ x: 8, y: 8, width: 83, height: 5 }]);
  });

  test('in a row it is as wide as its longest value', () => {
    const { it } = card([row([slot(['A15', 'Galaxy A15']), text('next')])]);
    // Ten letters of 2 mm.
    expect(it.slots[0]?.box.width).toBe(20);
    expect(texts(it)[0]?.x).toBe(28);
  });

  test('a value is set in its slot on one line, by its alignment', () => {
    const node = slot(['A15']);
    const { it } = card([{ ...node, text: { ...node.text, align: 'end' } }]);
    const [place] = it.slots;
    if (place === undefined) throw new Error('no slot');
    const { paragraph: set, x, y } = placeSlot(place, 'Galaxy A15', fakeTypesetter());
    expect([x, y, set.lines.length]).toEqual([8, 8, 1]);
    expect(set.lines[0]?.x).toBe(63);
  });
});

describe('the marks of the tool', () => {
  const panels = TRIFOLD.readingOrder.map((name) =>
    panel(name, [text('Hi', { margin: edges(9) })]),
  );

  test('a demonstration copy says so once a side, 5.9 mm above the trim', () => {
    const form = composed(panels, { format: TRIFOLD });
    const { value } = layOutForm(form, fakeTypesetter(), { demonstration: true, draft: false });
    const [notice, ...rest] = value?.sides[0]?.overlay ?? [];
    if (notice?.kind !== 'text') throw new Error('no notice');
    expect(rest).toEqual([]);
    expect(notice.role).toBe('notice');
    expect(notice.text.paragraph.runs[0]?.text).toBe('Demonstration copy, not for distribution');
    expect(notice.text.paragraph.runs[0]?.style.size).toBeCloseTo(2.469, 3);
    expect(notice.x).toBe(8);
    expect(210 - notice.y - (notice.text.lines[0]?.baseline ?? 0)).toBeCloseTo(5.9, 2);
  });

  test('on a printed ground its words stand on a strip of paper', () => {
    const dark = [panel('front', [], { background: ACCENT })];
    const { value } = layOutForm(composed(dark), fakeTypesetter(), {
      demonstration: true,
      draft: false,
    });
    expect(value?.sides[0]?.overlay.map((it) => it.kind)).toEqual(['fill', 'text']);
  });

  test('a draft is marked across every panel, within its edges', () => {
    const form = composed(panels, { format: TRIFOLD });
    const { value } = layOutForm(form, fakeTypesetter(), { demonstration: false, draft: true });
    const marks = value?.sides[0]?.overlay ?? [];
    const spans = marks.map((mark) => {
      if (mark.kind !== 'stroke') throw new Error('a mark is a stroke');
      const [left = 0, top = 0, right = 0, bottom = 0] = extent({
        ...mark,
        kind: 'fill',
        rule: 'nonzero',
      });
      return { left, top, right, bottom };
    });
    expect(spans.length).toBe(3);
    spans.forEach(({ left, right, top, bottom }, index) => {
      const x = index * 100;
      const width = index === 2 ? 97 : 100;
      expect(left).toBeGreaterThanOrEqual(x);
      expect(right).toBeLessThanOrEqual(x + width);
      expect(right - left).toBeCloseTo(width * 0.94, 1);
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeLessThan(210);
    });
  });

  test('a leaflet for print has neither', () => {
    const { form } = layOut(composed(panels, { format: TRIFOLD }));
    expect(form.sides[0]?.overlay).toEqual([]);
  });
});

describe('keys and the cache', () => {
  const twice = (words: string) => composed([panel('front', [text(words)], { padding: edges(8) })]);
  const keyOf = (form: ComposedForm) => onlyPanel(layOut(form).form.sides).it.key;

  test('the same words elsewhere in the files are the same panel', () => {
    expect(keyOf(twice('Hello'))).toBe(keyOf(twice('Hello')));
    expect(keyOf(twice('Hello'))).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('another word, ink, place or size is another panel', () => {
    const other = composed([panel('front', [text('Hello')], { padding: edges(8.1) })]);
    const inked = composed([
      panel('front', [text('Hello')], { padding: edges(8), background: ACCENT }),
    ]);
    const larger = composed([panel('front', [text('Hello', {}, {}, 4.1)], { padding: edges(8) })]);
    const keys = [twice('Hello'), twice('Hallo'), other, inked, larger].map(keyOf);
    expect(new Set(keys).size).toBe(5);
  });

  test('forms that share a panel have it laid out once', () => {
    const cache = new PanelCache();
    const typesetter = fakeTypesetter();
    const one = layOutForm(twice('Hello'), typesetter, { ...PRINT, cache });
    const sets = typesetter.sets;
    const two = layOutForm(twice('Hello'), typesetter, { ...PRINT, cache });
    expect(typesetter.sets).toBe(sets);
    expect(two.value?.sides[0]?.panels[0]?.panel).toBe(one.value?.sides[0]?.panels[0]?.panel);
    layOutForm(twice('Hello'), fakeTypesetter(), { ...PRINT, cache });
    layOutForm(twice('Other'), typesetter, { ...PRINT, cache });
    expect(typesetter.sets).toBeGreaterThan(sets);
  });

  test('a panel that is too long is so in every form that has it', () => {
    const cache = new PanelCache();
    const typesetter = fakeTypesetter();
    const long = () =>
      composed([panel('front', [text('Long', { margin: { ...edges(0), top: 208 } })])]);
    const counts = [long(), long()].map(
      (form) => layOutForm(form, typesetter, { ...PRINT, cache }).findings.length,
    );
    expect(counts).toEqual([1, 1]);
  });
});

test('a format of another size gives its panels that size', () => {
  const small = {
    ...CARD,
    trim: { width: 60, height: 90 },
    sides: [{ name: 'front', panels: [{ name: 'front', width: 60 }] }],
  };
  const { form } = layOut(
    composed([panel('front', [], { background: ACCENT })], { format: small }),
  );
  expect(fills(onlyPanel(form.sides).it).map(extent)).toEqual([[-3, -3, 63, 93]]);
});
