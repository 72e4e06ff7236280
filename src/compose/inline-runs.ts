import type { InlineRun, TextStyle } from './blocks.js';
import type { Words } from './composition.js';
import { latinNames } from './latin-names.js';
import { sameOrigin } from './same-origin.js';

/** A piece of a paragraph before its white space is settled. */
export type Piece =
  | { readonly kind: 'words'; readonly words: Words; readonly style: TextStyle }
  | { readonly kind: 'space' }
  | { readonly kind: 'break' };

/** Runs of a paragraph: white space collapsed as CSS does, numbers and Latin names isolated, neighbours joined. */
export function inlineRuns(pieces: readonly Piece[], findNames: boolean): readonly InlineRun[] {
  const line = new RunList();
  for (const piece of pieces)
    if (piece.kind === 'space') line.space();
    else if (piece.kind === 'break') line.breakLine();
    else for (const run of toRuns(piece.words, piece.style, findNames)) line.add(run);
  return line.finish();
}

function toRuns(words: Words, style: TextStyle, findNames: boolean): readonly InlineRun[] {
  const { origin, isolate, place } = words;
  const text = settle(words.text);
  if (isolate) return [{ text: text.trim(), style, origin, isolate, place }];
  if (!findNames) return [{ text, style, origin, isolate, place }];
  return latinNames(text).map((part) => ({
    text: part.text,
    style,
    origin,
    isolate: part.isName,
    place,
  }));
}

/** Composed letters (Unicode NFC), one space for several, none around a line break. */
const settle = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[ \t\f\r]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n');

class RunList {
  private readonly runs: InlineRun[] = [];
  private pending = false;

  space(): void {
    this.pending = true;
  }

  breakLine(): void {
    const last = this.runs.at(-1);
    this.pending = false;
    if (!last) return;
    this.push({ ...last, text: '\n', isolate: false });
  }

  add(run: InlineRun): void {
    let { text } = run;
    if (text.startsWith(' ')) {
      this.pending = true;
      text = text.slice(1);
    }
    const endsInSpace = text.endsWith(' ');
    if (endsInSpace) text = text.slice(0, -1);
    if (text !== '') {
      this.putSpace(run, text);
      this.push({ ...run, text: this.takePrefix() + text });
    }
    if (endsInSpace) this.pending = true;
  }

  finish(): readonly InlineRun[] {
    const last = this.runs.at(-1);
    if (last?.text.endsWith('\n'))
      this.runs[this.runs.length - 1] = { ...last, text: last.text.replace(/\n+$/, '') };
    return this.runs.filter(({ text }) => text !== '');
  }

  private prefix = '';

  private takePrefix(): string {
    const { prefix } = this;
    this.prefix = '';
    return prefix;
  }

  /** A space goes to whichever neighbour is not one piece; between two such pieces it stands by itself. */
  private putSpace(next: InlineRun, text: string): void {
    const last = this.runs.at(-1);
    const wanted = this.pending && last && !last.text.endsWith('\n') && !text.startsWith('\n');
    this.pending = false;
    if (!wanted || !last) return;
    if (!last.isolate) this.runs[this.runs.length - 1] = { ...last, text: `${last.text} ` };
    else if (!next.isolate) this.prefix = ' ';
    else this.runs.push({ ...last, text: ' ', isolate: false });
  }

  private push(run: InlineRun): void {
    const last = this.runs.at(-1);
    const joins =
      last &&
      !last.isolate &&
      !run.isolate &&
      sameOrigin(last.origin, run.origin) &&
      sameStyle(last.style, run.style);
    if (joins) this.runs[this.runs.length - 1] = { ...last, text: last.text + run.text };
    else this.runs.push(run);
  }
}

const sameStyle = (a: TextStyle, b: TextStyle): boolean =>
  a.family === b.family && a.weight === b.weight && a.size === b.size && a.ink === b.ink;
