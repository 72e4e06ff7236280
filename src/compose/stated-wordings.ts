import type { ContactRegister } from '../sources/contact-register.js';
import type { CopyDeck, Unit } from '../sources/copy-deck.js';
import { wordingsOf } from '../sources/wordings-of.js';
import { choiceFields } from './choice-fields.js';
import { expansionsOf, type Picks } from './expand-choices.js';
import { numberForms } from './number-forms.js';

/** One way in which a unit may read on paper, as an approver sees it. */
export interface StatedWording {
  /** As the approval names it, such as `talk.lead:short`. */
  readonly key: string;
  /** For which phones or numbers, such as `phone.os is ios`; '' for all. */
  readonly when: string;
  /** A number of the campaign stands as an example of its kind. */
  readonly text: string;
}

/** Every way of reading those units of a deck that have more than one: longer and shorter wordings, plurals and choices. */
export function statedWordings(
  deck: CopyDeck,
  register: ContactRegister,
): readonly StatedWording[] {
  return deck.units.flatMap((unit) => {
    const stated = wordingsOf(unit).flatMap((it) => stateWording(it, register, deck.locale));
    return stated.length > 1 ? stated : [];
  });
}

function stateWording(wording: Unit, register: ContactRegister, tag: string): StatedWording[] {
  const fields = choiceFields(register);
  return expansionsOf(wording).flatMap(({ picks, unit }) => {
    const taken = Object.keys(picks).map((name) => statePick(name, picks, fields[name], tag));
    // A form that no number of the field takes, such as the one for fractions, is never printed.
    if (taken.some((it) => it === undefined)) return [];
    let { text } = unit;
    for (const it of taken)
      if (it?.sample !== undefined) text = text.replaceAll(`{${it.name}}`, String(it.sample));
    return [{ key: wording.key, when: taken.map((it) => it?.when).join(', '), text }];
  });
}

/** For what a branch prints, in words, with the smallest number of its kind. */
function statePick(
  name: string,
  picks: Picks,
  field: ReturnType<typeof choiceFields>[string] | undefined,
  tag: string,
): { readonly name: string; readonly when: string; readonly sample?: number } | undefined {
  const key = picks[name] ?? '';
  if (!field) return { name, when: `${name} is ${key}` };
  if (field.kind === 'select')
    return { name, when: key === 'other' ? `${name} is any other` : `${name} is ${key}` };
  const exact = /^=(\d+)$/.exec(key)?.[1];
  if (exact !== undefined) return { name, when: `${name} is ${exact}`, sample: Number(exact) };
  const sample = numberForms(tag, field).find(({ form }) => form === key)?.sample;
  return sample === undefined
    ? undefined
    : { name, when: `${name} is ${key}, such as ${sample}`, sample };
}
