import type { Finding, Place } from '../diagnostics/finding.js';
import type { Form } from '../plan/plan.js';
import type { SlotValues } from '../plan/slot-values.js';
import type { Campaign } from '../sources/campaign.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { Unit } from '../sources/copy-deck.js';
import type { Origin } from './blocks.js';

/** What a form does not say itself: the campaign, the helplines of its market, the catalogue's values, the day. */
export interface ComposeContext {
  readonly campaign: Campaign;
  readonly register: ContactRegister;
  /** A record slot's field, such as `phone.model` -> every value in the campaign. */
  readonly slotValues: SlotValues;
  /** Date of preparation, `YYYY-MM-DD`. */
  readonly prepared: string;
  /** A demonstration or a draft: contacts that nobody has confirmed, and a deck that nobody has approved, may stand on it. */
  readonly mayPrintUnconfirmed: boolean;
  /** A draft: longer and shorter wordings that nobody has approved may stand on it. */
  readonly mayPrintUnapproved: boolean;
}

/** One form on its way through compose: its inputs, and what has been found so far. */
export interface Composition extends ComposeContext {
  readonly form: Form;
  readonly report: (finding: Finding) => void;
}

/** Words that may print, with where they come from. */
export interface Words {
  readonly text: string;
  readonly origin: Origin;
  /** Set left to right as one piece: numbers to call, addresses. */
  readonly isolate: boolean;
  readonly place: Place;
}

/** What a path of a template stands for: words, or a unit that may hold several paragraphs. */
export type Printed =
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'unit'; readonly unit: Unit };
