import type { Glyph, SetLine } from '../typeset/set-paragraph.js';
import { sha256Hex } from '../units/hash.js';
import type { LaidOutPanel, PanelItem } from './laid-out.js';

/** Digits after the point, of a mm, that a key keeps. */
const STEPS = 1_000_000;

/**
 * The name of all that a panel's bytes depend on: equal panels of two forms have equal keys, wherever
 * in the files their words stand. Of a slot's values that is the box that the widest of them asks for:
 * a phone more in the catalogue leaves the leaflets of all others as they are.
 */
export function panelKey(panel: Omit<LaidOutPanel, 'key' | 'name' | 'reading'>): string {
  const { width, height, outer, lang, direction } = panel;
  const slots = panel.slots.map(({ field, box, node, ground }) => [field, box, ground, node.text]);
  const items = panel.items.map(drawnParts);
  return sha256Hex(canonical({ width, height, outer, lang, direction, slots, items }));
}

/** What drawing an item depends on: fonts by their names, not by their bytes. Outlines and glyphs as text, for speed. */
function drawnParts(item: PanelItem): unknown {
  switch (item.kind) {
    case 'fill':
    case 'stroke':
      return { ...item, path: item.path.map((step) => step.map(rounded).join(' ')).join() };
    case 'art':
      return { ...item, parts: item.parts.map(drawnParts) };
    case 'picture': {
      const { picture, ...rest } = item;
      return { ...rest, sha256: picture.sha256 };
    }
    case 'code': {
      const { symbol, ...rest } = item;
      return { ...rest, target: symbol.target, level: symbol.level };
    }
    case 'text': {
      const { text, ...rest } = item;
      const { runs, ...paragraph } = text.paragraph;
      const origins = runs.map((run) => run.origin);
      return { ...rest, paragraph, origins, lines: text.lines.map(drawnLine) };
    }
  }
}

const drawnLine = ({ runs, ...line }: SetLine): unknown => ({
  ...line,
  runs: runs.map(({ face, glyphs, ...run }) => ({
    ...run,
    face: face.id,
    glyphs: glyphs.map(drawnGlyph),
  })),
});

const drawnGlyph = ({ id, advance, dx, dy, text, word }: Glyph): string =>
  `${id} ${rounded(advance)} ${rounded(dx)} ${rounded(dy)} ${word} ${text}`;

const rounded = <T>(value: T): T | number =>
  typeof value === 'number' ? Math.round(value * STEPS) / STEPS + 0 : value;

/** JSON with sorted names, rounded numbers and no file places. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (name, it: unknown) => {
    if (name === 'place') return undefined;
    if (typeof it === 'number') return rounded(it);
    if (it === null || typeof it !== 'object' || Array.isArray(it)) return it;
    return Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
