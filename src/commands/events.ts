import { z } from 'zod';
import { CODES, type FindingCode } from '../diagnostics/codes.js';

const codes = Object.keys(CODES).sort() as [FindingCode, ...FindingCode[]];
const count = z.int().min(0);

const Place = z.strictObject({
  file: z.string(),
  line: z.int().optional(),
  column: z.int().optional(),
  part: z.string().optional().describe('what a line cannot name, such as a row of a table'),
});

const Finding = z
  .strictObject({
    event: z.literal('finding'),
    code: z.enum(codes),
    severity: z.enum(['error', 'warning', 'note']).describe('only an error stops print'),
    at: Place,
    problem: z.string(),
    reason: z.string(),
    fix: z.string(),
    leaflet: z.string().optional(),
    brand: z.string().optional(),
    locale: z.string().optional(),
    panel: z.string().optional(),
    sentence: z.string().optional(),
    rule: z.string().optional().describe('the id of the rule on finished bytes that is broken'),
    overMm: z.number().optional().describe('by how many millimetres it is too large or too small'),
    overCharacters: z.int().optional().describe('how many letters of the sentence have no room'),
  })
  .describe('one thing that is wrong');

const Made = z
  .strictObject({
    event: z.literal('made'),
    file: z.string().describe('from the folder that the command was started in'),
    why: z
      .string()
      .optional()
      .describe('with --explain and from watch: why it was written, or that it stood as it is'),
    publicKey: z.string().optional().describe('of a key that copy keygen made'),
  })
  .describe('one file that was made');

const Progress = z
  .strictObject({
    event: z.literal('progress'),
    edition: z.enum(['print', 'reader']),
    done: count,
    leaflets: count.describe('how many the run was asked for'),
    aSecond: count.optional().describe('how many were made in a second; absent at the beginning'),
    secondsLeft: count.optional(),
    findings: count.describe('how many the run has found so far'),
  })
  .describe('how far build, check or watch is: once a second, from the first second on');

const Done = z
  .strictObject({
    event: z.literal('done'),
    campaign: z.string(),
    ok: z.boolean().describe('whether nothing that was found stops print'),
    folder: z.string(),
    draft: z.boolean(),
    leaflets: count.describe('how many the run was asked for; 0 where the campaign cannot be read'),
    made: count,
    proven: z.strictObject({ panels: count, files: count }),
    unchanged: z
      .literal(true)
      .optional()
      .describe(
        'nothing had to be made: all files stood, or were put back from the cache, as an earlier run had made and proven them',
      ),
    errors: count,
    warnings: count,
    milliseconds: count.optional().describe('of watch: from the save to the end'),
  })
  .describe('the end of build, also where it made nothing, and of each round of watch');

const Changed = z
  .strictObject({ event: z.literal('changed'), files: z.array(z.string()) })
  .describe('files that were saved, came or went: the beginning of a round of watch');

const Gone = z
  .strictObject({
    event: z.literal('gone'),
    code: z.enum(codes),
    at: Place,
    problem: z.string(),
  })
  .describe('a finding of the round before that watch finds no more');

const Checked = z
  .strictObject({
    event: z.literal('checked'),
    campaign: z.string(),
    ok: z.boolean(),
    leaflets: count,
    errors: count,
    warnings: count,
  })
  .describe('the end of check');

const Plan = z
  .strictObject({
    event: z.literal('plan'),
    rows: z
      .array(
        z.strictObject({
          template: z.string(),
          brand: z.string(),
          locale: z.string(),
          records: count,
          forms: count,
          panels: count,
          pages: count,
          sheets: count,
          approval: z.string(),
        }),
      )
      .readonly(),
    totals: z.strictObject({ records: count, forms: count, pages: count, sheets: count }),
  })
  .describe('what a campaign will make');

const Fit = z
  .strictObject({
    event: z.literal('fit'),
    template: z.string(),
    brand: z.string(),
    locale: z.string(),
    panel: z.string(),
    mm: z.number().describe('height left; below zero it is over'),
    characters: z
      .int()
      .describe('letters of body type that would fill it; below zero they are over'),
    form: z.string().describe('the form that has the least room'),
    level: z
      .enum(['long', 'standard', 'short'])
      .describe('the wordings that the panel takes: the longest at which all of it fits'),
  })
  .describe('the room left on a panel, from fit');

const Verified = z
  .strictObject({
    event: z.literal('verified'),
    ok: z.boolean(),
    files: count,
    asMade: count.describe('how many show what was made; with --rules, how many keep them'),
  })
  .describe('the end of verify');

const Merged = z
  .strictObject({
    event: z.literal('merged'),
    ok: z.boolean().describe('whether every leaflet of the campaign is there exactly once'),
    folder: z.string(),
    leaflets: count,
    errors: count,
    warnings: count,
  })
  .describe('the end of merge');

const Packed = z
  .strictObject({
    event: z.literal('packed'),
    ok: z.boolean(),
    files: count.describe('PDFs in the ZIP'),
    leaflets: count,
    copies: count.describe('how many are printed, by the quantities of the catalogue'),
  })
  .describe('the end of pack');

const Listed = z
  .object({
    event: z.literal('listed'),
    kind: z.enum([
      'templates',
      'formats',
      'locales',
      'brands',
      'contacts',
      'press',
      'findings',
      'rules',
    ]),
  })
  .catchall(z.string())
  .describe('one row of list, its columns by name');

const Deck = z
  .strictObject({
    event: z.literal('deck'),
    deck: z.string(),
    locale: z.string(),
    units: count,
    status: z.string(),
    by: z.string(),
    until: z.string(),
    stands: z.boolean().describe('whether the approval covers the words as they are now'),
    findings: count,
  })
  .describe('one copy deck of copy status');

const Wording = z
  .strictObject({
    event: z.literal('wording'),
    deck: z.string(),
    locale: z.string(),
    key: z.string().describe('as the approval names it, such as talk.lead:short'),
    when: z.string().describe('for which phones or numbers; empty for all'),
    text: z.string(),
  })
  .describe('one way in which a unit may read, from copy status and copy approve');

const Doctor = z
  .strictObject({
    event: z.literal('doctor'),
    versions: z.record(z.string(), z.string()),
    campaigns: z.array(z.strictObject({ campaign: z.string(), needs: z.string() })),
  })
  .describe('what doctor looked at');

const Cache = z
  .strictObject({
    event: z.literal('cache'),
    folder: z.string().optional().describe('absent where there is no cache'),
    entries: count,
    bytes: count,
    limit: count.describe('most bytes that the cache may hold'),
    thrownOut: count.optional().describe('bytes that cache clean threw out'),
  })
  .describe('what is kept between runs, from cache and cache clean');

/** One line of `--json`, as `schemas/events.schema.json` publishes it. */
export const Event = z.discriminatedUnion('event', [
  Finding,
  Made,
  Progress,
  Done,
  Changed,
  Gone,
  Checked,
  Plan,
  Fit,
  Verified,
  Merged,
  Packed,
  Listed,
  Deck,
  Wording,
  Doctor,
  Cache,
]);
export type Event = z.infer<typeof Event>;

/** The text of `schemas/events.schema.json`. @public scripts/generate-event-schema.js takes it from what is built. */
export function eventSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(Event);
  const title = 'one line of safeleaf … --json';
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
