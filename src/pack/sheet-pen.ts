import type { PanelItem } from '../layout/laid-out.js';
import { toolLine } from '../layout/tool-line.js';
import type { SetParagraph } from '../typeset/set-paragraph.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { BLACK, type Ink, PAPER } from '../units/ink.js';
import type { Path } from '../units/path.js';

const PLACE = { file: 'sheet.pdf' };

/** Grey of things that stand back: captions and rules. Dark enough to be read (7 : 1 on white). */
export const GREY: Ink = { token: 'grey', cmyk: [0, 0, 0, 0.65] };
export const RULE: Ink = { token: 'rule', cmyk: [0, 0, 0, 0.3] };

/** How a text of the sheet looks. `size` in mm. */
export interface PenText {
  readonly size?: number;
  readonly weight?: 400 | 700;
  readonly ink?: Ink;
  /** The room it has, mm; broken into lines in it. */
  readonly width?: number;
  readonly align?: 'start' | 'centre' | 'end';
}

/** Body type of the sheet, mm: 9 pt. */
const BODY = 3.2;

/** Draws what goes along with the leaflets: text, lines, areas. mm from the page's top left. */
export class SheetPen {
  readonly items: PanelItem[] = [];
  readonly #type: Typesetter;

  constructor(type: Typesetter) {
    this.#type = type;
  }

  /** Text with its top left (or its middle, or its right end) at a place; gives its height. */
  text(x: number, y: number, text: string, look: PenText = {}): number {
    if (text === '') return 0;
    const set = this.#set(text, look);
    const { width = set.width, align = 'start' } = look;
    const shift = { start: 0, centre: -set.width / 2, end: -set.width }[align];
    const left = look.width !== undefined && align === 'end' ? x + width : x;
    this.items.push({
      kind: 'text',
      role: 'notice',
      x: left + shift,
      y,
      text: set,
      ground: PAPER,
      place: PLACE,
    });
    return set.height;
  }

  /** How wide a text is on one line, mm. */
  widthOf = (text: string, look: PenText = {}): number => this.#set(text, look).width;

  /** How high a text is in its width, mm. */
  heightOf = (text: string, look: PenText = {}): number =>
    text === '' ? 0 : this.#set(text, look).height;

  line(x1: number, y1: number, x2: number, y2: number, width = 0.2, ink: Ink = BLACK): void {
    this.stroke(
      [
        ['M', x1, y1],
        ['L', x2, y2],
      ],
      width,
      ink,
    );
  }

  /** A line of dashes, each as long as the gap after it, mm. */
  dashes(from: readonly [number, number], to: readonly [number, number], dash = 1.2): void {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    const at = (way: number) =>
      [from[0] + (dx * way) / length, from[1] + (dy * way) / length] as const;
    for (let way = 0; way < length; way += 2 * dash)
      this.line(...at(way), ...at(Math.min(way + dash, length)), 0.35);
  }

  stroke(path: Path, width: number, ink: Ink = BLACK): void {
    this.items.push({
      kind: 'stroke',
      path,
      ink,
      width,
      cap: 'butt',
      join: 'miter',
      place: PLACE,
    });
  }

  fill(path: Path, ink: Ink): void {
    this.items.push({ kind: 'fill', path, ink, rule: 'nonzero', place: PLACE });
  }

  #set(text: string, { size = BODY, weight = 400, ink = BLACK, width }: PenText): SetParagraph {
    const field = 'tool.sheet';
    const paragraph = (words: string) =>
      toolLine({ field, text: words, size, weight, ink, place: PLACE });
    const whole = paragraph(text);
    // A name may hold letters that the sheet's face has none for; the tickets have them all.
    const known = (letter: string) => this.#type.check(paragraph(letter)).length === 0;
    const isKnown = this.#type.check(whole).length === 0;
    const shown = isKnown
      ? whole
      : paragraph([...text].map((it) => (known(it) ? it : '?')).join(''));
    return this.#type.set(shown, width ?? NO_LIMIT);
  }
}

/** On one line, whatever its length, mm. */
const NO_LIMIT = 10_000;

/** A rectangle's outline. */
export const rectangle = (x: number, y: number, width: number, height: number): Path => [
  ['M', x, y],
  ['L', x + width, y],
  ['L', x + width, y + height],
  ['L', x, y + height],
  ['Z'],
];
