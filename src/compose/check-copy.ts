import { type Finding, finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { Unit } from '../sources/copy-deck.js';
import { digitBesideNumber } from './digit-beside-number.js';
import { digitsInARow } from './digits-in-a-row.js';
import { expansionsOf } from './expand-choices.js';
import { copyPaths } from './known-paths.js';
import { type CopySpan, parseCopy } from './parse-copy.js';
import { readChoices } from './read-choices.js';
import { unitPlace } from './unit-place.js';

/** Stands for a reference where digits are looked for: no digit, and nothing that joins digits. */
const REFERENCE = '\uFFFC';

/**
 * What is wrong with the words of a unit by themselves, however its choices fall: its markup, digits typed into it,
 * references to nothing.
 */
export function checkCopy(unit: Unit, register: ContactRegister): readonly Finding[] {
  // A choice that cannot be read has its finding from checkChoices.
  if (readChoices(unit.text).faults.length > 0) return [];
  const found = expansionsOf(unit).flatMap((it) => checkExpansion(it.unit, register));
  const byPlace = found.map((it) => [JSON.stringify([it.code, it.at, it.problem]), it] as const);
  return [...new Map(byPlace).values()];
}

function checkExpansion(unit: Unit, register: ContactRegister): readonly Finding[] {
  const { blocks, faults } = parseCopy(unit.text);
  const about = { sentence: unit.text };
  const markup = faults.map(({ at, problem, fix }) =>
    finding('copy/markup', unitPlace(unit, at), `"${unit.id}": ${problem}`, fix, about),
  );
  const items = blocks.flatMap(({ items }) => items);
  return [
    ...markup,
    ...items.flatMap((spans) => checkDigits(unit, spans)),
    ...items.flatMap((spans) => checkBesideNumbers(unit, spans)),
    ...items.flatMap((spans) => checkReferences(unit, spans, register)),
  ];
}

function checkDigits(unit: Unit, spans: readonly CopySpan[]): Finding[] {
  const text = spans.map((it) => (it.kind === 'text' ? it.text : REFERENCE)).join('');
  const found = digitsInARow(text);
  if (!found) return [];
  const at = spans.find(({ kind }) => kind === 'text')?.at ?? 0;
  return [
    finding(
      'copy/digits',
      unitPlace(
        unit,
        unit.text.indexOf(found.text, at) < 0 ? at : unit.text.indexOf(found.text, at),
      ),
      `"${unit.id}" holds the digits ${quoted(found.text)}; copy may hold two in a row`,
      'write {contact.…} for a number to call, {law.…} for a law, {date.…} for a date: they come from checked data',
      { sentence: unit.text },
    ),
  ];
}

function checkBesideNumbers(unit: Unit, spans: readonly CopySpan[]): Finding[] {
  const path = digitBesideNumber(spans);
  if (path === undefined) return [];
  return [
    finding(
      'copy/digits',
      unitPlace(unit, spans.find((it) => it.kind === 'reference' && it.path === path)?.at ?? 0),
      `"${unit.id}" has a digit right beside ${quoted(`{${path}}`)}, as if it were dialled too`,
      'put a word, a comma or a full stop between the two',
      { sentence: unit.text },
    ),
  ];
}

function checkReferences(
  unit: Unit,
  spans: readonly CopySpan[],
  register: ContactRegister,
): Finding[] {
  const known = copyPaths(register);
  return spans.flatMap((span) => {
    if (span.kind !== 'reference' || known.has(span.path)) return [];
    const at = unitPlace(unit, span.at);
    const elsewhere = /^contact\.([A-Z]{2})[.-]/.exec(span.path)?.[1];
    if (elsewhere !== undefined && elsewhere !== register.country)
      return [
        finding(
          'contact/other-market',
          at,
          `"${unit.id}" names a contact of ${elsewhere}; this campaign sells in ${register.country}`,
          `name a contact of ${register.file}`,
        ),
      ];
    return [
      finding(
        'copy/unknown-reference',
        at,
        `"${unit.id}" names ${quoted(`{${span.path}}`)}, which is not there`,
        nameOneOf(span.path, [...known]),
      ),
    ];
  });
}
