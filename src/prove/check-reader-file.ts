import type { PDFObject } from '@cantoo/pdf-lib';
import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { checkFont, firstOfEach, hiddenText } from './check-file.js';
import { entryOf, itemsOf, keysOf, nameOf } from './pdf-values.js';
import type { ReadPage } from './read-page.js';

/** A page as it must be: its name and its size in mm. */
export interface OwedSize {
  readonly name: string;
  readonly trim: { readonly width: number; readonly height: number };
}

/** Boxes are written to a ten-thousandth of a point, mm. */
const TOLERANCE = 0.05;

const AGAIN = 'make the file again with "safeleaf build"';

/** What is wrong with a file for readers before a word of it is read: pages, sizes, colours, fonts, things that act. */
export function checkReaderFile(
  catalog: PDFObject | undefined,
  pages: readonly ReadPage[],
  owed: readonly OwedSize[],
  at: Place,
): readonly Finding[] {
  const findings = [...checkCatalog(catalog, at)];
  if (pages.length !== owed.length) {
    const problem = `the file has ${pages.length} pages; the leaflet has ${owed.length} panels`;
    findings.push(finding('prove/pages', at, problem, AGAIN));
  }
  pages.forEach((page, index) => {
    const place = { ...at, part: `page "${owed[index]?.name ?? index + 1}"` };
    const size = owed[index]?.trim;
    if (size) findings.push(...checkSize(page, size, place));
    findings.push(...checkContent(page, place));
  });
  const fonts = new Map(pages.flatMap(({ content }) => [...content.fonts]));
  for (const font of fonts.values()) findings.push(...checkFont(font, at));
  return findings;
}

function checkCatalog(catalog: PDFObject | undefined, at: Place): Finding[] {
  const intents = itemsOf(entryOf(catalog, 'OutputIntents'));
  const isScreen = intents.some(
    (it) =>
      nameOf(entryOf(it, 'S')) === 'GTS_PDFA1' && entryOf(it, 'DestOutputProfile') !== undefined,
  );
  const findings = isScreen
    ? []
    : [finding('prove/output-intent', at, 'the file does not say what its colours mean', AGAIN)];
  const acting = ['AcroForm', 'OpenAction', 'AA'];
  const live = [
    ...keysOf(catalog).filter((key) => acting.includes(key)),
    ...keysOf(entryOf(catalog, 'Names')).filter((key) =>
      /^(?:JavaScript|EmbeddedFiles)$/.test(key),
    ),
  ];
  for (const key of live)
    findings.push(
      finding('prove/annotation', at, `the file holds ${quoted(key)}, which no leaflet has`, AGAIN),
    );
  return findings;
}

function checkSize(page: ReadPage, owed: OwedSize['trim'], at: Place): Finding[] {
  const off = (a: number, b: number): boolean => Math.abs(a - b) > TOLERANCE;
  const faults = (['media', 'trim'] as const)
    .filter((box) => off(page[box].width, owed.width) || off(page[box].height, owed.height))
    .map(
      (box) =>
        `the ${box === 'media' ? 'MediaBox' : 'TrimBox'} is ${size(page[box])}; the panel is ${size(owed)}`,
    );
  if (page.turned % 360 !== 0) faults.push(`the page is turned by ${page.turned} degrees`);
  return faults.map((problem) => finding('prove/box', at, problem, AGAIN));
}

const size = ({ width, height }: { width: number; height: number }): string =>
  `${width.toFixed(2)} x ${height.toFixed(2)} mm`;

function checkContent(page: ReadPage, at: Place): Finding[] {
  const findings = [...page.content.spaces]
    .filter((space) => space !== 'DeviceRGB')
    .map((space) =>
      finding(
        'prove/colour',
        at,
        `something is painted in ${quoted(space)}; a page for a screen has red, green and blue`,
        AGAIN,
      ),
    );
  if (!page.content.isWhole)
    findings.push(finding('prove/unreadable', at, 'a part of the page cannot be read', AGAIN));
  return firstOfEach([...findings, ...hiddenText(page, at)]);
}
