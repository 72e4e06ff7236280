import type { PDFObject } from '@cantoo/pdf-lib';
import type { Anatomy } from '../../anatomy/anatomy.js';
import { isApart } from '../../anatomy/read-notes.js';
import { type PageBoxes, readPageBoxes } from '../../anatomy/read-page-boxes.js';
import { entryOf, itemsOf, keysOf, nameOf } from '../../pdf-values.js';
import { type Breach, when } from '../rule.js';
import { xRules } from './x-rules.js';

const cut = xRules('the leaflet would be cut at the wrong place, or show white at its edge');
const over = xRules('what lies over a page can hide or change what is printed');

/** Boxes are written to a ten-thousandth of a point. */
const TOLERANCE = 0.01;

const isInside = (inner: readonly number[], outer: readonly number[]): boolean =>
  inner.every((it, at) =>
    at < 2 ? it >= (outer[at] ?? 0) - TOLERANCE : it <= (outer[at] ?? 0) + TOLERANCE,
  );

function* boxFaults({ media, crop, bleed, trim, art }: PageBoxes): Generator<string> {
  if (media === undefined) yield 'the page has no MediaBox';
  if (trim === undefined && art === undefined) yield 'the page has neither TrimBox nor ArtBox';
  if (trim !== undefined && art !== undefined) yield 'the page has both TrimBox and ArtBox';
  const nested = (
    [
      ['TrimBox', trim ?? art],
      ['BleedBox', bleed],
      ['CropBox', crop],
      ['MediaBox', media],
    ] as const
  ).flatMap(([name, box]) => (box === undefined ? [] : [{ name, box }]));
  for (const [at, { name, box }] of nested.entries()) {
    const outer = nested[at + 1];
    if (outer !== undefined && !isInside(box, outer.box))
      yield `the ${name} reaches past the ${outer.name}`;
  }
}

const eachPage = (
  file: Anatomy,
  faults: (boxes: PageBoxes, page: PDFObject) => Iterable<string>,
): Breach[] =>
  file.pages.flatMap((page, index) =>
    [...faults(readPageBoxes(page), page)].map((problem) => ({ problem, page: index })),
  );

/** Keys of a catalog, a page or a note that make a viewer do something. */
const ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'Sound',
  'Movie',
  'ResetForm',
  'ImportData',
  'Hide',
  'SetOCGState',
  'Rendition',
  'Trans',
  'GoTo3DView',
]);

function* actionFaults(file: Anatomy): Generator<string> {
  const { catalog } = file;
  for (const key of ['OpenAction', 'AA'])
    if (entryOf(catalog, key) !== undefined) yield `the catalog has ${key}`;
  const form = entryOf(catalog, 'AcroForm');
  if (itemsOf(entryOf(form, 'Fields')).length > 0 || entryOf(form, 'XFA') !== undefined)
    yield 'the file has form fields';
  if (keysOf(entryOf(catalog, 'Names')).includes('JavaScript')) yield 'the file holds JavaScript';
  if (file.pages.some((page) => entryOf(page, 'AA') !== undefined)) yield 'a page has AA';
  for (const it of file.dictionaries) {
    const kind = nameOf(entryOf(it, 'S'));
    if (kind !== undefined && ACTIONS.has(kind) && nameOf(entryOf(it, 'Type')) !== 'StructElem')
      yield `the file has an action ${kind}`;
  }
}

/** Boxes, and what lies over pages. */
export const PAGES = [
  cut('X10', 'every page says where it is cut, and its boxes lie in each other', (file) =>
    eachPage(file, boxFaults),
  ),
  over('X11', 'no note or link lies over the page inside its bleed', (file) =>
    file.notes.flatMap(({ rect, subtype, page }) => {
      const boxes = readPageBoxes(file.pages[page]);
      const surface = boxes.bleed ?? boxes.trim ?? boxes.media;
      const isAllowed = subtype === 'TrapNet' || subtype === 'PrinterMark';
      const isOver = rect === undefined || surface === undefined || !isApart(rect, surface);
      return when(!isAllowed && isOver, `a ${subtype} lies over the page`).map((problem) => ({
        problem,
        page,
      }));
    }),
  ),
  over('X12', 'the file does nothing by itself: no script, no form, no action', (file) => [
    ...new Set(actionFaults(file)),
  ]),
  over('X23', 'the file holds no other files', (file) => {
    const isThere =
      keysOf(entryOf(file.catalog, 'Names')).includes('EmbeddedFiles') ||
      file.dictionaries.some((it) => entryOf(it, 'EF') !== undefined);
    return when(isThere, 'the file holds attached files');
  }),
  xRules('a page in other units is printed at another size')(
    'X25',
    'no page has units of its own',
    (file) =>
      eachPage(file, (_, page) =>
        when(entryOf(page, 'UserUnit') !== undefined, 'the page has UserUnit'),
      ),
  ),
] as const;
