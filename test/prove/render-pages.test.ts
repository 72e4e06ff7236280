import { beforeAll, describe, expect, test } from 'vitest';
import { installedEyes } from '../../src/prove/installed-eyes.js';
import { lookedAt } from '../../src/prove/looked-at.js';
import type { GreyPage } from '../../src/prove/render-pages.js';
import { card, printed } from './support/card.js';

const asked = card();
const { bytes } = printed(asked);
const TRIM = { x: 10, y: 12, width: 297, height: 210 };

let whole: GreyPage;

async function render(
  areas: Parameters<ReturnType<typeof installedEyes>['render']>[1][0]['areas'],
) {
  const page = (await installedEyes().render(bytes, [{ index: 0, areas }])).get(0);
  if (page === undefined) throw new Error('the page cannot be rendered');
  return page;
}

const inked = ({ data }: GreyPage): number =>
  data.reduce((count, grey) => count + (grey < 128 ? 1 : 0), 0);

beforeAll(async () => {
  whole = await render(undefined);
});

describe('a part of a page', () => {
  test('is drawn as on all of it, and nothing else is', async () => {
    const area = { x: 20, y: 15, width: 60, height: 40 };
    const part = await render([area]);
    expect(inked(part)).toBeGreaterThan(100);
    expect(inked(part)).toBeLessThan(inked(whole));
    for (let y = 0; y < part.height; y += 1)
      for (let x = 0; x < part.width; x += 1) {
        const at = y * part.width + x;
        const [mmX, mmY] = [x / part.scaleX, y / part.scaleY];
        const isOutside = mmX < 19.8 || mmX > 80.2 || mmY < 14.8 || mmY > 55.2;
        const isInside = mmX > 20.2 && mmX < 79.8 && mmY > 15.2 && mmY < 54.8;
        // PDFium rounds a letter's edge by where its picture begins.
        const off = Math.abs((part.data[at] ?? 0) - (whole.data[at] ?? 0));
        if ((isInside && off > 48) || (isOutside && part.data[at] !== 255))
          expect.fail(`pixel ${x}, ${y} is ${part.data[at]} and was ${whole.data[at]}`);
      }
  });

  test.each([
    ['that lies off the paper leaves it white', [{ x: 900, y: 900, width: 10, height: 10 }], 0],
    ['that is no number is the whole page', [{ x: NaN, y: 0, width: 10, height: 10 }], 1],
    ['as large as the page is the page', [{ x: -5, y: -5, width: 900, height: 900 }], 1],
  ])('%s', async (_, areas, share) => {
    expect(inked(await render(areas))).toBe(share * inked(whole));
  });
});

describe('what is looked at', () => {
  const [side] = asked.sides;
  const [placed] = side?.panels ?? [];
  if (side === undefined || placed === undefined) throw new Error('the card has no panel');

  test('is a new panel, with letters that hang over and the borders of its codes', () => {
    const [area] = lookedAt({ ...side, overlay: [] }, () => true, { trim: TRIM });
    expect(area?.x).toBeLessThanOrEqual(TRIM.x - 6);
    expect(area?.y).toBeLessThanOrEqual(TRIM.y - 6);
    expect(area?.width).toBeGreaterThanOrEqual(placed.panel.width + 12);
    expect(area?.height).toBeGreaterThanOrEqual(placed.panel.height + 12);
  });

  test('is no panel that is proven, and what the tool puts over a side', () => {
    const text = placed.panel.items.find((it) => it.kind === 'text');
    const overlay = text === undefined ? [] : [text];
    expect(lookedAt({ ...side, overlay: [] }, () => false, { trim: TRIM })).toEqual([]);
    expect(lookedAt({ ...side, overlay }, () => false, { trim: TRIM }).length).toBeGreaterThan(0);
  });

  test('reaches as far as the border of a code of any size', () => {
    const items = placed.panel.items.map((it) => (it.kind === 'code' ? { ...it, module: 3 } : it));
    const large = { ...placed, panel: { ...placed.panel, items } };
    expect(items.some((it) => it.kind === 'code')).toBe(true);
    const [area] = lookedAt({ ...side, panels: [large], overlay: [] }, () => true, { trim: TRIM });
    expect(area?.x).toBeLessThanOrEqual(TRIM.x - 12);
  });
});
