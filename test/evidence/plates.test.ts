import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { openAnatomy } from '../../src/prove/anatomy/open-anatomy.js';
import { densestSquare } from '../../src/prove/rules/gwg/ink-grid.js';
import { crop, type DemoLeaflet, demoPages, type GreyPicture } from '../support/demo-pages.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';

const { everyForm } = await demoPages();
const leaflets = everyForm.filter(({ locale }) => locale === 'en-GB');

const DPI = 100;
const PX_PER_MM = DPI / 25.4;

/** Ink limit on average over a square of this side, as shares (Ghent Workgroup 2022, R0025 and R0026). */
const SQUARE_MM = 15;
const MOST = 3.2;

/** How far our estimate may lie under the plates, and over them: it takes text by what is usual. */
const UNDER = 0.05;
const OVER = 0.5;

/** The plates of each page as Ghostscript separates them: ink to picture. */
async function separate({ file, pages }: DemoLeaflet): Promise<ReadonlyMap<string, GreyPicture>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'safeleaf-ink-'));
  try {
    const device = ['-sDEVICE=tiffsep', `-r${DPI}`, '-sCompression=none'];
    runProgram('gs', [
      '-q',
      '-dBATCH',
      '-dNOPAUSE',
      ...device,
      `-o${join(folder, 'page-%d.tif')}`,
      file,
    ]);
    const names = readdirSync(folder);
    return await Promise.all(
      pages.map(async (_, at) => {
        const plates = new Map<string, GreyPicture>();
        for (const name of names) {
          const ink = new RegExp(`^page-${at + 1}\\((.*)\\)\\.tif$`).exec(name)?.[1];
          if (ink === undefined) continue;
          const { data, info } = await sharp(join(folder, name))
            .extractChannel(0)
            .raw()
            .toBuffer({ resolveWithObject: true });
          plates.set(ink, { width: info.width, height: info.height, data });
        }
        return plates;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const share = ({ data }: GreyPicture): number =>
  data.reduce((sum, level) => sum + 1 - level / 255, 0) / Math.max(1, data.length);

/** The most ink that plates lay on any square of the leaflet with its bleed, looked at every 5 mm. */
function densest(
  plates: readonly GreyPicture[],
  trim: { width: number; height: number },
  margin: number,
): number {
  let most = 0;
  for (let y = -3; y + SQUARE_MM <= trim.height + 3; y += 5)
    for (let x = -3; x + SQUARE_MM <= trim.width + 3; x += 5) {
      const box = { x, y, width: SQUARE_MM, height: SQUARE_MM };
      most = Math.max(
        most,
        plates.reduce((sum, it) => sum + share(crop(it, box, margin, DPI)), 0),
      );
    }
  return most;
}

describe.skipIf(!hasProgram('gs')).each(leaflets)(needing('gs', '$name'), (leaflet) => {
  const { margin } = leaflet;

  test('has less ink than dries, and as much as we say', async () => {
    const plates = await separate(leaflet);
    const file = await openAnatomy(readFileSync(leaflet.file));
    expect(file).toBeDefined();
    for (const [page, those] of plates.entries()) {
      const [first] = those.values();
      const trim = {
        width: (first?.width ?? 0) / PX_PER_MM - 2 * margin,
        height: (first?.height ?? 0) / PX_PER_MM - 2 * margin,
      };
      const measured = densest([...those.values()], trim, margin);
      expect(measured).toBeGreaterThan(0);
      expect(measured).toBeLessThanOrEqual(MOST);
      const said = file === undefined ? 0 : densestSquare(file, page).all;
      expect(said, `page ${page + 1}: plates have ${measured}`).toBeGreaterThan(measured - UNDER);
      expect(said, `page ${page + 1}: plates have ${measured}`).toBeLessThan(measured + OVER);
    }
  });

  test('has its marks on every plate', async () => {
    for (const those of await separate(leaflet)) {
      expect(those.size).toBeGreaterThanOrEqual(4);
      for (const [ink, plate] of those) {
        // Where the upper crop mark at the left edge of the trim stands.
        const mark = crop(plate, { x: -0.5, y: -8, width: 1, height: 4 }, margin, DPI);
        expect(Math.min(...mark.data), `${ink} in the crop mark`).toBeLessThan(128);
      }
    }
  });
});
