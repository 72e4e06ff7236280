import type { Origin } from '../../compose/blocks.js';
import { type Finding, finding, type Place } from '../../diagnostics/finding.js';
import type { LaidOutPanel, TextItem } from '../../layout/laid-out.js';
import { quoted } from '../../layout/sentence.js';
import type { KeepOut } from '../../sources/format.js';
import { codeItems } from '../code-items.js';
import { codeBox } from '../item-ink.js';
import { textItems } from '../panel-text.js';
import type { PanelSubject, Rule } from '../rule.js';
import { inMm } from '../wording.js';

/** What rounding may hide, mm. */
const TOLERANCE = 0.05;

/** Numbers and codes where a pocket or a receipt hides them. */
export const keepOut: Rule = {
  id: 'LF-KEEP-OUT',
  source: 'the format',
  check: (subject) =>
    subject.form.format.keepOut
      .filter(({ sides }) => sides.includes(subject.side))
      .flatMap((zone) => hidden(zone, subject)),
};

function hidden(zone: KeepOut, { panel }: PanelSubject): Finding[] {
  const numbers = zone.of.includes('number') ? numbersOf(panel) : [];
  const codes = zone.of.includes('code') ? codesOf(panel) : [];
  const copy = zone.of.includes('copy') ? copyOf(panel) : [];
  return [...numbers, ...codes, ...copy].flatMap(({ name, place, top, bottom }) => {
    const over = zone.from === 'bottom' ? bottom - (panel.height - zone.height) : zone.height - top;
    if (over <= TOLERANCE) return [];
    return [
      finding(
        'preflight/keep-out',
        place,
        `${name} stands ${inMm(over)} inside the ${inMm(zone.height)} at the ${zone.from}: ${zone.why}`,
        `move it at least ${inMm(over)} away from the ${zone.from}`,
        { overMm: over },
      ),
    ];
  });
}

interface Upright {
  readonly name: string;
  readonly place: Place;
  readonly top: number;
  readonly bottom: number;
}

const codesOf = (panel: LaidOutPanel): Upright[] =>
  codeItems(panel).map((code) => {
    const { y, height } = codeBox(code);
    const name = `the QR code for "${code.contact}"`;
    return { name, place: code.place, top: y, bottom: y + height };
  });

/** Every line of copy. */
const copyOf = ({ items }: LaidOutPanel): Upright[] =>
  textItems(items).flatMap((item) => {
    const { lineHeight } = item.text.paragraph;
    return item.text.lines.map((line, index) => {
      const top = item.y + index * lineHeight;
      const name = quoted(line.words.map(({ text }) => text).join(' '));
      return { name, place: item.place, top, bottom: top + lineHeight };
    });
  });

/** Every line that holds a number to call or text. */
function numbersOf({ items }: LaidOutPanel): Upright[] {
  return textItems(items).flatMap((item) => {
    const { lineHeight } = item.text.paragraph;
    return item.text.lines.flatMap((line, index) => {
      const number = line.words
        .flatMap(({ parts }) => parts)
        .find(({ origin }) => item.role === 'number' || isNumber(origin));
      if (number === undefined) return [];
      const top = item.y + index * lineHeight;
      const place = placeOf(number.text, item);
      return [{ name: quoted(number.text), place, top, bottom: top + lineHeight }];
    });
  });
}

const placeOf = (word: string, { text, place }: TextItem): Place =>
  text.paragraph.runs.find((run) => run.text.includes(word))?.place ?? place;

/** Fields of the register that hold digits to dial: a contact's phone and text, a network's short codes. */
function isNumber(origin: Origin): boolean {
  if (origin.kind !== 'contact') return false;
  const [, group, , field] = origin.ref.split('.');
  if (group === 'network') return field !== 'name' && field !== 'url';
  return /\.(phone|text)$/u.test(origin.ref);
}
