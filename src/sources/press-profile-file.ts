import { z } from 'zod';
import { text } from './text-field.js';

const between = (least: number, most: number, say: string) =>
  z.number(say).min(least, say).max(most, say);
const yesNo = z.boolean('write true or false');

const MINIMUM = 'write a type size in points, such as 9';
const points = between(4, 72, MINIMUM);

const RICH_BLACK = 'write the inks of a large black area in percent, such as [60, 40, 40, 100]';
const share = between(0, 100, RICH_BLACK);

/** `press/<id>.yaml`: ink in percent, lengths in mm, type minimums in points. */
export const PressProfileFile = z.strictObject({
  title: text('write the printing condition in words, such as "Offset on coated paper"'),
  icc: text('name the ICC profile, such as icc/coated.icc'),
  condition: text('write the name of the condition in the ICC registry, such as FOGRA39'),
  conditionInfo: text('write what the condition is: process, standard, paper'),
  registry: text('write the address of the registry, such as "http://www.color.org"'),
  inkLimit: between(200, 400, 'write the most ink in one place in percent, such as 300'),
  richBlack: z
    .tuple([share, share, share, share], RICH_BLACK)
    .refine(([, , , black]) => black === 100, 'write 100 as the last of the four: it is black')
    .default([0, 0, 0, 100]),
  spots: z.enum(['plates', 'fallback'], 'write plates (a plate for each) or fallback (four inks)'),
  bleed: between(0, 20, 'write the bleed in mm, such as 3'),
  marks: z.strictObject({
    crop: yesNo,
    fold: yesNo,
    registration: yesNo,
    slug: yesNo,
    margin: between(
      0,
      50,
      'write the paper around the trim that holds the marks in mm, such as 12',
    ),
  }),
  minimum: z.strictObject({
    bodyPt: points,
    compactBodyPt: points,
    imprintPt: points,
    slugPt: points,
    linePt: between(0.1, 5, 'write the thinnest line in points, such as 0.25'),
  }),
});

export type PressProfileFile = z.infer<typeof PressProfileFile>;
