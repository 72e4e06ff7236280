import type { ChoiceField } from './choice-fields.js';

/** A form of the number in a language, and the smallest number that takes it; 0 only where no other does. */
export interface NumberForm {
  readonly form: Intl.LDMLPluralRule;
  readonly sample: number;
}

const known = new Map<string, readonly NumberForm[]>();

/** The forms of the number that a language needs for the numbers that a field can be (CLDR's plural rules). */
export function numberForms(
  tag: string,
  { from, to }: Extract<ChoiceField, { kind: 'plural' }>,
): readonly NumberForm[] {
  const name = `${tag} ${from} ${to}`;
  const before = known.get(name);
  if (before) return before;
  const rules = new Intl.PluralRules(tag);
  const samples = new Map<Intl.LDMLPluralRule, number>();
  const add = (number: number): void => {
    const form = rules.select(number);
    if (!samples.has(form)) samples.set(form, number);
  };
  for (let number = Math.max(1, from); number <= to; number += 1) add(number);
  if (from === 0) add(0);
  const forms = [...samples].map(([form, sample]) => ({ form, sample }));
  known.set(name, forms);
  return forms;
}
