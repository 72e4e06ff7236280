import { z } from 'zod';
import type { Place } from '../diagnostics/finding.js';
import { day } from './day-field.js';
import { id } from './id-field.js';
import { localeTag } from './locale-field.js';
import type { FromFile } from './source-file.js';
import { text } from './text-field.js';

/** Most characters of one unit. Our choice: a whole A4 page of small type holds about 8,000. */
const LONGEST_UNIT = 20_000;

/** Dotted lower-case words with hyphens. */
const UNIT_ID = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Steps compare makers without regard to case, so a deck writes them in one way. */
const MAKER = /^[a-z0-9]+([ -][a-z0-9]+)*$/;

const MAKER_SAY = 'write the maker in lower case, such as samsung';

/** The phones and networks that a wording is for. Each absent field means "any". */
export const When = z.strictObject({
  os: z.enum(['ios', 'android'], 'write ios or android').optional(),
  maker: z.string(MAKER_SAY).regex(MAKER, MAKER_SAY).optional(),
  network: id('name a network of the contact register, such as ee').optional(),
});
export type When = Readonly<z.infer<typeof When>>;

const words = (say: string) =>
  text(say).max(
    LONGEST_UNIT,
    `split it, or look for text that was pasted in by mistake: a unit has at most ${LONGEST_UNIT} characters`,
  );

const UnitEntry = z.strictObject({
  id: z
    .string('write the id that templates name, such as cover.title')
    .max(120, 'shorten the id to 120 characters')
    .regex(UNIT_ID, 'write lower-case words with dots and hyphens, such as cover.title'),
  text: words('write the words, in quotes or after |'),
  long: words('write the longer words, in quotes or after |, or take the line out').optional(),
  short: words('write the shorter words, in quotes or after |, or take the line out').optional(),
  mustNotShorten: z.literal(true, 'write true, or take the line out').optional(),
  when: When.optional(),
  role: z
    .enum(['risk', 'help'], 'write risk (it names a danger) or help (it says where help is)')
    .optional(),
  osVersion: text('write the version that the steps were read on, in quotes').optional(),
  checkedOn: day('write the day somebody last tried the steps').optional(),
  source: text('write the address of the page that says so').optional(),
  reviewBy: day('write the day by which somebody must look again').optional(),
});

/** `locales/<tag>/<deck>.yaml` as it is written. */
export const CopyDeckFile = z.strictObject({
  deck: id('write the name of this file without its ending'),
  locale: localeTag('write the name of this folder'),
  audience: z.enum(['child', 'teen', 'parent', 'staff'], 'write child, teen, parent or staff'),
  status: z.enum(['draft', 'final'], 'write draft (no native reader has checked it) or final'),
  note: text('write the note, or take the line out').optional(),
  units: z
    .array(UnitEntry, 'list the units, each with id and text')
    .min(1, 'list at least one unit, with id and text'),
});
export type CopyDeckFile = z.infer<typeof CopyDeckFile>;

/** How much a wording says. `standard` is the unit's own `text`. */
export type Level = 'long' | 'standard' | 'short';

/**
 * One text of a deck. `text` holds a small inline markup: `**strong**`, lines that start with `- `
 * (list) or `1. ` (numbered steps), a line break, and references such as `{contact.childline.phone}`.
 */
export interface Unit {
  /** Dotted, such as `cover.title`; templates name it. Wordings with different `when` share it. */
  readonly id: string;
  /** Unique in its deck: the id, what it is for, and its level unless standard: `steps.controls[os=ios,maker=apple]:short`. Approvals name it. */
  readonly key: string;
  readonly text: string;
  readonly when: When;
  /** `risk`: names a danger, so help must stand on the same panel. `help`: says where help is. */
  readonly role?: 'risk' | 'help' | undefined;
  /** For steps on a phone or network: the version they were read on, when, from where, and when to look again. */
  readonly osVersion?: string | undefined;
  readonly checkedOn?: string | undefined;
  readonly source?: string | undefined;
  readonly reviewBy?: string | undefined;
  /** Never printed in a short wording: such a unit has none here. */
  readonly mustNotShorten?: true | undefined;
  /** The same in more words, approved on its own. */
  readonly long?: Unit | undefined;
  /** The same in fewer words, approved on its own. */
  readonly short?: Unit | undefined;
  /** Where `text` starts. */
  readonly place: Place;
  /** Where a choice has been made: for each line of `text` the line that it stands on in the deck, from that of `place`. */
  readonly lines?: readonly number[] | undefined;
}

/** `locales/<tag>/<deck>.yaml`: the words for one audience in one locale. */
export interface CopyDeck extends FromFile {
  /** The file's name without ending, such as `parent`. */
  readonly id: string;
  readonly locale: string;
  readonly audience: 'child' | 'teen' | 'parent' | 'staff';
  /** `draft`: no native reader has checked it. */
  readonly status: 'draft' | 'final';
  readonly units: readonly Unit[];
}
