import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { CopyDeckFile } from './copy-deck.js';
import type { FromFile } from './source-file.js';

type WrittenUnit = CopyDeckFile['units'][number];

/** References, whose names say nothing of how long they print. */
const REFERENCE = /\{[^{}]*\}/gu;

/** Letters of a text as it is written, without its references and its line ends. */
const lengthOf = (text: string): number =>
  [...text.replace(REFERENCE, '').replace(/\s+/gu, ' ').trim()].length;

/** Whether a text prints one of several: how long it is depends on which. */
const hasChoice = (text: string): boolean => /\{[^{}]*,/u.test(text);

/** Wordings that belie their names: a panel goes from the longest to the shortest and trusts their order. */
export function wordingFaults(unit: WrittenUnit, index: number, { locate }: FromFile): Finding[] {
  const { id, text, long, short, mustNotShorten } = unit;
  const standard = lengthOf(text);
  const isLonger = (one: string, other: string): boolean =>
    hasChoice(one) || hasChoice(other) || lengthOf(one) > lengthOf(other);
  const at = (level: 'long' | 'short') => locate(['units', index, level]);
  const findings: Finding[] = [];
  if (long !== undefined && !isLonger(long, text))
    findings.push(
      finding(
        'deck/wording-length',
        at('long'),
        `the long wording of ${quoted(id)} is no longer than its text: ${lengthOf(long)} and ${standard} letters`,
        'write the longer of the two below long:, the other below text:',
      ),
    );
  if (short !== undefined && !isLonger(text, short))
    findings.push(
      finding(
        'deck/wording-length',
        at('short'),
        `the short wording of ${quoted(id)} is no shorter than its text: ${lengthOf(short)} and ${standard} letters`,
        'write the shorter of the two below short:, the other below text:',
      ),
    );
  if (short !== undefined && mustNotShorten)
    findings.push(
      finding(
        'deck/never-shortened',
        at('short'),
        `${quoted(id)} says mustNotShorten: true, so its short wording is never printed`,
        'take out short:, or mustNotShorten: if these words may be shortened after all',
      ),
    );
  return findings;
}
