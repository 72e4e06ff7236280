import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitDigest } from '../../src/approval/statement.js';
import type { ComposedPanel } from '../../src/compose/blocks.js';
import { composeForm } from '../../src/compose/compose-form.js';
import { usedWords } from '../../src/compose/used-words.js';
import type { Form } from '../../src/plan/plan.js';
import type { Unit } from '../../src/sources/copy-deck.js';
import { wordingsOf } from '../../src/sources/wordings-of.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { context, smallForm, unit } from './small-form.js';

const TWO_PANELS = [
  { name: 'front', width: 50 },
  { name: 'back', width: 50 },
];

/** How a unit is worded, and what of it is approved. */
interface Drawn {
  readonly long: boolean;
  readonly short: boolean;
  readonly isLongApproved: boolean;
  readonly isShortApproved: boolean;
  readonly panel: 'front' | 'back';
}

const DRAWN = fc.record({
  long: fc.boolean(),
  short: fc.boolean(),
  isLongApproved: fc.boolean(),
  isShortApproved: fc.boolean(),
  panel: fc.constantFrom('front' as const, 'back' as const),
});

function unitOf({ long, short }: Drawn, index: number): Unit {
  const id = `talk.part-${String.fromCharCode(97 + index)}`;
  return unit(id, 'Some words.', {
    ...(long ? { long: unit(id, 'Many more words.', { key: `${id}:long` }) } : {}),
    ...(short ? { short: unit(id, 'Words.', { key: `${id}:short` }) } : {}),
  });
}

function formOf(drawn: readonly Drawn[]): { readonly form: Form; readonly units: readonly Unit[] } {
  const units = drawn.map(unitOf);
  const on = (name: string): string =>
    units
      .filter((_, index) => drawn[index]?.panel === name)
      .map(({ id }) => `<p>{{copy.${id}}}</p>`)
      .join('');
  const hbs = TWO_PANELS.map(({ name }) => `<panel name="${name}">${on(name)}</panel>`).join('');
  const plain = smallForm({ hbs, units });
  const approved = units.flatMap((it, index) =>
    wordingsOf(it).filter(
      ({ key }) =>
        key === it.key ||
        (key.endsWith(':long') ? drawn[index]?.isLongApproved : drawn[index]?.isShortApproved),
    ),
  );
  const signed = Object.fromEntries(
    approved.map((it) => [it.key, { sha256: unitDigest(it), text: it.text }]),
  );
  const { approval, format } = plain;
  if (!approval) throw new Error('a form without an approval');
  const form = {
    ...plain,
    approval: { ...approval, units: signed },
    format: { ...format, sides: [{ name: 'outside', panels: TWO_PANELS }] },
  };
  return { form, units };
}

/** A panel and all that is shorter. */
const waysOf = (panel: ComposedPanel): readonly ComposedPanel[] => [
  panel,
  ...(panel.shorter ? waysOf(panel.shorter) : []),
];

const keysOn = (form: Form, panel: ComposedPanel): readonly string[] =>
  [...usedWords({ form, panels: [panel] }).units].sort();

function ways(drawn: readonly Drawn[], isDraft: boolean) {
  const { form, units } = formOf(drawn);
  const { value, findings } = composeForm(form, { ...context, mayPrintUnapproved: isDraft });
  expect(findings).toEqual([]);
  return { form, units, panels: value?.panels ?? [] };
}

/** The wordings that a panel of a level must hold. */
const wanted = (
  drawn: readonly Drawn[],
  units: readonly Unit[],
  panel: ComposedPanel,
  mayPrint: (it: Drawn, level: 'long' | 'short') => boolean,
): readonly string[] =>
  units
    .flatMap((it, index) => {
      const one = drawn[index];
      if (one?.panel !== panel.name) return [];
      const { level } = panel;
      const other = level === 'standard' ? undefined : it[level];
      return [level !== 'standard' && other && mayPrint(one, level) ? other.key : it.key];
    })
    .sort();

const isApprovedIn = (it: Drawn, level: 'long' | 'short'): boolean =>
  level === 'long' ? it.isLongApproved : it.isShortApproved;

describe('the wordings on a panel', () => {
  test('are all of one level, and approved wherever it may print', () => {
    const property = fc.property(
      fc.array(DRAWN, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (drawn, isDraft) => {
        const { form, units, panels } = ways(drawn, isDraft);
        for (const way of panels.flatMap(waysOf)) {
          const isHypothetical = way.unapproved.length > 0;
          const mayPrint = isDraft || isHypothetical ? () => true : isApprovedIn;
          expect(keysOn(form, way)).toEqual(wanted(drawn, units, way, mayPrint));
        }
      },
    );
    fc.assert(property, { numRuns: fuzzRuns(60) });
  });

  test('go from the longest to the shortest, with what nobody has approved at the end', () => {
    const property = fc.property(fc.array(DRAWN, { minLength: 1, maxLength: 6 }), (drawn) => {
      for (const panel of ways(drawn, false).panels) {
        const all = waysOf(panel);
        const printable = all.filter(({ unapproved }) => unapproved.length === 0);
        expect(all.slice(0, printable.length)).toEqual(printable);
        expect(all.length - printable.length).toBeLessThanOrEqual(1);
        const order = ['long', 'standard', 'short'];
        const places = printable.map(({ level }) => order.indexOf(level));
        expect(places).toEqual([...new Set(places)].sort());
        expect(printable.map(({ level }) => level)).toContain('standard');
      }
    });
    fc.assert(property, { numRuns: fuzzRuns(60) });
  });

  test('of a unit without others are its text, and nothing is tried beside it', () => {
    const only: Drawn = {
      long: false,
      short: false,
      isLongApproved: false,
      isShortApproved: false,
      panel: 'front',
    };
    const [front] = ways([only], false).panels;
    expect(front?.shorter).toBeUndefined();
    expect(front?.level).toBe('standard');
  });

  test('that a draft shows need no approval', () => {
    const waiting: Drawn = {
      long: false,
      short: true,
      isLongApproved: false,
      isShortApproved: false,
      panel: 'front',
    };
    const levels = (isDraft: boolean) =>
      waysOf(ways([waiting], isDraft).panels[0] as ComposedPanel).map((it) => [
        it.level,
        it.unapproved.map(({ key }) => key),
      ]);
    expect(levels(true)).toEqual([
      ['standard', []],
      ['short', []],
    ]);
    expect(levels(false)).toEqual([
      ['standard', []],
      ['short', ['talk.part-a:short']],
    ]);
  });
});
