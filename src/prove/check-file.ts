import type { PDFObject } from '@cantoo/pdf-lib';
import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Box } from '../units/box.js';
import { checkDiePlates } from './check-die-plates.js';
import { entryOf, itemsOf, keysOf, nameOf } from './pdf-values.js';
import type { ReadFont } from './read-font.js';
import type { ReadPage } from './read-page.js';

/** What each page's boxes must be, in mm. The paper is only known where a press profile is. */
interface OwedBoxes {
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleed: number;
  /** Paper round the trim, mm. */
  readonly margin?: number | undefined;
}

/** What the file as a whole must have. */
interface OwedFile {
  readonly sides: readonly string[];
  readonly boxes: OwedBoxes;
  /** Plates that show the die, on every side; none for a piece that a guillotine trims. */
  readonly diePlates: readonly string[];
}

/** Boxes are written to a ten-thousandth of a point; printers' programs compare to a twentieth of a millimetre. */
const TOLERANCE = 0.05;

const AGAIN = 'make the file again with "safeleaf build", and send that one';

/** What a printer's own check would stop a file for: pages, boxes, fonts, colours, things that lie over a page. */
export function checkFile(
  catalog: PDFObject | undefined,
  pages: readonly ReadPage[],
  owed: OwedFile,
  at: Place,
): readonly Finding[] {
  const findings = [...checkCatalog(catalog, at)];
  if (pages.length !== owed.sides.length)
    findings.push(
      finding(
        'prove/pages',
        at,
        `the file has ${pages.length} pages; the leaflet has ${owed.sides.length} sides`,
        AGAIN,
      ),
    );
  pages.forEach((page, index) => {
    const place = { ...at, part: `page ${index + 1}, side "${owed.sides[index] ?? 'unknown'}"` };
    findings.push(
      ...checkBoxes(page, owed.boxes, place),
      ...checkContent(page, place),
      ...checkDiePlates(page, owed.diePlates, place),
    );
  });
  const fonts = new Map(pages.flatMap(({ content }) => [...content.fonts]));
  for (const font of fonts.values()) findings.push(...checkFont(font, at));
  return findings;
}

function checkCatalog(catalog: PDFObject | undefined, at: Place): Finding[] {
  const intents = itemsOf(entryOf(catalog, 'OutputIntents'));
  const isPress = intents.some(
    (it) =>
      nameOf(entryOf(it, 'S')) === 'GTS_PDFX' && entryOf(it, 'DestOutputProfile') !== undefined,
  );
  const findings = isPress
    ? []
    : [
        finding(
          'prove/output-intent',
          at,
          'the file does not say for which printing condition it was made',
          AGAIN,
        ),
      ];
  const live = keysOf(catalog).filter((key) => ['AcroForm', 'OpenAction', 'AA'].includes(key));
  const scripts = keysOf(entryOf(catalog, 'Names')).filter((key) =>
    ['JavaScript', 'EmbeddedFiles'].includes(key),
  );
  for (const key of [...live, ...scripts])
    findings.push(
      finding('prove/annotation', at, `the file holds ${quoted(key)}, which no leaflet has`, AGAIN),
    );
  return findings;
}

function checkBoxes(page: ReadPage, owed: OwedBoxes, at: Place): Finding[] {
  const faults: string[] = [];
  const { media, trim, bleed, turned, hasTrim } = page;
  const off = (a: number, b: number): boolean => Math.abs(a - b) > TOLERANCE;
  if (!hasTrim) faults.push('the page has no TrimBox: nobody can tell where to cut');
  else if (off(trim.width, owed.trim.width) || off(trim.height, owed.trim.height))
    faults.push(`the TrimBox is ${size(trim)}; the leaflet is ${size(owed.trim)}`);
  if (bleed === undefined) faults.push('the page has no BleedBox');
  else if (hasTrim) {
    const around = edges(trim, bleed);
    if (around.some((edge) => off(edge, owed.bleed)))
      faults.push(
        `the bleed is ${around.map((it) => it.toFixed(2)).join(', ')} mm at top, right, bottom, left; it should be ${owed.bleed} mm all round`,
      );
  }
  const paper = edges(trim, media);
  const { margin } = owed;
  if (margin !== undefined && paper.some((edge) => off(edge, margin)))
    faults.push(
      `the paper reaches ${paper.map((it) => it.toFixed(2)).join(', ')} mm past the trim; it should be ${margin} mm all round`,
    );
  else if (paper.some((edge) => edge < owed.bleed - TOLERANCE))
    faults.push('the MediaBox does not hold the bleed');
  if (turned % 360 !== 0) faults.push(`the page is turned by ${turned} degrees`);
  return faults.map((problem) => finding('prove/box', at, problem, AGAIN));
}

