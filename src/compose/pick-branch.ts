import { choiceFields } from './choice-fields.js';
import type { Composition } from './composition.js';
import type { Choice } from './read-choices.js';

/** The key of the branch that a form prints: of a number its own (`=1`) before the form that it takes in the language. */
export function pickBranch({ field: name, branches }: Choice, it: Composition): string | undefined {
  const fields = choiceFields(it.register);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  // A field that is not there has its finding from checkChoices.
  if (!field) return undefined;
  if (field.kind === 'select') return field.value(it);
  const number = field.value(it);
  const exact = `=${number}`;
  return branches.some(({ key }) => key === exact)
    ? exact
    : new Intl.PluralRules(it.form.locale.tag).select(number);
}
