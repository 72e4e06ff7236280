import { z } from 'zod';
import { text } from './text-field.js';

/** Fields of ours in a DTCG file stand under this name in `$extensions`. */
export const EXTENSION = 'safeleaf';

const PERCENT = 'write the ink in percent, from 0 to 100';
const CMYK = 'write four percentages: [cyan, magenta, yellow, black]';
const percent = z.number(PERCENT).min(0, PERCENT).max(100, PERCENT);

const COMPONENT = 'write red, green and blue as shares from 0 to 1, such as [0.44, 0.04, 0.14]';
const component = z.number(COMPONENT).min(0, COMPONENT).max(1, COMPONENT);

const LAB = 'write L from 0 to 100, a and b from -128 to 127, such as [54, 62, 41]';
const ab = z.number(LAB).min(-128, LAB).max(127, LAB);

const alpha = z.literal(1, 'write 1, or leave it out: a press has no see-through ink').optional();
const hex = z
  .string('write the colour as "#rrggbb"; drawings and CSS name it so')
  .regex(/^#[0-9a-f]{6}$/, 'write the colour as "#rrggbb" in small letters');

const colour = z.discriminatedUnion(
  'colorSpace',
  [
    z.strictObject({
      colorSpace: z.literal('srgb'),
      components: z.tuple([component, component, component], COMPONENT),
      alpha,
      hex,
    }),
    z.strictObject({
      colorSpace: z.literal('lab'),
      components: z.tuple([z.number(LAB).min(0, LAB).max(100, LAB), ab, ab], LAB),
      alpha,
      hex,
    }),
  ],
  'write a colour as { "colorSpace": "srgb" (or "lab"), "components": […], "hex": "#…" }, or another’s name as "{color.paper}"',
);

const inks = z.strictObject(
  {
    /** Absent: the press profile gives the inks. */
    cmyk: z.tuple([percent, percent, percent, percent], CMYK).optional(),
    spot: z
      .strictObject(
        { name: text('write the name of the plate, such as "Northstar Amber"') },
        'write the plate as { "name": "…" }',
      )
      .optional(),
  },
  'write "safeleaf": { "cmyk": [cyan, magenta, yellow, black] } in percent',
);

const ownInk = z.strictObject({
  $type: z.literal('color', 'write "color"').optional(),
  $description: z.string('write what the colour is for').optional(),
  $value: colour,
  $extensions: z
    .strictObject({ [EXTENSION]: inks }, 'write { "safeleaf": { "cmyk": […] } }')
    .optional(),
});

const alias = z.strictObject({
  $type: z.literal('color', 'write "color"').optional(),
  $description: z.string('write what the colour is for').optional(),
  $value: z
    .string('write a colour, or the name of another as "{color.paper}"')
    .regex(/^\{color\.[a-z][a-z0-9-]*\}$/, 'name another colour as "{color.paper}"'),
});

const BrandToken = z.union([ownInk, alias]);

/** One colour of the kit: inks of its own, or another colour's name. */
export type BrandToken = z.infer<typeof BrandToken>;

const WEIGHT = 'write the weight as a number from "100" to "900"';
const FONT_FILE = 'name a font file, such as "fonts/Body-Regular.ttf"';
const fontFile = z.union(
  [
    text(FONT_FILE),
    z.strictObject({
      file: text(FONT_FILE),
      pin: z
        .number('write the weight to pin the variable font to, such as 700')
        .min(1, 'write a weight from 1 to 1000')
        .max(1000, 'write a weight from 1 to 1000'),
    }),
  ],
  FONT_FILE,
);

const family = z.strictObject({
  $type: z.literal('fontFamily', 'write "fontFamily"').optional(),
  $description: z.string('write what the type is for').optional(),
  $value: text('write the family’s name, such as "Nunito"'),
  $extensions: z.strictObject({
    [EXTENSION]: z.strictObject({
      files: z.record(z.string(WEIGHT).regex(/^[1-9]00$/, WEIGHT), fontFile),
    }),
  }),
});

const logo = z.strictObject({
  file: text('name the SVG file, such as "logo.svg"'),
  clearSpace: z
    .number('write the empty border as a share of the logo’s height, such as 0.5')
    .min(0, 'write a share from 0 to 2')
    .max(2, 'write a share from 0 to 2; it is not millimetres'),
  minWidth: z
    .number('write the smallest width in mm, such as 18')
    .positive('write the smallest width in mm, such as 18')
    .max(297, 'write the smallest width in mm; no panel is as wide as this'),
  alt: text('write what a screen reader says for the logo, such as "Northstar Phones"'),
});

const own = z.strictObject({
  name: text('write the brand’s name'),
  imprint: z.string('write the legal line: company and address'),
  safeguardingLead: z
    .string('write who in the company staff turn to when a child may be at risk')
    .default(''),
  logos: z
    .record(z.string(), logo)
    .refine((it) => Object.hasOwn(it, 'main'), 'add the logo called "main"'),
  pictures: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/, 'use small letters, digits and hyphens'),
      z.strictObject(
        { file: text('name the file, such as "pictures/family.jpg"') },
        'write the picture as { "file": "pictures/family.jpg" }',
      ),
    )
    .default({}),
});

/** `brand-kits/<id>/brand.json`: design tokens in the DTCG format, with inks, fonts and logos under `$extensions`. */
export const BrandKitFile = z.strictObject({
  $schema: z.string().optional(),
  $description: z.string().optional(),
  $extensions: z.strictObject({ [EXTENSION]: own }),
  color: z
    .object({
      $type: z.literal('color', 'write "color"').optional(),
      $description: z.string().optional(),
    })
    .catchall(BrandToken),
  font: z.strictObject({
    $type: z.literal('fontFamily', 'write "fontFamily"').optional(),
    body: family,
    heading: family,
  }),
});

export type BrandKitFile = z.infer<typeof BrandKitFile>;
