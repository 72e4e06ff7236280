import { z } from 'zod';
import { text } from './text-field.js';

/** No press sheet is longer than this, in mm (B1 is 1,000 x 707). */
const LONGEST = 1000;

const length = (say: string) => z.number(say).min(0, say).max(LONGEST, say);
const size = (say: string) => z.number(say).positive(say).max(LONGEST, say);

const NAME = 'write a name in small letters, digits and hyphens, such as inside-left';
const name = z.string(NAME).regex(/^[a-z][a-z0-9-]{0,39}$/, NAME);

const panel = z.strictObject({ name, width: size('write the width of the panel in mm') });

const side = z.strictObject({
  name,
  panels: z.array(panel, 'list the panels from left to right').min(1, 'list at least one panel'),
});

const keepOut = z.strictObject({
  sides: z.array(name, 'list the sides').min(1, 'list at least one side'),
  from: z.enum(['top', 'bottom'], 'write top or bottom'),
  height: size('write how far it reaches from that edge in mm'),
  of: z
    .array(z.enum(['number', 'code'], 'write number or code'), 'list what must not stand there')
    .min(1, 'list number, code or both'),
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
  fold: z.enum(['none', 'roll', 'half', 'z'], 'write none, roll, half or z'),
  sides: z
    .array(side, 'list the sides, the outside first')
    .min(1, 'list one side or two')
    .max(2, 'list one side or two: a sheet has no more'),
  readingOrder: z.array(name, 'list every panel as a reader meets it'),
  keepOut: z.array(keepOut, 'list the parts to keep free, or write []').default([]),
});
