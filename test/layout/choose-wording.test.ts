import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ComposedPanel } from '../../src/compose/blocks.js';
import { layOutForm, loadBoxes } from '../../src/layout/lay-out-form.js';
import { PanelCache } from '../../src/layout/panel-cache.js';
import type { Level, Unit } from '../../src/sources/copy-deck.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { box, composed, edges, mm, panel, text } from './builders.js';
import { fakeTypesetter } from './fake-typesetter.js';

beforeAll(loadBoxes);

const PRINT = { demonstration: false, draft: false };

/** Room for copy on the card below its padding: 8 to 205 mm. */
const ROOM = 197;

interface Way {
  readonly level: Level;
  /** Height of what stands above its last line of 5 mm. */
  readonly height: number;
  readonly unapproved?: readonly Unit[];
}

/** One panel in several ways of wording it, the first before the others. */
function worded([way, ...shorter]: readonly Way[]): ComposedPanel {
  if (!way) throw new Error('no way of wording it');
  const { level, height, unapproved = [] } = way;
  const said = [box([], { height: mm(height) }), text(`The ${level} words.`)];
  return {
    ...panel('front', said, { padding: edges(8) }),
    level,
    unapproved,
    ...(shorter.length > 0 ? { shorter: worded(shorter) } : {}),
  };
}

function taken(ways: readonly Way[], cache = new PanelCache()) {
  const form = composed([worded(ways)]);
  const { value, findings } = layOutForm(form, fakeTypesetter(), { ...PRINT, cache });
  return { level: value?.printed[0]?.level, findings };
}

const unit: Unit = {
  id: 'talk.lead',
  key: 'talk.lead:short',
  text: 'Talk.',
  when: {},
  place: { file: 'locales/en-GB/parent.yaml', line: 31 },
};

const HEIGHT = fc.integer({ min: 100, max: 260 });

describe('a panel with longer and shorter wordings', () => {
  test('takes the longest in which all of it fits, and the shortest where none fits', () => {
    const property = fc.property(HEIGHT, HEIGHT, HEIGHT, (long, standard, short) => {
      const ways: readonly Way[] = [
        { level: 'long', height: long },
        { level: 'standard', height: standard },
        { level: 'short', height: short },
      ];
      const fitting = ways.find(({ height }) => height + 5 <= ROOM);
      const { level, findings } = taken(ways);
      expect(level).toBe(fitting?.level ?? 'short');
      expect(findings.length === 0).toBe(fitting !== undefined);
    });
    fc.assert(property, { numRuns: fuzzRuns(200) });
  });

  test('chooses alike wherever it stands in a run', () => {
    const cache = new PanelCache();
    const ways: readonly Way[] = [
      { level: 'standard', height: 200 },
      { level: 'short', height: 100 },
    ];
    expect(taken(ways, cache).level).toBe('short');
    expect(taken(ways, cache).level).toBe('short');
    expect(taken(ways.slice(0, 1), cache).level).toBe('standard');
  });

  test('does not take what nobody has approved, and says that it would fit', () => {
    const { level, findings } = taken([
      { level: 'standard', height: 200 },
      { level: 'short', height: 100, unapproved: [unit] },
    ]);
    expect(level).toBe('standard');
    expect(findings.map(({ fix }) => fix)).toEqual([
      'have "talk.lead:short" (line 31) approved: with it the panel fits',
    ]);
  });

  test('says nothing of a wording that would not fit either', () => {
    const { findings } = taken([
      { level: 'standard', height: 200 },
      { level: 'short', height: 199, unapproved: [unit] },
    ]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.fix).not.toContain('talk.lead');
  });

  test('says which text could be shortened, and by how much', () => {
    const form = composed([worded([{ level: 'standard', height: 200 }])]);
    const long = { ...unit, id: 'help.body', key: 'help.body', text: 'A word or two. '.repeat(9) };
    const withText = { ...form, form: { ...form.form, units: { 'help.body': long } } };
    const fixes = (units: Unit) =>
      layOutForm(
        { ...withText, form: { ...withText.form, units: { 'help.body': units } } },
        fakeTypesetter(),
        PRINT,
      ).findings.map(({ fix }) => fix);
    expect(fixes(long)[0]).toMatch(
      /^write a short: wording of "help\.body" \(line 31\) that saves 8\.0 mm, about 38 letters/,
    );
    expect(fixes({ ...long, mustNotShorten: true })[0]).toMatch(
      /^shorten the copy of this panel by 8\.0 mm/,
    );
  });
});
