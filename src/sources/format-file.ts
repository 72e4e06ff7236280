import { z } from 'zod';
import { DieStepFile } from './die-step.js';
import { FoldStepFile } from './fold-step.js';
import { InBoxFile } from './in-box.js';
import { text } from './text-field.js';

/** No press sheet is longer than this, in mm (B1 is 1,000 x 707). */
const LONGEST = 1000;

const length = (say: string) => z.number(say).min(0, say).max(LONGEST, say);
const size = (say: string) => z.number(say).positive(say).max(LONGEST, say);

const NAME = 'write a name in small letters, digits and hyphens, such as inside-left';
const name = z.string(NAME).regex(/^[a-z][a-z0-9-]{0,39}$/, NAME);

const ROW = 'write which row the panel stands in, from 1 at the top';

const panel = z.strictObject({
  name,
  width: size('write the width of the panel in mm'),
  row: z.int(ROW).min(1, ROW).max(9, ROW).optional(),
  turned: z.boolean('write true, or leave the line out').optional(),
});

const side = z.strictObject({
  name,
  panels: z.array(panel, 'list the panels from left to right').min(1, 'list at least one panel'),
  rows: z
    .array(size('write the height of the row in mm'), 'list the heights of the rows from the top')
    .min(1, 'list at least one row, or leave the line out')
    .max(9, 'list at most nine rows')
    .optional(),
});

const STOCK = 'write grams a square metre, such as 130';
const grams = z.number(STOCK).min(30, STOCK).max(1000, STOCK);

const stock = z.strictObject({
  from: grams,
  to: grams,
  caliper: size('write how thick a sheet is in mm, such as 0.12').max(2),
  why: text('say what hangs on the paper, such as the 3 mm of the flap'),
});

const codes = z.strictObject({
  module: size('write the least square of a QR code in mm, such as 0.4').min(0.375),
  size: size('write the least width of a QR code in mm, such as 15'),
});

const CATALOG = 'write the number of CIP4\'s fold catalogue, such as "F6-5"';

const keepOut = z.strictObject({
  sides: z.array(name, 'list the sides').min(1, 'list at least one side'),
  from: z.enum(['top', 'bottom'], 'write top or bottom'),
  height: size('write how far it reaches from that edge in mm'),
  of: z
    .array(
      z.enum(['number', 'code', 'copy'], 'write number, code or copy'),
      'list what must not stand there',
    )
    .min(1, 'list number, code or copy'),
  why: text('say why, for whoever meets the rule'),
});

/** `templates/formats/<id>.yaml`: the finished piece, in mm. */
export const FormatFile = z.strictObject({
  title: text('write what the piece is, such as "A4 roll fold to DL"'),
  trim: z.strictObject({
    width: size('write the width of the flat piece in mm'),
    height: size('write the height of the flat piece in mm'),
  }),
  bleed: length('write the bleed in mm, such as 3').max(20, 'write the bleed in mm, such as 3'),
  live: z.strictObject({
    fromTrim: length('write how far copy keeps from the trim in mm, such as 5'),
    fromFold: length('write how far copy keeps from a fold in mm, such as 4'),
  }),
  fold: z.enum(['none', 'roll', 'half', 'z', 'cross'], 'write none, roll, half, z or cross'),
  folding: z.array(FoldStepFile, 'list the folds as they are made').min(1).optional(),
  foldCatalog: z
    .string(CATALOG)
    .regex(/^F[0-9]+-(?:[0-9]+|X)$/, CATALOG)
    .optional(),
  stock: stock.optional(),
  product: z.enum(['sheet', 'label'], 'write sheet or label').optional(),
  die: z.array(DieStepFile, 'list what is cut, creased, perforated, drilled or glued').optional(),
  codes: codes.optional(),
  inBox: InBoxFile.optional(),
  sides: z
    .array(side, 'list the sides, the outside first')
    .min(1, 'list one side or two')
    .max(2, 'list one side or two: a sheet has no more'),
  readingOrder: z.array(name, 'list every panel as a reader meets it'),
  keepOut: z.array(keepOut, 'list the parts to keep free, or write []').default([]),
});
