import type { Finding } from '../diagnostics/finding.js';
import type { CopyDeck } from '../sources/copy-deck.js';
import type { Sources } from '../sources/sources.js';
import { checkApproval } from './check-approval.js';
import { referencesOf } from './references-of.js';

/** Judges a whole deck against its approval: the text of every unit, each wording beside it for itself, and every contact that its templates may print. */
export function judgeDeck(deck: CopyDeck, sources: Sources): readonly Finding[] {
  const { campaign, register, approvals, templates } = sources;
  const own = Object.values(templates).filter((it) => it.deck === deck.id);
  const used = {
    units: new Set(deck.units.map((unit) => unit.key)),
    contacts: referencesOf(deck, own, register),
  };
  return checkApproval(campaign, deck, approvals[`${deck.locale}/${deck.id}`], register, used);
}
