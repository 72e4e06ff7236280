import { finding, type Place } from '../diagnostics/finding.js';
import type { Composition, Printed } from './composition.js';
import { fieldWords } from './field-words.js';
import type { TemplatePart, Test } from './template-parts.js';
import { unitById } from './unit-by-id.js';

/** A template with its values as tokens: single characters that no template can write itself. */
export interface FilledTemplate {
  readonly html: string;
  /** Token -> what it stands for; a token of a value that is not there stands for nothing. */
  readonly printed: ReadonlyMap<string, Printed | undefined>;
  /** Where in leaflet.hbs a character of `html` comes from. */
  readonly placeAt: (offset: number) => Place;
}

/** First token: plane 16, for private use (Unicode 23.5). Its characters are taken out of templates. */
const FIRST_TOKEN = 0x100000;
const MOST_TOKENS = 0xfffd;
const PRIVATE = /[\u{100000}-\u{10FFFF}]/gu;

/** Whether a character stands for a value. */
export const isToken = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code >= FIRST_TOKEN;
};

interface Segment {
  readonly start: number;
  readonly text: string;
  readonly place: Place;
}

/** Fills a template for one form. Values keep their origin: only tokens can become words on the page. */
export function fillTemplate(parts: readonly TemplatePart[], it: Composition): FilledTemplate {
  const segments: Segment[] = [];
  const printed = new Map<string, Printed | undefined>();
  let length = 0;
  const add = (text: string, place: Place): void => {
    segments.push({ start: length, text, place });
    length += text.length;
  };
  const fill = (list: readonly TemplatePart[]): void => {
    for (const part of list)
      if (part.kind === 'markup') add(part.text.replaceAll(PRIVATE, '\uFFFD'), part.place);
      else if (part.kind === 'choice') fill(holds(part.test, it) ? part.then : part.otherwise);
      else if (printed.size >= MOST_TOKENS) it.report(tooMany(part.place));
      else {
        const token = String.fromCodePoint(FIRST_TOKEN + printed.size);
        printed.set(token, printedBy(it, part.path, part.place));
        add(token, part.place);
      }
  };
  fill(parts);
  const html = segments.map(({ text }) => text).join('');
  const file = it.form.template.leaflet.file;
  return { html, printed, placeAt: (offset) => placeIn(segments, offset, file) };
}

const tooMany = (place: Place) =>
  finding(
    'template/syntax',
    place,
    `the template prints more than ${MOST_TOKENS} values`,
    'make it shorter',
  );

function printedBy(it: Composition, path: string, place: Place): Printed | undefined {
  if (path.startsWith('copy.')) {
    const unit = unitById(it, path.slice('copy.'.length), place);
    return unit && { kind: 'unit', unit };
  }
  const words = fieldWords(it, { path, place });
  return words && { kind: 'words', words };
}

function holds(test: Test, it: Composition): boolean {
  const { path, word, negated, place } = test;
  const value = valueToTest(it, path, place);
  const yes =
    word === undefined ? value !== undefined : value?.toLowerCase() === word.toLowerCase();
  return yes !== negated;
}

/** A value for a choice: a gap is an answer here, so nothing is reported. */
function valueToTest(it: Composition, path: string, place: Place): string | undefined {
  const { form } = it;
  if (path.startsWith('copy.'))
    return Object.hasOwn(form.units, path.slice('copy.'.length)) ? path : undefined;
  if (path === 'phone.os') return form.inline[path] ?? form.chosenFor.os;
  if (path.startsWith('approval.') && !form.approval) return undefined;
  return fieldWords({ ...it, report: () => {} }, { path, place })?.text;
}

function placeIn(segments: readonly Segment[], offset: number, file: string): Place {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (!segment) return { file };
  const before = segment.text.slice(0, offset - segment.start).split('\n');
  const { line = 1, column = 1 } = segment.place;
  const last = (before.at(-1) ?? '').length;
  return {
    file,
    line: line + before.length - 1,
    column: before.length > 1 ? last + 1 : column + last,
  };
}
