import { describe, expect, test } from 'vitest';
import { unitPattern } from '../support/deck-words.js';
import { type DemoLeaflet, demoPages } from '../support/demo-pages.js';
import type { DescribedPage, DescribedText } from '../support/describe-leaflet.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { type PageStreams, qpdfPages, type StreamText } from '../support/qpdf-words.js';

const { leaflets } = await demoPages();

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Marks of direction, which print nothing. */
const UNSEEN = /[\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

const plain = (text: string): string => text.replaceAll(UNSEEN, '').normalize('NFC');

const wordsOf = (texts: readonly DescribedText[]): string[] =>
  texts
    .flatMap(({ lines }) => lines.flatMap(({ words }) => words))
    .flatMap(({ text }) => plain(text).split(/\s+/u))
    .filter((word) => word !== '');

describe.each(leaflets.filter(({ locale }) => locale !== 'ur'))('$name', (leaflet) => {
  describe.each(panelsOf(leaflet))('panel $panel.name', ({ page, number, panel }) => {
    test.skipIf(!hasProgram('pdftotext'))(
      needing('pdftotext', 'gives every word back, in order, and no other'),
      () => {
        const own = page.texts.filter((it) => it.panel === panel.name);
        const over = page.texts.filter((it) => it.panel === undefined && isOver(it, panel));
        expect(wordsOf(own).length).toBeGreaterThan(5);
        expect(readPanel(leaflet, number, panel)).toEqual(wordsOf([...own, ...over]));
      },
    );

    test.skipIf(!hasProgram('pdftotext'))(
      needing('pdftotext', 'prints its units as the deck and the register have them'),
      () => {
        const read = readPanel(leaflet, number, panel).join(' ');
        const units = unitsOf(page, panel.name);
        expect(units.length).toBeGreaterThan(0);
        const deck = leaflet.template === 'parent-trifold' ? 'parent' : 'wallet';
        const missing = units.filter((key) => !unitPattern(leaflet.locale, deck, key).test(read));
        expect(missing, read).toEqual([]);
      },
    );
  });
});

describe.each(leaflets.filter(({ locale }) => locale === 'ur'))('$name', (leaflet) => {
  const pages = hasProgram('qpdf') ? qpdfPages(leaflet.file) : [];

  describe.each(panelsOf(leaflet))('panel $panel.name', ({ page, number, panel }) => {
    const own = page.texts.filter((it) => it.panel === panel.name && it.role !== 'slot');

    test.skipIf(!hasProgram('qpdf'))(
      needing('qpdf', 'carries every Urdu word as its text, in the order in which it is read'),
      () => {
        const spans = formOf(pages, number, page, panel.name)
          .filter(({ kind }) => kind === 'actual')
          .map(({ text }) => plain(text))
          .filter((text) => RIGHT_TO_LEFT.test(text));
        const words = wordsOf(own).filter((word) => RIGHT_TO_LEFT.test(word));
        expect(words.length).toBeGreaterThan(5);
        expect(spans.flatMap((span) => span.split(/\s+/u))).toEqual(words);
      },
    );

    test.skipIf(!hasProgram('qpdf'))(
      needing('qpdf', 'gives Urdu and Latin words together in order, and no other'),
      () => {
        const parts = formOf(pages, number, page, panel.name);
        expect(joined(parts)).toBe(wordsOf(own).join(''));
      },
    );

    test.skipIf(!hasProgram('qpdf'))(
      needing('qpdf', 'prints its units as the deck and the register have them'),
      () => {
        const read = wordsOf(own).join(' ');
        const deck = leaflet.template === 'parent-trifold' ? 'parent' : 'wallet';
        const units = unitsOf(page, panel.name);
        expect(units.length).toBeGreaterThan(0);
        const missing = units.filter((key) => !unitPattern('ur', deck, key).test(read));
        expect(missing, read).toEqual([]);
      },
    );
  });

  test.skipIf(!hasProgram('qpdf'))(
    needing('qpdf', "ends each page with the record's own values and the notice"),
    () => {
      leaflet.pages.forEach((page, at) => {
        const loose = page.texts.filter((it) => it.panel === undefined || it.role === 'slot');
        const streams = pages[at];
        const over = streams?.forms.slice(page.panels.length).flat() ?? [];
        const read = joined([...(streams?.own ?? []), ...over]);
        const last = wordsOf(loose).join('');
        expect(last).not.toBe('');
        for (const text of loose) expect(read).toContain(wordsOf([text]).join(''));
      });
    },
  );
});

function panelsOf(leaflet: DemoLeaflet) {
  return leaflet.pages.flatMap((page, at) =>
    page.panels.map((panel) => ({ page, panel, number: at + 1 })),
  );
}

const unitsOf = (page: DescribedPage, panel: string): string[] => {
  const texts = page.texts.filter((it) => it.panel === panel);
  const origins = texts.flatMap(({ lines }) =>
    lines.flatMap(({ words }) => words.map(({ origin }) => origin)),
  );
  return [...new Set(origins)].flatMap((it) => (it.startsWith('unit ') ? [it.slice(5)] : []));
};

function isOver(text: DescribedText, panel: { x: number; width: number }): boolean {
  const [line] = text.lines;
  const middle = (line?.x ?? 0) + (line?.width ?? 0) / 2;
  return middle >= panel.x && middle < panel.x + panel.width;
}

/** Tenths of a millimetre are pixels of this resolution. */
const TENTHS_DPI = 254;

function readPanel(
  { file, margin, trim }: DemoLeaflet,
  page: number,
  panel: { x: number; width: number },
): string[] {
  const tenths = (length: number) => String(Math.round(length * 10));
  const area = ['-x', tenths(margin + panel.x), '-y', tenths(margin)];
  const size = ['-W', tenths(panel.width), '-H', tenths(trim.height)];
  const pages = ['-f', String(page), '-l', String(page), '-r', String(TENTHS_DPI)];
  const { out } = runProgram('pdftotext', ['-raw', ...pages, ...area, ...size, file, '-']);
  return plain(out)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

const formOf = (
  pages: readonly PageStreams[],
  number: number,
  page: DescribedPage,
  panel: string,
): readonly StreamText[] =>
  pages[number - 1]?.forms[page.panels.findIndex(({ name }) => name === panel)] ?? [];

const joined = (parts: readonly StreamText[]): string =>
  plain(parts.map(({ text }) => text).join('')).replaceAll(/\s+/gu, '');
