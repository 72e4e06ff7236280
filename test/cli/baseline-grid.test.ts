import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const STYLE = new URL('../../templates/parent-trifold/style.css', import.meta.url);

/** pt: a quarter of the body's line. */
const STEP = 4;

const PROGRAM = 'mutool';

/** The lowest size of type on the grid, pt: the imprint, the notice and the slug are smaller. */
const ON_GRID = 11;

const CAMPAIGN = `title: "Small"
demonstration: true
market: "GB"
shelfLifeDays: 180
press: "coated-fogra39"
catalogue: ["phones.csv"]
leaflets:
  - template: "parent-trifold"
    brands: ["northstar"]
    locales: ["en-GB"]
trust: []
`;

/** Left and right of the inside's panels, pt from the left of the sheet: 12 mm stand outside the trim. */
const PANELS = [
  [12, 112],
  [112, 212],
  [212, 309],
].map(([from = 0, to = 0]) => [(from * 72) / 25.4, (to * 72) / 25.4] as const);

/** The baselines that some letters stand on, in steps of the grid. */
const linesBetween = (letters: readonly Letter[], from: number, to: number): number[] => [
  ...new Set(
    letters.filter(({ x }) => x >= from && x < to).map(({ line }) => Math.round(line / STEP)),
  ),
];

interface Letter {
  readonly x: number;
  /** Its baseline from the top of the trimmed page, pt. */
  readonly line: number;
}

/** The letters of body size and above on a page, as mutool finds them in the file. */
function lettersOf(file: string, page: number): Letter[] {
  const boxes = runProgram('mutool', ['pages', file, String(page)]).out;
  const number = (box: string, side: string) =>
    Number(new RegExp(`<${box}[^>]* ${side}="([-.0-9]+)"`).exec(boxes)?.[1]);
  const top = number('MediaBox', 't') - number('TrimBox', 't');
  const { out } = runProgram('mutool', ['draw', '-q', '-F', 'stext', file, String(page)]);
  let size = 0;
  return Array.from(
    out.matchAll(/<font[^>]* size="([.0-9]+)"|<char [^>]* x="([-.0-9]+)" y="([-.0-9]+)"/g),
  ).flatMap(([, font, x, y]) => {
    if (font !== undefined) size = Number(font);
    return font === undefined && size >= ON_GRID ? [{ x: Number(x), line: Number(y) - top }] : [];
  });
}

test.skipIf(!hasProgram(PROGRAM))(
  needing(PROGRAM, 'the lines of neighbouring panels stand on one grid in the finished file'),
  () => {
    const style = readFileSync(STYLE, 'utf8').replace(
      /^panel \{/m,
      `panel { baseline-grid: ${STEP}pt;`,
    );
    const cwd = smallWorkspace({
      'templates/parent-trifold/style.css': style,
      'campaigns/small/campaign.yaml': CAMPAIGN,
    });
    const ended = safeleaf(['build', 'small', '--out', 'out'], { cwd });
    expect([ended.code, ended.err.match(/warning\[[^\]]+\]/g)]).toEqual([0, null]);
    const file = readdirSync(join(cwd, 'out/print')).find((it) => it.endsWith('.pdf')) ?? '';
    const letters = lettersOf(join(cwd, 'out/print', file), 2);
    const off = letters.filter(
      ({ line }) => Math.abs(line / STEP - Math.round(line / STEP)) > 0.02,
    );
    expect(off).toEqual([]);
    // The inside: three panels of 100, 100 and 97 mm, each with lines of its own.
    const lines = PANELS.map(([from, to]) => linesBetween(letters, from, to));
    for (const panel of lines) expect(panel.length).toBeGreaterThan(8);
    const [left = [], centre = []] = lines;
    expect(left.filter((line) => centre.includes(line)).length).toBeGreaterThan(2);
  },
);
