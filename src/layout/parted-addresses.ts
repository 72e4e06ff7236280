import { type Finding, finding } from '../diagnostics/finding.js';
import type { Standing } from './paint-panel.js';
import { quoted } from './sentence.js';

/** Addresses that stand on two lines, since one line has no room for them. */
export function partedAddresses(what: Standing['what'], panel: string): Finding[] {
  if (!('kind' in what) || what.kind !== 'text') return [];
  const { lines, paragraph } = what.text;
  const words = lines.flatMap((line) => line.words.map(({ text }) => text));
  return paragraph.runs
    .filter(({ isolate, origin, text }) => isolate && origin.kind === 'contact' && !/\s/.test(text))
    .filter(({ text }) => !words.some((word) => word.includes(text)))
    .map(({ text, place }) =>
      finding(
        'layout/address-parted',
        place,
        `${quoted(text)} on panel "${panel}" has no room on one line`,
        'give it a wider box or smaller type, or a contact with a shorter address',
        { panel, sentence: text },
      ),
    );
}
