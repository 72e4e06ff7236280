import { z } from 'zod';
import { CATALOGUE_COLUMNS } from './catalogue/columns.js';
import { day } from './day-field.js';
import { id } from './id-field.js';
import { localeOrPair } from './locale-field.js';
import { publicKey } from './public-key-field.js';
import type { FromFile } from './source-file.js';
import { text } from './text-field.js';

/** Which leaflets to make: a template in these brands and locales, for every phone of the catalogue. */
const CampaignLeaflet = z.strictObject({
  template: id('name a folder of templates/, such as parent-trifold'),
  brands: z
    .array(id('name a folder of brand-kits/'), 'list the brand kits, such as [northstar]')
    .min(1, 'list at least one brand kit'),
  locales: z
    .array(localeOrPair('name a folder of locales/'), 'list the locales, such as [en-GB, ur]')
    .min(1, 'list at least one locale'),
});
type CampaignLeaflet = Readonly<{
  template: string;
  brands: readonly string[];
  /** Each one locale, or the two of a bilingual piece joined by a plus: `cy+en-GB`. */
  locales: readonly string[];
}>;

/** Someone whose approval this campaign accepts. `publicKey` is base64 of an Ed25519 key, raw 32 bytes. */
const TrustedKey = z.strictObject({
  name: text('write who holds the key'),
  publicKey,
});
type TrustedKey = Readonly<z.infer<typeof TrustedKey>>;

/** Whom a printer asks about the job; stands on the sheet that `pack` makes, never on a leaflet. */
const Sender = z.strictObject({
  name: text('write whom the printer asks'),
  email: z.email('write an e-mail address, such as print@shop.example').optional(),
  phone: text('write a telephone number in quotes').optional(),
});
type Sender = Readonly<z.infer<typeof Sender>>;

const GLOB_SAY = 'name the catalogue files, such as phones.csv or "shops/*.xlsx"';

/** The retailer's headings for our columns; a column that is not named here goes by our own name. */
const Columns = z.strictObject(
  Object.fromEntries(
    CATALOGUE_COLUMNS.map((name) => [
      name,
      text('write the heading as it stands in the file').optional(),
    ]),
  ),
);

/** `campaigns/<id>/campaign.yaml` as it is written. */
export const CampaignFile = z.strictObject({
  title: text('write what this campaign is called'),
  demonstration: z.boolean('write true, or take the line out').default(false),
  market: z
    .string('write the country of sale in two letters, such as GB')
    .regex(/^[A-Z]{2}$/, 'write the country of sale in two capital letters, such as GB'),
  printOn: day('write the day of printing').optional(),
  shelfLifeDays: z
    .int('write how many days a leaflet may lie in a box, such as 540')
    .min(1, 'write at least one day')
    .max(3650, 'write at most ten years (3650): no helpline stays the same for longer'),
  press: id('name a file of press/, such as sheetfed-fogra39'),
  editions: z
    .array(z.enum(['print', 'reader'], 'write print or reader'), 'list print, reader or both')
    .min(1, 'list print, reader or both')
    .default(['print']),
  type: z
    .enum(['clear-print', 'compact'], 'write clear-print (12 pt) or compact (9 pt)')
    .default('clear-print'),
  catalogue: z.union([text(GLOB_SAY), z.array(text(GLOB_SAY)).min(1, GLOB_SAY)], GLOB_SAY),
  columns: Columns.default({}),
  leaflets: z
    .array(CampaignLeaflet, 'list the leaflets, each with template, brands and locales')
    .min(1, 'list at least one leaflet, with template, brands and locales'),
  trust: z
    .array(TrustedKey, 'list whose approvals count, each with name and publicKey')
    .default([]),
  sender: Sender.optional(),
});
export type CampaignFile = z.infer<typeof CampaignFile>;

/** `campaigns/<id>/campaign.yaml`: one file that says what a run makes. */
export interface Campaign extends FromFile {
  /** The folder's name. */
  readonly id: string;
  readonly title: string;
  /** The one exception to approval: see `approval/`. Absent means false. */
  readonly demonstration: boolean;
  /** ISO 3166-1 alpha-2 of the place of sale: helplines follow it. */
  readonly market: string;
  /** `YYYY-MM-DD`; in a demonstration the day of the run, filled in by the reader of this file. */
  readonly printOn: string;
  readonly shelfLifeDays: number;
  /** A press profile, `press/<id>.yaml`. */
  readonly press: string;
  /** What a build makes where nobody asks for one of them. */
  readonly editions: readonly ('print' | 'reader')[];
  /** Smallest type: `clear-print` 12 pt body, `compact` 9 pt. */
  readonly type: 'clear-print' | 'compact';
  /** Globs of catalogue files, from the campaign's folder, `/` between folders. */
  readonly catalogue: readonly string[];
  /** Our column name -> the retailer's heading. */
  readonly columns: Readonly<Record<string, string>>;
  readonly leaflets: readonly CampaignLeaflet[];
  readonly trust: readonly TrustedKey[];
  readonly sender?: Sender | undefined;
}
