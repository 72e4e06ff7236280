/** A piece of a paragraph of copy. `at`: where it starts in the unit's text. */
export type CopySpan =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean; readonly at: number }
  | {
      readonly kind: 'reference';
      readonly path: string;
      readonly strong: boolean;
      readonly at: number;
    };

/** A paragraph (one item) or a list (an item an entry). */
interface CopyBlock {
  readonly kind: 'p' | 'ul' | 'ol';
  readonly items: readonly (readonly CopySpan[])[];
}

/** A sign in the copy that does not fit. */
interface MarkupFault {
  readonly at: number;
  readonly problem: string;
  readonly fix: string;
}

export interface ParsedCopy {
  readonly blocks: readonly CopyBlock[];
  readonly faults: readonly MarkupFault[];
}

interface Line {
  readonly kind: 'p' | 'ul' | 'ol';
  readonly text: string;
  readonly at: number;
  readonly number?: number | undefined;
}

const BULLET = /^[ \t]*- +/;
const NUMBER = /^[ \t]*(\d{1,2})\. +/;

/** Reads the markup of a unit: `**strong**`, `- ` and `1. ` lines, blank lines between paragraphs, {references}. */
export function parseCopy(text: string): ParsedCopy {
  const faults: MarkupFault[] = [];
  const blocks = groupLines(readLines(text)).map((group) => readGroup(group, faults));
  return { blocks, faults };
}

/** Lines in their kinds; `undefined` for a blank one. */
function readLines(text: string): (Line | undefined)[] {
  let at = 0;
  return text.split('\n').map((raw) => {
    const start = at;
    at += raw.length + 1;
    if (raw.trim() === '') return undefined;
    const bullet = BULLET.exec(raw)?.[0];
    if (bullet !== undefined)
      return { kind: 'ul', text: raw.slice(bullet.length), at: start + bullet.length };
    const step = NUMBER.exec(raw);
    if (step)
      return {
        kind: 'ol',
        text: raw.slice(step[0].length),
        at: start + step[0].length,
        number: Number(step[1]),
      };
    const indent = raw.length - raw.trimStart().length;
    return { kind: 'p', text: raw.slice(indent), at: start + indent };
  });
}

interface Group {
  readonly kind: 'p' | 'ul' | 'ol';
  /** An entry's lines: a paragraph's, or a list entry's. */
  readonly items: Line[][];
}

/** A blank line ends a paragraph; list lines that follow each other are one list, also across blank lines. */
function groupLines(lines: readonly (Line | undefined)[]): readonly Group[] {
  const groups: Group[] = [];
  let afterBlank = true;
  for (const line of lines) {
    const last = groups.at(-1);
    if (line !== undefined) {
      if (last !== undefined && last.kind === line.kind && line.kind !== 'p')
        last.items.push([line]);
      else if (last !== undefined && line.kind === 'p' && !afterBlank)
        last.items.at(-1)?.push(line);
      else groups.push({ kind: line.kind, items: [[line]] });
    }
    afterBlank = line === undefined;
  }
  return groups;
}

function readGroup({ kind, items }: Group, faults: MarkupFault[]): CopyBlock {
  if (kind === 'ol')
    items.forEach(([first], index) => {
      if (first?.number === index + 1) return;
      faults.push({
        at: first?.at ?? 0,
        problem: `step ${index + 1} of the list is numbered "${first?.number}."`,
        fix: `number the steps 1, 2, 3 in their order: ${index + 1} belongs here`,
      });
    });
  return { kind, items: items.map((lines) => readSpans(lines, faults)) };
}

const SIGNS = /\*\*|\\[*{}\\]|\{[^{}\n]*\}|[{}]/gu;

/** The pieces of one paragraph or list entry; its lines stay lines (`\n`). */
function readSpans(lines: readonly Line[], faults: MarkupFault[]): readonly CopySpan[] {
  const spans: CopySpan[] = [];
  let openedAt: number | undefined;
  lines.forEach((line, index) => {
    if (index > 0) addText(spans, '\n', openedAt !== undefined, line.at);
    let from = 0;
    for (const sign of line.text.matchAll(SIGNS)) {
      addText(spans, line.text.slice(from, sign.index), openedAt !== undefined, line.at + from);
      from = sign.index + sign[0].length;
      const at = line.at + sign.index;
      if (sign[0] === '**') openedAt = openedAt === undefined ? at : undefined;
      else readSign(sign[0], at, openedAt !== undefined, spans, faults);
    }
    addText(spans, line.text.slice(from), openedAt !== undefined, line.at + from);
  });
  if (openedAt !== undefined)
    faults.push({
      at: openedAt,
      problem: 'strong text starts with ** and does not end in its paragraph',
      fix: 'write ** after the last strong word too, or take out the **',
    });
  return spans;
}

function readSign(
  sign: string,
  at: number,
  strong: boolean,
  spans: CopySpan[],
  faults: MarkupFault[],
): void {
  if (sign.startsWith('\\')) addText(spans, sign.slice(1), strong, at);
  else if (sign.length > 1)
    spans.push({ kind: 'reference', path: sign.slice(1, -1).trim(), strong, at });
  else
    faults.push({
      at,
      problem: `a "${sign}" stands alone`,
      fix: 'write a whole reference such as {contact.childline.phone}, or \\{ for the sign itself',
    });
}

function addText(spans: CopySpan[], text: string, strong: boolean, at: number): void {
  if (text === '') return;
  const last = spans.at(-1);
  if (last?.kind === 'text' && last.strong === strong)
    spans[spans.length - 1] = { ...last, text: last.text + text };
  else spans.push({ kind: 'text', text, strong, at });
}
