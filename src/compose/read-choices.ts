import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** One of the words that a choice may print, and for what. */
export interface Branch {
  /** `ios`, `other`; of a number `one`, `few`, `=1`. */
  readonly key: string;
  readonly text: string;
  /** Where its text starts in the unit's. */
  readonly at: number;
}

/** `{phone.os, select, ios {…} other {…}}`: a closed subset of ICU MessageFormat. */
export interface Choice {
  readonly kind: 'choice';
  readonly field: string;
  readonly how: 'select' | 'plural';
  readonly branches: readonly Branch[];
  readonly at: number;
}

/** Words of a unit that stand whatever is chosen. */
interface Fixed {
  readonly kind: 'text';
  readonly text: string;
  readonly at: number;
}

interface ChoiceFault {
  readonly at: number;
  readonly problem: string;
  readonly fix: string;
}

export interface ReadChoices {
  readonly parts: readonly (Fixed | Choice)[];
  readonly faults: readonly ChoiceFault[];
}

/** A brace, a name and a comma: no reference has one. */
const START = /(?<!\\)\{\s*[\w.-]+\s*,/gu;

const SHAPE = 'write {phone.os, select, ios {…} other {…}}: every branch in its own braces';

/** Finds the choices in the text of a unit. */
export function readChoices(text: string): ReadChoices {
  const parts: (Fixed | Choice)[] = [];
  const faults: ChoiceFault[] = [];
  const starts = new RegExp(START);
  let from = 0;
  for (let found = starts.exec(text); found; found = starts.exec(text)) {
    const { index } = found;
    const end = closingBrace(text, index);
    if (end === undefined) {
      faults.push({ at: index, problem: `${shown(text, index)} is not closed`, fix: SHAPE });
      break;
    }
    const read = readChoice(text.slice(index, end), index);
    if ('problem' in read) faults.push(read);
    else {
      parts.push({ kind: 'text', text: text.slice(from, index), at: from }, read);
      from = end;
    }
    starts.lastIndex = end;
  }
  return { parts: [...parts, { kind: 'text', text: text.slice(from), at: from }], faults };
}

const shown = (text: string, at: number): string => `"${text.slice(at, at + 40)}"`;

/** After the brace that closes the one at `at`. */
function closingBrace(text: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '\\') index += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}

/** Stands for the signs that are ours, or plain in our copy, and something else to ICU; as long as they are. */
const MASK = '\uE000';
const MASKED = /\\[*{}\\]|[.'-]/gu;

/** One choice, read by the rules of ICU. Its words are taken from the text as it is written. */
function readChoice(text: string, at: number): Choice | ChoiceFault {
  const fault = (problem: string, fix = SHAPE, offset = 0): ChoiceFault => ({
    at: at + offset,
    problem,
    fix,
  });
  const field = /[\w.-]+/.exec(text)?.[0] ?? '';
  const [element, ...more] = parsed(text);
  if (element === undefined || more.length > 0)
    return fault(`${shown(text, 0)} cannot be read as a choice`);
  if (element.type !== TYPE.select && element.type !== TYPE.plural)
    return fault(`"{${field}, …}" is neither plural nor select`, OTHER_KINDS);
  if (element.type === TYPE.plural && element.pluralType !== 'cardinal')
    return fault(`"{${field}, selectordinal, …}" is not in use`, OTHER_KINDS);
  if (element.type === TYPE.plural && element.offset !== 0)
    return fault(`"{${field}, plural, offset:…}" is not in use`, 'write the numbers as they are');
  const branches: Branch[] = [];
  const how = element.type === TYPE.select ? 'select' : 'plural';
  for (const [masked, option] of Object.entries(element.options)) {
    const start = (option.location?.start.offset ?? 0) + 1;
    const end = (option.location?.end.offset ?? 0) - 1;
    const key = keyBefore(text, start) ?? masked;
    if (option.value.some(isChoice))
      return fault(
        `a choice stands within "${key} {…}"`,
        'write the two choices beside each other, or whole sentences in the branches of one',
        start,
      );
    const numbers = option.value.flatMap((it) =>
      it.type === TYPE.pound ? [(it.location?.start.offset ?? 0) - start] : [],
    );
    const words = withNumbers(text.slice(start, end), numbers, field);
    branches.push({ key, text: words, at: at + start });
  }
  return { kind: 'choice', field, how, branches, at };
}

const OTHER_KINDS =
  'use plural for a number and select for a name; a number, a date or a rank by itself is a reference such as {date.prepared}';

/** The library's reading; nothing where it finds a fault. */
function parsed(text: string): readonly MessageFormatElement[] {
  const masked = text.replace(MASKED, (it) => MASK.repeat(it.length));
  try {
    return parse(masked, { captureLocation: true, ignoreTag: true, requiresOtherClause: false });
  } catch {
    return [];
  }
}

const isChoice = ({ type }: MessageFormatElement): boolean =>
  type !== TYPE.literal && type !== TYPE.argument && type !== TYPE.pound;

/** A branch's key as it is written before its brace. */
const keyBefore = (text: string, brace: number): string | undefined =>
  /([^\s{},]+)\s*\{$/u.exec(text.slice(0, brace))?.[1];

/** `#` as a reference to the number itself, which is typed data. */
function withNumbers(text: string, at: readonly number[], field: string): string {
  let [words, from] = ['', 0];
  for (const index of at) {
    words += `${text.slice(from, index)}{${field}}`;
    from = index + 1;
  }
  return words + text.slice(from);
}
