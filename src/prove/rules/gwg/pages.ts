import type { PDFObject } from '@cantoo/pdf-lib';
import type { Bounds } from '../../anatomy/drawn.js';
import { readIccHeader } from '../../anatomy/read-icc-header.js';
import { readPageBoxes } from '../../anatomy/read-page-boxes.js';
import { inherited } from '../../inherited.js';
import { entryOf, itemsOf, nameOf, numberOf } from '../../pdf-values.js';
import { pressIntents } from '../pdfx/identification.js';
import { when } from '../rule.js';
import { ERROR, gwgRules, WARNING } from './gwg-rules.js';
import { inksOf, isWhite, onSurface } from './surface.js';

const wrongSize = 'the printer’s programs would place or scale the page wrongly';

const sizeOf = (box: Bounds | undefined): string =>
  box === undefined
    ? 'no trim'
    : `${(box[2] - box[0]).toFixed(2)} x ${(box[3] - box[1]).toFixed(2)} pt`;

const isSame = (one: Bounds | undefined, other: Bounds | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.every((it, at) => Math.abs(it - (other[at] ?? 0)) < 0.01);

/** Pages as a whole. */
export const PAGES = [
  gwgRules(wrongSize, ERROR)('R0002', 'no page has units of its own', ({ pages }) =>
    pages.flatMap((page, index) =>
      when(entryOf(page, 'UserUnit') !== undefined, 'the page has UserUnit').map((problem) => ({
        problem,
        page: index,
      })),
    ),
  ),
  gwgRules(wrongSize, ERROR)(
    'R0003',
    'all of the paper is shown: no CropBox, or one like the MediaBox',
    ({ pages }) =>
      pages.flatMap((page, index) => {
        const { crop, media } = readPageBoxes(page);
        return when(
          crop !== undefined && !isSame(crop, media),
          'the CropBox is not the MediaBox',
        ).map((problem) => ({ problem, page: index }));
      }),
  ),
  gwgRules(wrongSize, WARNING)(
    'R0004',
    'all pages are cut to one size, and none is turned',
    ({ pages }) => {
      const sizes = new Set(pages.map((page) => sizeOf(readPageBoxes(page).trim)));
      return [
        ...when(sizes.size > 1, `pages are cut to ${[...sizes].join(' and ')}`),
        ...pages.flatMap((page, index) =>
          when(
            ![undefined, 0].includes(numberOf(inherited(page, 'Rotate'))),
            `the page is turned by ${numberOf(inherited(page, 'Rotate')) ?? 0} degrees`,
          ).map((problem) => ({ problem, page: index })),
        ),
      ];
    },
  ),
  gwgRules('a side of the leaflet would come out white', WARNING)(
    'R0005',
    'no page is empty',
    (file) => {
      const drawn = onSurface(file);
      return file.pages.flatMap((_, index) => {
        const hasInk = drawn.some(
          (it) =>
            it.page === index &&
            (inksOf(it).length === 0 || inksOf(it).some((ink) => !isWhite(ink) && ink.alpha > 0)),
        );
        return when(!hasInk, 'nothing is printed on the page').map((problem) => ({
          problem,
          page: index,
        }));
      });
    },
  ),
  gwgRules('two settings of one file can print two ways', ['none', 'none', 'warning'])(
    'R0034',
    'the file has one set of layers',
    ({ catalog }) =>
      when(
        itemsOf(entryOf(entryOf(catalog, 'OCProperties'), 'Configs')).length > 0,
        'the file has several sets of layers (Configs)',
      ),
  ),
  gwgRules('the press prints CMYK', ERROR)(
    'R0035',
    'the output intent is a CMYK condition',
    (file) =>
      pressIntents(file).flatMap((intent: PDFObject | undefined) => {
        const header = readIccHeader(file.unpack(entryOf(intent, 'DestOutputProfile')));
        return when(
          header !== undefined && header.colourSpace !== 'CMYK',
          `the output intent is for ${header?.colourSpace.trim() ?? ''}`,
        );
      }),
  ),
  gwgRules('the die maker must find the line to cut, and the press must not print it', [
    'none',
    'none',
    'error',
  ])(
    'R1001',
    'a piece with a shape has a line to cut, and none to crease, drill or staple',
    ({ dictionaries }) => {
      const steps = dictionaries.flatMap((it) => nameOf(entryOf(it, 'GTS_ProcStepsType')) ?? []);
      const wrong = steps.filter((it) => ['Creasing', 'Drilling', 'Stapling'].includes(it));
      return [
        ...when(!steps.includes('Cutting'), 'no layer is the line to cut (Structural, Cutting)'),
        ...when(wrong.length > 0, `a layer is for ${wrong.join(', ')}, which a leaflet has not`),
      ];
    },
  ),
] as const;