const size = ({ width, height }: { width: number; height: number }): string =>
  `${width.toFixed(2)} x ${height.toFixed(2)} mm`;

/** How far the outer box reaches past the inner: top, right, bottom, left. */
const edges = (inner: Box, outer: Box): readonly number[] => [
  inner.y - outer.y,
  outer.x + outer.width - inner.x - inner.width,
  outer.y + outer.height - inner.y - inner.height,
  inner.x - outer.x,
];

const isPressSpace = (space: string): boolean =>
  space === 'DeviceCMYK' || space.startsWith('Separation ');

/** Words that are in the file and not on its page. */
export function hiddenText({ words }: ReadPage, at: Place): Finding[] {
  return words
    .filter(({ isHidden }) => isHidden)
    .map(({ text }) =>
      finding(
        'prove/hidden-text',
        at,
        `${quoted(text)} stands in the file so that nobody sees it`,
        AGAIN,
      ),
    );
}

function checkContent(page: ReadPage, at: Place): Finding[] {
  const { annotations, content, words } = page;
  const findings: Finding[] = [];
  if (annotations > 0)
    findings.push(
      finding(
        'prove/annotation',
        at,
        `${annotations} notes or links lie over the page; a file for the press has none`,
        AGAIN,
      ),
    );
  for (const space of content.spaces)
    if (!isPressSpace(space))
      findings.push(
        finding(
          'prove/colour',
          at,
          `something prints in ${quoted(space)}; only CMYK and spot inks may`,
          AGAIN,
        ),
      );
  if (!content.isWhole)
    findings.push(finding('prove/unreadable', at, 'a part of the page cannot be read', AGAIN));
  for (const word of words) {
    const fault = inkFault(
      word.paint.space,
      word.paint.values,
      word.paint.overprints && word.paint.mode === 1,
      word.paint.overprints,
    );
    if (fault !== undefined)
      findings.push(finding(fault.code, at, `${quoted(word.text)} ${fault.problem}`, AGAIN));
  }
  findings.push(...hiddenText(page, at));
  return firstOfEach(findings);
}

/** Text that is meant to be black: nearly all of it black ink (GWG 2022 speaks of 85 % and more). */
const BLACK_FROM = 0.95;

function inkFault(space: string, values: readonly number[], isKept: boolean, overprints: boolean) {
  if (space !== 'DeviceCMYK') return undefined;
  const [c = 0, m = 0, y = 0, k = 0] = values;
  const others = c + m + y;
  if (k >= BLACK_FROM && (others > 0 || k < 1))
    return {
      code: 'prove/black-text' as const,
      problem: `is black of ${values.map((it) => `${Math.round(it * 100)} %`).join(', ')}; black text is 100 % black alone`,
    };
  if (k === 1 && !isKept)
    return {
      code: 'prove/black-text' as const,
      problem: 'is black and knocks out the colours under it',
    };
  if (others + k === 0 && overprints)
    return { code: 'prove/white-text' as const, problem: 'is white and set to overprint' };
  return undefined;
}

export function checkFont(
  { name, isEmbedded, isSubset, hasToUnicode }: ReadFont,
  at: Place,
): Finding[] {
  const faults: string[] = [];
  if (!isEmbedded) faults.push('is not in the file');
  else if (!isSubset)
    faults.push('is in the file as a whole, not only the letters that are printed');
  if (!hasToUnicode) faults.push('does not say which letters its glyphs are');
  return faults.map((fault) =>
    finding('prove/font', at, `the font ${quoted(name)} ${fault}`, AGAIN),
  );
}

/** The same fault of a hundred words is told for the first, with how many more there are. */
export function firstOfEach(findings: readonly Finding[]): Finding[] {
  const kinds = new Map<string, { readonly first: Finding; count: number }>();
  for (const it of findings) {
    const key = `${it.code} ${it.code === 'prove/colour' ? it.problem : ''}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { first: it, count: 1 });
    else known.count += 1;
  }
  return [...kinds.values()].map(({ first, count }) =>
    count === 1 ? first : { ...first, problem: `${first.problem}; and so ${count - 1} more` },
  );
}
