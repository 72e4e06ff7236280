import { describe, expect, test } from 'vitest';
import { memoryStore, type Store } from '../../src/cache/store.js';
import type { LaidOutForm, LaidOutPanel, PanelItem } from '../../src/layout/laid-out.js';
import { panelKey } from '../../src/layout/panel-key.js';
import { drawingKey } from '../../src/pdf/drawing-key.js';
import { FontUse } from '../../src/pdf/font-use.js';
import { panelDrawing } from '../../src/pdf/kept-panel.js';
import { openPress } from '../../src/pdf/open-press.js';
import type { LoadedFace } from '../../src/typeset/loaded-face.js';
import { BLACK } from '../../src/units/ink.js';
import { leaflet, PROFILE, panel, pressJob, style, trifold, words } from './support/builders.js';
import { openFace, plainTypesetter } from './support/plain-typesetter.js';

const file = (weight: '400Regular' | '700Bold') =>
  `@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`;
const regular = openFace(file('400Regular'));

/** A store that counts what it gives and what it is given. */
function countingStore() {
  const inner = memoryStore();
  const count = { taken: 0, put: 0 };
  const store: Store = {
    get: (kind, key) => {
      const bytes = inner.get(kind, key);
      if (bytes) count.taken += 1;
      return bytes;
    },
    put: (kind, key, bytes) => {
      count.put += 1;
      inner.put(kind, key, bytes);
    },
  };
  return { store, count };
}

/** With the key that layout would give it. */
const keyed = (it: LaidOutPanel): LaidOutPanel => ({ ...it, key: panelKey(it) });

function formOf(text: string, face: LoadedFace, change = (item: PanelItem): PanelItem => item) {
  const set = plainTypesetter(() => face);
  const items = [change(words(text, 20, 20, style(12), 'ltr', set))];
  const first = panel('first', 297, 'left', items);
  const second = panel('second', 297, 'left', [
    words('Stays as it is', 20, 40, style(9), 'ltr', set),
  ]);
  const panels = [
    { x: 0, panel: keyed(first) },
    { x: 99, panel: keyed(second) },
  ];
  const side = { name: 'inside', panels, overlay: [] };
  return { ...trifold(), sides: [side], typesetter: set };
}

const written = (form: LaidOutForm, store?: Store, spots: 'plates' | 'fallback' = 'plates') =>
  openPress(pressJob({ forms: [form], profile: { ...PROFILE, spots }, store })).write(leaflet())
    .sha256;

describe('what a press takes from an earlier run', () => {
  test('gives the bytes of one that makes all anew: the same, a word more, a word less', () => {
    const { store, count } = countingStore();
    for (const text of [
      'Office hours',
      'Office hours',
      'Office waffles',
      'Hours',
      'Office hours',
    ]) {
      const form = formOf(text, regular);
      expect(written(form, store), text).toBe(written(form));
    }
    // The second and the last time all, in between at least the panel that stays.
    expect(count.taken).toBeGreaterThanOrEqual(3 + 1 + 1 + 3);
    const { put } = count;
    written(formOf('Hours', regular), store);
    expect(count.put).toBe(put);
  });

  test('also where all its panels and plates are real', () => {
    const { store, count } = countingStore();
    for (const spots of ['plates', 'plates', 'fallback', 'fallback'] as const)
      expect(written(trifold(), store, spots), spots).toBe(written(trifold(), undefined, spots));
    expect(count.taken).toBeGreaterThan(0);
  });

  test('is not that of another file under the same name', () => {
    const { store } = countingStore();
    const bold = { ...openFace(file('700Bold')), id: regular.id };
    written(formOf('Office hours', regular), store);
    const form = formOf('Office hours', bold);
    expect(written(form, store)).toBe(written(form));
    expect(written(form)).not.toBe(written(formOf('Office hours', regular)));
  });
});

describe('the key of a drawing', () => {
  const keyOf = (form: LaidOutForm, spots: 'plates' | 'fallback' = 'plates') => {
    const first = form.sides[0]?.panels[0]?.panel;
    if (!first) throw new Error('no panel');
    return drawingKey(first, spots)?.key;
  };
  const moved = (by: number) => (item: PanelItem) =>
    item.kind === 'text' ? { ...item, x: item.x + by } : item;

  test('is the same for the same, and other for other plates and words', () => {
    const key = keyOf(formOf('Office hours', regular));
    expect(keyOf(formOf('Office hours', regular))).toBe(key);
    expect(keyOf(formOf('Office hours', regular), 'fallback')).not.toBe(key);
    expect(keyOf(formOf('Office hour', regular))).not.toBe(key);
  });

  test('tells font files apart that set the same at the same places, by all that they hold', () => {
    const other = { ...regular, bytes: Uint8Array.from([...regular.bytes, 0]) };
    expect(keyOf(formOf('Office', other))).not.toBe(keyOf(formOf('Office', regular)));
  });

  test('tells lengths apart that a panel’s own key rounds to one', () => {
    const [here, there] = [1e-9, 2e-9].map((by) => formOf('Office hours', regular, moved(by)));
    if (!here || !there) throw new Error('no forms');
    const [one, other] = [here, there].map(({ sides }) => sides[0]?.panels[0]?.panel.key);
    expect(one).toBe(other);
    expect(keyOf(here)).not.toBe(keyOf(there));
  });

  test('tells inks that are one from inks that are alike: a run of letters goes on over the first alone', () => {
    const recoloured = (inks: readonly (typeof BLACK)[]) => (item: PanelItem) => {
      if (item.kind !== 'text') return item;
      const lines = item.text.lines.map((line) => ({
        ...line,
        runs: line.runs.flatMap((run) => inks.map((ink) => ({ ...run, ink }))),
      }));
      return { ...item, text: { ...item.text, lines } };
    };
    const one = formOf('Office', regular, recoloured([BLACK, BLACK]));
    const alike = formOf('Office', regular, recoloured([BLACK, { ...BLACK }]));
    const [here, there] = [one, alike].map(({ sides }) => sides[0]?.panels[0]?.panel.key);
    expect(here).toBe(there);
    expect(keyOf(one)).not.toBe(keyOf(alike));
  });

  test('is none for a panel with a picture, which is drawn each time', () => {
    const picture = {
      kind: 'picture',
      box: { x: 0, y: 0, width: 10, height: 10 },
      crop: { x: 0, y: 0, width: 1, height: 1 },
      picture: { name: 'dot', width: 1, height: 1, inks: Uint8Array.of(1, 2, 3, 4), sha256: '00' },
      alt: '',
      place: { file: 'test' },
    } as unknown as PanelItem;
    const dotted = panel('dotted', 99, 'left', [picture]);
    const { store, count } = countingStore();
    const drawing = panelDrawing(dotted, new FontUse(), 'plates', store);
    expect([drawingKey(dotted, 'plates'), drawing.rasters?.size, count.put]).toEqual([
      undefined,
      1,
      0,
    ]);
  });
});
