import type { Origin } from '../compose/blocks.js';
import { type Finding, type FindingContext, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { WordPart } from '../typeset/set-paragraph.js';
import { digitsOf, numbersIn } from './digits.js';
import type { OwedForm } from './owed-form.js';

const FIX =
  'take the digits out of the copy and name a contact, a network code, a law or a typed field there';

/**
 * Numbers of three or more digits may come only from typed data: contacts, network codes, fields. What
 * comes from a contact must have the very digits that were approved for it.
 */
export function checkNumbers(
  words: readonly WordPart[],
  approval: OwedForm['form']['approval'],
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  return inGroups(words).flatMap(({ origin, text }) => {
    if (origin.kind === 'unit' || origin.kind === 'marker')
      return numbersIn(text).map((number) =>
        finding(
          'prove/number',
          at,
          `the number ${quoted(number)} comes from copy, not from a register`,
          FIX,
          {
            ...context,
            sentence: text,
          },
        ),
      );
    const approved = approvedNumber(origin, approval);
    return approved === undefined ? [] : checkContact(text, approved, at, context);
  });
}

/** What was approved for a contact; hours and costs differ by locale and stand in words. */
function approvedNumber(
  origin: Origin,
  approval: OwedForm['form']['approval'],
): string | undefined {
  if (origin.kind !== 'contact' || /\.(?:hours|cost)$/.test(origin.ref)) return undefined;
  return approval?.contacts[origin.ref]?.shown;
}

function checkContact(
  text: string,
  approved: string,
  at: Place,
  context: FindingContext,
): Finding[] {
  const [given, wanted] = [digitsOf(text), digitsOf(approved)];
  if (wanted.length < 3 || given === wanted) return [];
  const problem = `the file has ${quoted(text)} where ${quoted(approved)} was approved`;
  return [
    finding(
      'prove/number',
      at,
      problem,
      'do not print this file; approve the contacts again and build',
      context,
    ),
  ];
}

/** Words in a row that come from the same place, as one text. */
function inGroups(words: readonly WordPart[]): { origin: Origin; text: string }[] {
  const groups: { origin: Origin; key: string; text: string }[] = [];
  for (const { origin, text } of words) {
    const key = keyOf(origin);
    const last = groups.at(-1);
    if (last?.key === key) last.text += ` ${text}`;
    else groups.push({ origin, key, text });
  }
  return groups;
}

/** Copy of two units in a row is one text to a reader, so digits at its seam are one number. */
function keyOf(origin: Origin): string {
  if (origin.kind === 'contact') return `contact ${origin.ref}`;
  return origin.kind === 'field' ? `field ${origin.path}` : 'copy';
}
