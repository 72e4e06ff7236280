import type { CopyDeck, Unit, When } from '../sources/copy-deck.js';
import type { Phone } from '../sources/phone.js';

const same = (wanted: string | undefined, actual: string): boolean =>
  wanted === undefined || wanted.toLowerCase() === actual.toLowerCase();

const isFor = (when: When, phone: Phone): boolean =>
  same(when.os, phone.os) && same(when.maker, phone.maker) && same(when.network, phone.network);

const narrowness = (when: When): number =>
  [when.os, when.maker, when.network].filter((it) => it !== undefined).length;

/**
 * The wording of every unit for one phone: of those whose `when` fits, the narrowest; of equals, the
 * first in the deck. A unit that has no wording for the phone is left out; a template that wants it says so.
 */
export function chooseUnits(deck: CopyDeck, phone: Phone): Record<string, Unit> {
  const chosen: Record<string, Unit> = {};
  for (const unit of deck.units) {
    if (!isFor(unit.when, phone)) continue;
    const before = chosen[unit.id];
    if (before === undefined || narrowness(unit.when) > narrowness(before.when))
      chosen[unit.id] = unit;
  }
  return chosen;
}
