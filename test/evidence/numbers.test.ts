import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContactRegister } from '../../src/sources/read-contact-register.js';
import {
  crop,
  type DemoLeaflet,
  demoPages,
  type GreyPicture,
  PAGE_DPI,
  pagePicture,
  readPgm,
  writePgm,
} from '../support/demo-pages.js';
import type { DescribedLine } from '../support/describe-leaflet.js';
import { fakeWorld } from '../support/fake-world.js';
import { hasProgram, runProgram } from '../support/outside-program.js';

const { everyForm } = await demoPages();
const register = readContactRegister(fakeWorld({}, { shipped: true }), 'GB').value;

const missing = ['pdftoppm', 'tesseract'].find((program) => !hasProgram(program));
const reading = (title: string) =>
  missing === undefined ? title : `${title} (skipped: ${missing} is not installed)`;

const digitsOf = (text: string): string => text.replaceAll(/[^0-9]/g, '');

/** A number to call or to text, where it stands on a page. */
interface PrintedNumber {
  readonly page: number;
  readonly panel: string;
  /** `GB.childline.phone`. */
  readonly contact: string;
  /** The digits that the register has, whatever the tool made of them. */
  readonly digits: string;
  readonly x: number;
  readonly width: number;
  readonly line: DescribedLine;
}

function numbersOf({ pages }: DemoLeaflet): PrintedNumber[] {
  return pages.flatMap(({ texts }, at) =>
    texts.flatMap(({ panel = '', lines }) =>
      lines.flatMap((line) => numbersIn(line).map((it) => ({ ...it, page: at + 1, panel, line }))),
    ),
  );
}

/** Words of one number stand together; their box runs from the leftmost to the rightmost. */
function numbersIn({ words }: DescribedLine) {
  const found: { contact: string; digits: string; x: number; width: number }[] = [];
  for (const { origin, x, width } of words) {
    const contact = origin.replace('contact ', '');
    const digits = origin.startsWith('contact ') ? dialled(contact) : undefined;
    if (digits === undefined) continue;
    const last = found.at(-1);
    if (last?.contact !== contact) found.push({ contact, digits, x, width });
    else {
      const left = Math.min(last.x, x);
      last.width = Math.max(last.x + last.width, x + width) - left;
      last.x = left;
    }
  }
  return found;
}

function dialled(contact: string): string | undefined {
  const [, id = '', field, code = ''] = contact.split('.');
  if (id === 'network') return register?.networks[field ?? '']?.codes[code]?.dial;
  const entry = register?.contacts[id];
  if (field === 'phone') return entry?.phone?.dial;
  return field === 'text' ? entry?.text?.number : undefined;
}

/** Ground round a crop, mm: as much as stands round a number in its line. */
const AROUND = 0.5;

/** Digits reach this far above and below the baseline, as shares of the size; our faces stay within. */
const [ABOVE, BELOW] = [0.85, 0.2];

function pictureOf(leaflet: DemoLeaflet, { page, x, width, line }: PrintedNumber): GreyPicture {
  const size = (Math.max(...line.sizes) / 72) * 25.4;
  const box = { x, y: line.baseline - ABOVE * size, width, height: (ABOVE + BELOW) * size };
  return framed(crop(readPgm(pagePicture(leaflet, page)), box, leaflet.margin));
}

/** A picture with more of its own ground round it. */
function framed({ width, height, data }: GreyPicture): GreyPicture {
  const frame = Math.round((AROUND / 25.4) * PAGE_DPI);
  const [wide, high] = [width + 2 * frame, height + 2 * frame];
  const ground = data[0] ?? 255;
  const whole = new Uint8Array(wide * high).fill(ground);
  for (let row = 0; row < height; row++)
    whole.set(data.subarray(row * width, (row + 1) * width), (row + frame) * wide + frame);
  return { width: wide, height: high, data: whole };
}

/** Tesseract's page modes: one line, and words wherever they stand, for a panel of cards is no column of lines. */
const [ONE_LINE, SPARSE] = [7, 11];

/** One thread each: the tests beside this one need the machine too. */
process.env.OMP_THREAD_LIMIT = '1';

/** What tesseract reads in each of several pictures; one start for all. */
function tesseract(pictures: readonly string[], mode: number): string[] {
  const list = `${pictures[0]}.txt`;
  writeFileSync(list, `${pictures.join('\n')}\n`);
  const { out } = runProgram('tesseract', [list, 'stdout', '--dpi', '300', '--psm', String(mode)]);
  return out.split('\f').slice(0, pictures.length);
}

describe.each(everyForm)('$name', (leaflet) => {
  const numbers = numbersOf(leaflet);

  test('has the numbers of at least two helplines', () => {
    expect(new Set(numbers.map(({ contact }) => contact)).size).toBeGreaterThanOrEqual(2);
  });

  test.skipIf(missing !== undefined)(
    reading('shows a stranger the digits of the register, in order, in each number'),
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'safeleaf-'));
      const pictures = numbers.map((number, at) => {
        const file = join(folder, `${at}.pgm`);
        writePgm(file, pictureOf(leaflet, number));
        return file;
      });
      const read = tesseract(pictures, ONE_LINE);
      rmSync(folder, { recursive: true });
      expect(numbers.map(({ contact }, at) => `${contact}: ${digitsOf(read[at] ?? '')}`)).toEqual(
        numbers.map(({ contact, digits }) => `${contact}: ${digits}`),
      );
    },
  );

  test.skipIf(missing !== undefined)(
    reading('shows a stranger who reads the whole help panel the same large numbers'),
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'safeleaf-'));
      for (const { page, panel, box, digits } of helpPanels(leaflet)) {
        const file = join(folder, `${panel}.pgm`);
        writePgm(file, crop(readPgm(pagePicture(leaflet, page)), box, leaflet.margin));
        const lines = (tesseract([file], SPARSE)[0] ?? '').split('\n').map(digitsOf);
        for (const it of digits)
          expect(
            lines.filter((line) => line.includes(it)),
            it,
          ).toHaveLength(1);
      }
      rmSync(folder, { recursive: true });
    },
  );
});

/** Panels with numbers set large, and their digits. */
function helpPanels({ pages }: DemoLeaflet) {
  return pages.flatMap(({ panels, texts }, at) =>
    panels.flatMap((box) => {
      const large = texts.filter((it) => it.panel === box.name && it.role === 'number');
      const digits = large.flatMap(({ lines }) => lines.flatMap(numbersIn)).map((it) => it.digits);
      return digits.length > 0 ? [{ page: at + 1, panel: box.name, box, digits }] : [];
    }),
  );
}
