import { z } from 'zod';
import type { Art } from './brand-kit.js';
import { id } from './id-field.js';
import type { PictureFiles } from './picture.js';
import type { FromFile } from './source-file.js';
import { text } from './text-field.js';

/** `templates/<id>/template.yaml` as it is written. */
export const TemplateFile = z.strictObject({
  title: text('write what this piece is called'),
  format: id('name a file of templates/formats/, such as roll-fold-dl'),
  otherFormats: z
    .array(
      id('name a file of templates/formats/, such as in-box-cross'),
      'list the formats to try, in their order, where the first does not lie in the phone’s box',
    )
    .optional(),
  deck: id('name the copy deck that it takes, such as parent'),
  slug: id('write a short word for file names').max(32, 'shorten it to 32 characters'),
  type: z
    .enum(
      ['as-campaign', 'large-print'],
      'write large-print (16 pt and more), or leave the line out',
    )
    .default('as-campaign'),
  twinOf: id(
    'name the template whose leaflet.hbs (unless it has its own) and icons it takes, such as parent-trifold',
  ).optional(),
  languageChange: z
    .literal(
      'black-plate',
      'write black-plate (all that differs between languages prints in black alone), or leave the line out',
    )
    .optional(),
  inline: z
    .array(
      z
        .string('name a field of the phone, such as phone.model')
        .regex(/^phone\.[a-z]+$/, 'name a field of the phone, such as phone.model'),
      'list the fields of the phone that stand in the copy itself, such as [phone.model]',
    )
    .default([]),
});
export type TemplateFile = z.infer<typeof TemplateFile>;

/** `templates/<id>/`: template.yaml, leaflet.hbs, style.css, icons. */
export interface Template extends FromFile {
  readonly id: string;
  readonly title: string;
  readonly format: string;
  /** Tried in their order where the first does not lie in the phone's box. */
  readonly otherFormats?: readonly string[] | undefined;
  /** The copy deck that it takes, such as `parent`. */
  readonly deck: string;
  /** Short word for file names and slugs. */
  readonly slug: string;
  /** `large-print`: for readers who see little, whatever the campaign's own type. */
  readonly type: 'as-campaign' | 'large-print';
  /** `black-plate`: between languages of one direction nothing but the black plate may differ; absent where all plates may. */
  readonly languageChange?: 'black-plate' | undefined;
  /** Fields of a phone that stand in the copy itself, not in a record slot, such as `phone.model`: one form a value. */
  readonly inline: readonly string[];
  readonly leaflet: { readonly file: string; readonly text: string };
  readonly style: { readonly file: string; readonly text: string };
  /** SVG sources of `icons/<name>.svg`; colours are brand tokens, so they are read once per brand. */
  readonly icons: Readonly<Record<string, { readonly file: string; readonly text: string }>>;
  /** Raster pictures of `pictures/`, by name, as files. */
  readonly pictures?: PictureFiles | undefined;
}

/** Icons read in a brand's inks. */
export type IconSet = Readonly<Record<string, Art>>;
