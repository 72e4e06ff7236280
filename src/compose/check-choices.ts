import { type Finding, finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { Unit } from '../sources/copy-deck.js';
import { type ChoiceField, choiceFields } from './choice-fields.js';
import { expansionsOf, MOST_EXPANSIONS } from './expand-choices.js';
import { numberForms } from './number-forms.js';
import { type Choice, readChoices } from './read-choices.js';
import { unitPlace } from './unit-place.js';

/** What is wrong with the choices of a unit: not of the subset, by a field that is not there, a branch too many or too few. */
export function checkChoices(unit: Unit, register: ContactRegister, tag: string): Finding[] {
  const { parts, faults } = readChoices(unit.text);
  const choices = parts.filter((it): it is Choice => it.kind === 'choice');
  const about = { sentence: unit.text };
  return [
    ...faults.map(({ at, problem, fix }) =>
      finding('copy/choice', unitPlace(unit, at), `"${unit.id}": ${problem}`, fix, about),
    ),
    ...choices.flatMap((it) => checkChoice(unit, it, choiceFields(register), tag)),
    ...tooMany(unit),
  ];
}

function checkChoice(
  unit: Unit,
  choice: Choice,
  fields: Readonly<Record<string, ChoiceField>>,
  tag: string,
): Finding[] {
  const { field: name, how, at } = choice;
  const wrong = (problem: string, fix: string): Finding =>
    finding('copy/choice', unitPlace(unit, at), `"${unit.id}": ${problem}`, fix, {
      sentence: unit.text,
    });
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) {
    const names = Object.keys(fields);
    return [wrong(`nothing can be chosen by ${quoted(name)}`, nameOneOf(name, names))];
  }
  if (field.kind !== how)
    return [
      wrong(
        `${quoted(name)} is ${field.kind === 'plural' ? 'a number' : 'a name'}, and the choice is ${how}`,
        `write {${name}, ${field.kind}, …}`,
      ),
    ];
  if (!choice.branches.some(({ key }) => key === 'other'))
    return [wrong('the choice has no branch "other"', 'add other {…}: the words for all else')];
  return field.kind === 'select'
    ? checkSelect(choice, field, wrong)
    : checkPlural(unit, choice, field, tag, wrong);
}

type Wrong = (problem: string, fix: string) => Finding;

function checkSelect(
  { branches, field }: Choice,
  { values }: Extract<ChoiceField, { kind: 'select' }>,
  wrong: Wrong,
): Finding[] {
  const keys = branches.map(({ key }) => key).filter((key) => key !== 'other');
  const unknown = keys.filter((key) => !values.includes(key));
  if (unknown.length > 0)
    return unknown.map((key) =>
      wrong(`${quoted(key)} is no value of ${field}`, nameOneOf(key, values)),
    );
  if (keys.length < values.length) return [];
  return [
    wrong(
      `"other" is never printed: ${values.join(', ')} are all that ${field} can be`,
      `take one of them out; its words belong under other`,
    ),
  ];
}

function checkPlural(
  unit: Unit,
  { branches, field: name, at }: Choice,
  field: Extract<ChoiceField, { kind: 'plural' }>,
  tag: string,
  wrong: Wrong,
): Finding[] {
  const forms = numberForms(tag, field);
  const known = [...forms.map(({ form }) => form as string), 'other'];
  const keys = branches.map(({ key }) => key);
  const unknown = keys.filter((key) => !known.includes(key) && !isNumberOf(key, field));
  const missing = forms.filter(({ form }) => !keys.includes(form));
  return [
    ...unknown.map((key) =>
      wrong(
        `${quoted(key)} is no form of the number in ${tag}`,
        `use ${[...new Set(known)].join(', ')}, or one number such as =1`,
      ),
    ),
    ...missing.map(({ form, sample }) =>
      finding(
        'copy/choice-category',
        unitPlace(unit, at),
        `"${unit.id}" has no words for the form "${form}" of ${name}, which ${tag} needs, for example for ${sample}`,
        `add ${form} {…} to the choice`,
        { sentence: unit.text },
      ),
    ),
  ];
}

/** `=1`: words for one number alone, which the field can be. */
function isNumberOf(key: string, { from, to }: { from: number; to: number }): boolean {
  const number = Number(/^=(\d+)$/.exec(key)?.[1] ?? Number.NaN);
  return number >= from && number <= to;
}

function tooMany(unit: Unit): Finding[] {
  if (expansionsOf(unit).length <= MOST_EXPANSIONS) return [];
  return [
    finding(
      'copy/choice',
      unit.place,
      `"${unit.id}" can read in more than ${MOST_EXPANSIONS} ways`,
      'make two units of it: an approver reads every way',
      { sentence: unit.text },
    ),
  ];
}
