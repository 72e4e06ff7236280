import { type Finding, type FindingContext, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { compareWords, type Difference } from './compare-words.js';
import { digitsOf } from './digits.js';

/** Differences that are told one by one; more are counted. */
const TOLD = 5;
/** Words before and after a difference that are shown with it. */
const AROUND = 4;

/** Words in a file against the words that it owes, token by token, in order. */
export function checkWords(
  expected: readonly string[],
  found: readonly string[],
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  const differences = compareWords(expected, found);
  const told = differences
    .slice(0, TOLD)
    .map((difference) => wordFinding(difference, expected, at, context));
  if (differences.length <= TOLD) return told;
  const more = `${differences.length - TOLD} more places differ from the approved words`;
  return [...told, finding('prove/word', at, more, FIX, context)];
}

const FIX =
  'do not print this file; make it again with "safeleaf build", and if it is found again, report it as a bug';

function wordFinding(
  difference: Difference,
  expected: readonly string[],
  at: Place,
  context: FindingContext,
): Finding {
  const wanted = difference.expected.join(' ');
  const given = difference.found.join(' ');
  const isNumber =
    digitsOf(wanted).length + digitsOf(given).length > 0 && digitsOf(wanted) !== digitsOf(given);
  const from = Math.max(0, difference.at - AROUND);
  const to = difference.at + difference.expected.length + AROUND;
  const sentence = expected.slice(from, to).join(' ');
  return finding(isNumber ? 'prove/number' : 'prove/word', at, said(wanted, given, sentence), FIX, {
    ...context,
    sentence,
  });
}

function said(wanted: string, given: string, sentence: string): string {
  if (wanted === '')
    return `${quoted(given)} stands in the file and was not approved, near ${quoted(sentence)}`;
  if (given === '') return `${quoted(wanted)} is missing from the file, in ${quoted(sentence)}`;
  return `the file has ${quoted(given)} where ${quoted(wanted)} was approved, in ${quoted(sentence)}`;
}
