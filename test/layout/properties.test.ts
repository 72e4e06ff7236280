import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { BoxStyle, Length, Node } from '../../src/compose/blocks.js';
import { layOutForm, loadBoxes } from '../../src/layout/lay-out-form.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import {
  ACCENT,
  box,
  CARD,
  code,
  composed,
  ENGLISH,
  edges,
  logo,
  panel,
  slot,
  text,
  URDU,
} from './builders.js';
import { fakeTypesetter } from './fake-typesetter.js';

beforeAll(loadBoxes);

const millimetres = fc.integer({ min: -400, max: 4000 }).map((it) => it / 10);
const positive = fc.integer({ min: 0, max: 2500 }).map((it) => it / 10);

const length: fc.Arbitrary<Length> = fc.oneof(
  fc.constant('auto' as const),
  positive.map((value) => ({ unit: 'mm' as const, value })),
  fc.integer({ min: 0, max: 100 }).map((value) => ({ unit: 'share' as const, value: value / 100 })),
);

const fourEdges = (value: fc.Arbitrary<number>) =>
  fc.record({ top: value, right: value, bottom: value, left: value });

const border = fc.option(
  positive.map((width) => ({ width: width / 100, ink: ACCENT })),
  {
    nil: undefined,
  },
);

const style: fc.Arbitrary<Partial<BoxStyle>> = fc.record(
  {
    direction: fc.constantFrom('row', 'column'),
    justify: fc.constantFrom('start', 'center', 'end', 'between', 'around', 'evenly'),
    align: fc.constantFrom('start', 'center', 'end', 'stretch'),
    alignSelf: fc.constantFrom('start', 'center', 'end', 'stretch'),
    wrap: fc.boolean(),
    grow: fc.integer({ min: 0, max: 3 }),
    shrink: fc.integer({ min: 0, max: 3 }),
    basis: length,
    rowGap: positive,
    columnGap: positive,
    width: length,
    height: length,
    minWidth: length,
    minHeight: length,
    maxWidth: length,
    maxHeight: length,
    padding: fourEdges(positive),
    margin: fourEdges(millimetres),
    position: fc.constantFrom('relative', 'absolute'),
    inset: fourEdges(millimetres).map((it) => ({
      top: { unit: 'mm' as const, value: it.top },
      right: 'auto' as const,
      bottom: 'auto' as const,
      left: { unit: 'mm' as const, value: it.left },
    })),
    background: fc.constant(ACCENT),
    border: fc.record({ top: border, right: border, bottom: border, left: border }),
    radius: positive,
  },
  { requiredKeys: [] },
);

const words = fc.string({ unit: 'grapheme', maxLength: 200 });

const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc.tuple(words, style).map(([it, over]) => text(it, over)),
  fc.tuple(words, style).map(([it, over]) => ({
    ...text(it, over),
    marker: { paragraph: text('•').paragraph, width: 3, gap: 1 },
  })),
  fc.tuple(words, style).map(([target, over]) => code(over, { target })),
  style.map((over) => logo(over)),
  fc.tuple(fc.array(words, { maxLength: 4 }), style).map(([values, over]) => slot(values, over)),
);

const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.array(tie('tree'), { maxLength: 4 }), style)
      .map(([children, over]) => box(children, over)),
  ),
}));

test('any boxes at all give a panel whose every number is one, or findings, never an exception', () => {
  fc.assert(
    fc.property(
      fc.array(tree, { maxLength: 4 }),
      style,
      fc.constantFrom(ENGLISH, URDU),
      (nodes, over, locale) => {
        const form = composed([panel('front', nodes, over)], { locale });
        const { value } = layOutForm(form, fakeTypesetter(), { demonstration: true, draft: true });
        const laidOut = value?.sides[0]?.panels[0]?.panel;
        const numbers = JSON.stringify([laidOut?.items, laidOut?.slots], (name, it: unknown) =>
          name === 'measure'
            ? 0
            : typeof it === 'number' && !Number.isFinite(it)
              ? 'no number'
              : it,
        );
        expect(numbers).not.toContain('no number');
        expect(laidOut?.key).toMatch(/^[0-9a-f]{64}$/u);
      },
    ),
    { numRuns: fuzzRuns(250) },
  );
});

test('no ink of a ground or border leaves the bleed or crosses a fold', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 3 }), (nodes) => {
      const form = composed([panel('front', nodes, { padding: edges(8), background: ACCENT })]);
      const { value } = layOutForm(form, fakeTypesetter(), { demonstration: false, draft: false });
      for (const item of value?.sides[0]?.panels[0]?.panel.items ?? []) {
        if (item.kind !== 'fill' || item.ink !== ACCENT) continue;
        for (const step of item.path) {
          if (step[0] === 'Z') continue;
          expect(step.at(-2)).toBeGreaterThanOrEqual(-3 - 1e-9);
          expect(step.at(-2)).toBeLessThanOrEqual(CARD.trim.width + 3 + 1e-9);
          expect(step.at(-1)).toBeGreaterThanOrEqual(-3 - 1e-9);
          expect(step.at(-1)).toBeLessThanOrEqual(CARD.trim.height + 3 + 1e-9);
        }
      }
    }),
    { numRuns: fuzzRuns(150) },
  );
});

test('panels of any widths fill their side from edge to edge', () => {
  const widths = fc.array(
    fc.integer({ min: 200, max: 1500 }).map((it) => it / 10),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(widths, (all) => {
      const panels = all.map((width, index) => ({ name: `p${index}`, width }));
      const total = all.reduce((sum, width) => sum + width, 0);
      const format = {
        ...CARD,
        trim: { width: total, height: 210 },
        sides: [{ name: 'front', panels }],
      };
      const form = composed(
        panels.map(({ name }) => panel(name, [], { background: ACCENT })),
        { format },
      );
      const { value } = layOutForm(form, fakeTypesetter(), { demonstration: false, draft: false });
      const placed = value?.sides[0]?.panels ?? [];
      let edge = 0;
      placed.forEach(({ x, panel: it }, index) => {
        expect(x).toBeCloseTo(edge, 3);
        edge = x + it.width;
        expect(it.outer.left).toBe(index === 0 ? 3 : 0);
        expect(it.outer.right).toBe(index === placed.length - 1 ? 3 : 0);
      });
      expect(edge).toBeCloseTo(total, 3);
    }),
    { numRuns: fuzzRuns(100) },
  );
});
