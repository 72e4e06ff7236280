import { type PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { inlineImageSpace } from '../colour-space.js';
import { type Allowance, decodeStream } from '../decode-stream.js';
import { TextCursor } from '../graphics-state.js';
import { inherited } from '../inherited.js';
import { applyTo, concat, type Matrix, matrixOf } from '../matrix.js';
import { entryOf, itemsOf, nameOf, numberOf, numbersOf } from '../pdf-values.js';
import { readOperations } from '../read-operations.js';
import { Name, type Operand, type Operation } from '../tokens.js';
import type { Bounds, Drawn, DrawnText, Ink, Pixels } from './drawn.js';
import { type Mark, markOf } from './mark.js';
import { PathShape } from './path-shape.js';
import {
  copyState,
  type FullState,
  fillInk,
  setColour,
  startFullState,
  strokeInk,
  useExtGState,
} from './state.js';
import { readUsedFont, type UsedFont } from './used-font.js';

/** Deepest nesting of forms and of saved states. */
const DEEPEST = 32;
const MOST_SAVED = 4096;
/** Operators read of one file: a leaflet has some tens of thousands. */
const MOST_STEPS = 4_000_000;
/** Forms painted in one file. */
const MOST_FORMS = 20_000;

/** Everything that a file's pages draw and use. */
export interface ReadDrawn {
  readonly drawn: readonly Drawn[];
  readonly marks: readonly Mark[];
  readonly fonts: ReadonlyMap<PDFObject, UsedFont>;
  /** Objects that content uses, each once. */
  readonly extGStates: ReadonlySet<PDFObject>;
  readonly images: ReadonlySet<PDFObject>;
  /** Forms, with how often content paints each. */
  readonly forms: ReadonlyMap<PDFObject, number>;
  /** Deepest nesting of `q`. */
  readonly deepest: number;
  /** False where a part could not be read, or the limits were met. */
  readonly isWhole: boolean;
}

/** Reads what pages draw: a small interpreter of content streams (ISO 32000-1, 8 and 9). Never throws. */
export class DrawnReader implements ReadDrawn {
  readonly drawn: Drawn[] = [];
  readonly marks: Mark[] = [];
  readonly fonts = new Map<PDFObject, UsedFont>();
  readonly extGStates = new Set<PDFObject>();
  readonly images = new Set<PDFObject>();
  readonly forms = new Map<PDFObject, number>();
  deepest = 0;
  isWhole = true;
  readonly #allowance: Allowance;
  #steps = 0;
  #painted = 0;
  #page = 0;
  #state = startFullState();
  #saved: FullState[] = [];
  #cursor = new TextCursor();
  #path = new PathShape();
  #mark: Mark | undefined;
  #isolated = 0;
  /** Content whose drawing is not the page's own: looks of notes, patterns. */
  #isAside = false;
  readonly #inside = new Set<PDFObject>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  readPage(page: PDFDict, index: number): void {
    this.#begin(index);
    const contents = entryOf(page, 'Contents');
    const streams = contents instanceof PDFStream ? [contents] : itemsOf(contents);
    const parts = streams.map((stream) => decodeStream(stream, this.#allowance));
    if (parts.includes(undefined)) this.isWhole = false;
    this.#run(joined(parts), inherited(page, 'Resources'), page, 0);
  }

  /** The look of a note over the page, or a pattern: its fonts and pictures count, its marks do not. */
  readAside(form: PDFObject | undefined, index: number): void {
    this.#begin(index);
    this.#isAside = true;
    if (form !== undefined) this.#paintForm(form, undefined, 0);
    this.#isAside = false;
  }

  #begin(index: number): void {
    this.#page = index;
    this.#state = startFullState();
    this.#saved = [];
    this.#mark = undefined;
    this.#cursor = new TextCursor();
    this.#path = new PathShape();
  }

  #run(bytes: Uint8Array, resources: PDFObject | undefined, owner: PDFObject, depth: number): void {
    const floor = this.#saved.length;
    const outer = this.#mark;
    for (const operation of readOperations(bytes)) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) {
        this.isWhole = false;
        break;
      }
      this.#step(operation, resources, owner, depth, floor, outer);
    }
    this.#mark = outer;
    this.#saved.length = floor;
  }

  #step(
    { operator, operands }: Operation,
    resources: PDFObject | undefined,
    owner: PDFObject,
    depth: number,
    floor: number,
    outer: Mark | undefined,
  ): void {
    const numbers = operands.filter((it): it is number => typeof it === 'number');
    const name = operands.find((it) => it instanceof Name)?.text ?? '';
    const state = this.#state;
    if (
      this.#cursor.set(operator, numbers, state.base) ||
      setColour(operator, numbers, name, resources, state) ||
      this.#path.add(operator, numbers, state.base.ctm)
    )
      return;
    switch (operator) {
      case 'q':
        if (this.#saved.length < MOST_SAVED) this.#saved.push(copyState(state));
        this.deepest = Math.max(this.deepest, this.#saved.length);
        break;
      case 'Q':
        if (this.#saved.length > floor) this.#state = this.#saved.pop() ?? state;
        break;
      case 'cm':
        state.base.ctm = concat(matrixOf(numbers), state.base.ctm);
        break;
      case 'w':
        state.lineWidth = numbers[0] ?? state.lineWidth;
        break;
      case 'gs':
        this.#useExtGState(entryOf(entryOf(resources, 'ExtGState'), name));
        break;
      case 'Tf':
        this.#useFont(entryOf(entryOf(resources, 'Font'), name), numbers[0] ?? 0);
        break;
      case 'Do':
        this.#paint(entryOf(entryOf(resources, 'XObject'), name), resources, depth);
        break;
      case 'BMC':
      case 'BDC':
        this.#open(markOf(operands, resources, owner, this.#mark));
        break;
      case 'EMC':
        if (this.#mark !== outer) this.#mark = this.#mark?.parent;
        break;
      case 'sh':
        this.#shade(entryOf(entryOf(resources, 'Shading'), name));
        break;
      case 'ID':
        this.#inlineImage(operands, resources);
        break;
      default:
        this.#show(operator, operands, numbers);
        this.#paintPath(operator);
    }
  }

  #open(mark: Mark): void {
    this.#mark = mark;
    if (!this.#isAside) this.marks.push(mark);
  }

  #useExtGState(gs: PDFObject | undefined): void {
    if (gs === undefined) return;
    this.extGStates.add(gs);
    useExtGState(gs, this.#state);
    const [font, size] = itemsOf(entryOf(gs, 'Font'));
    if (font !== undefined) this.#useFont(font, numberOf(size) ?? 0);
    const mask = entryOf(entryOf(gs, 'SMask'), 'G');
    if (mask !== undefined && !this.forms.has(mask)) this.#aside(mask);
  }

  /** A soft mask's group is drawn nowhere, but uses fonts and pictures. */
  #aside(form: PDFObject): void {
    const before = { isAside: this.#isAside, mark: this.#mark };
    this.#isAside = true;
    this.#paintForm(form, undefined, DEEPEST - 2);
    this.#isAside = before.isAside;
    this.#mark = before.mark;
  }

  #useFont(dict: PDFObject | undefined, size: number): void {
    this.#state.base.size = size;
    this.#state.font = undefined;
    if (dict === undefined) return;
    const font = this.fonts.get(dict) ?? readUsedFont(dict, this.#allowance);
    this.fonts.set(dict, font);
    this.#state.font = font;
  }

  #paint(xobject: PDFObject | undefined, resources: PDFObject | undefined, depth: number): void {
    if (xobject === undefined) return;
    if (nameOf(entryOf(xobject, 'Subtype')) === 'Image') this.#image(xobject);
    else this.#paintForm(xobject, resources, depth);
  }

  #paintForm(form: PDFObject, resources: PDFObject | undefined, depth: number): void {
    this.forms.set(form, (this.forms.get(form) ?? 0) + 1);
    this.#painted += 1;
    const isTooMuch = depth >= DEEPEST || this.#painted > MOST_FORMS || this.#inside.has(form);
    const bytes = isTooMuch ? undefined : decodeStream(form, this.#allowance);
    if (bytes === undefined) {
      this.isWhole = false;
      return;
    }
    this.#inside.add(form);
    const before = { state: copyState(this.#state), cursor: this.#cursor, path: this.#path };
    this.#cursor = new TextCursor();
    this.#path = new PathShape();
    const own = numbersOf(entryOf(form, 'Matrix'), 6);
    if (own !== undefined) this.#state.base.ctm = concat(matrixOf(own), this.#state.base.ctm);
    const isIsolated = entryOf(entryOf(form, 'Group'), 'I')?.toString() === 'true';
    this.#isolated += isIsolated ? 1 : 0;
    this.#run(bytes, entryOf(form, 'Resources') ?? resources, form, depth + 1);
    this.#isolated -= isIsolated ? 1 : 0;
    this.#inside.delete(form);
    this.#state = before.state;
    this.#cursor = before.cursor;
    this.#path = before.path;
  }

  #shade(shading: PDFObject | undefined): void {
    const object = entryOf(shading, 'ColorSpace');
    const ink = {
      ...fillInk(this.#state),
      space: nameOf(object) ?? nameOf(itemsOf(object)[0]) ?? 'unknown',
      object,
      values: [],
    };
    this.#add('shading', [0, 0, 0, 0], { fill: ink });
  }

  #image(image: PDFObject): void {
    this.images.add(image);
    const isStencil = entryOf(image, 'ImageMask')?.toString() === 'true';
    const object = entryOf(image, 'ColorSpace');
    const bits = numberOf(entryOf(image, 'BitsPerComponent')) ?? (isStencil ? 1 : 8);
    const size = [numberOf(entryOf(image, 'Width')) ?? 0, numberOf(entryOf(image, 'Height')) ?? 0];
    const fill = isStencil
      ? fillInk(this.#state)
      : {
          ...fillInk(this.#state),
          space: nameOf(object) ?? nameOf(itemsOf(object)[0]) ?? 'unknown',
          object,
          values: [],
        };
    this.#addImage(image, size, isStencil || bits === 1, fill);
  }

  #inlineImage(operands: readonly Operand[], resources: PDFObject | undefined): void {
    const value = (...keys: string[]): Operand | undefined => {
      const at = operands.findIndex((it) => it instanceof Name && keys.includes(it.text));
      return at < 0 ? undefined : operands[at + 1];
    };
    const isStencil = value('IM', 'ImageMask') === true;
    const space = inlineImageSpace(operands, resources);
    const size = [value('W', 'Width'), value('H', 'Height')].map((it) => Number(it) || 0);
    const fill = fillInk(this.#state);
    this.#addImage(
      undefined,
      size,
      isStencil || value('BPC', 'BitsPerComponent') === 1,
      isStencil || space === undefined
        ? fill
        : { ...fill, space: space.split(' ')[0] ?? '', object: undefined, values: [] },
    );
  }

  #addImage(
    object: PDFObject | undefined,
    [width = 0, height = 0]: readonly number[],
    isBilevel: boolean,
    fill: Ink,
  ): void {
    const ctm = this.#state.base.ctm;
    const inches = [Math.hypot(ctm[0], ctm[1]) / 72, Math.hypot(ctm[2], ctm[3]) / 72];
    const ppi = Math.min(width / (inches[0] || 1), height / (inches[1] || 1));
    const pixels: Pixels = { object, width, height, isBilevel, ppi };
    const corners = [0, 1, 2, 3].map((at) => applyTo(ctm, at & 1, at >> 1));
    this.#add('image', around(corners), { fill, pixels });
  }

  #paintPath(operator: string): void {
    const fills = ['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].includes(operator);
    const strokes = ['S', 's', 'B', 'B*', 'b', 'b*'].includes(operator);
    if (!fills && !strokes && operator !== 'n') return;
    const path = this.#path;
    this.#path = new PathShape();
    if (operator === 'n' || path.isEmpty) return;
    const [left, bottom, right, top] = path.bounds;
    const ctm = this.#state.base.ctm;
    const width = this.#state.lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    const thin = path.isRectangle ? Math.min(right - left, top - bottom) : undefined;
    this.#add('path', path.bounds, {
      fill: fills ? fillInk(this.#state) : undefined,
      stroke: strokes ? strokeInk(this.#state) : undefined,
      line: strokes ? width : thin,
      isRectangle: path.isRectangle,
      coverage: coverageOf(path, fills),
    });
  }

  #show(operator: string, operands: readonly Operand[], numbers: readonly number[]): void {
    const state = this.#state.base;
    if (operator === "'" || operator === '"') {
      if (operator === '"') [state.wordSpace, state.charSpace] = [numbers[0] ?? 0, numbers[1] ?? 0];
      this.#cursor.nextLine(0, -state.leading);
    } else if (operator !== 'Tj' && operator !== 'TJ') return;
    const last = operands.at(-1);
    const start = this.#cursor.text;
    const codes: number[] = [];
    let wide = 0;
    for (const part of Array.isArray(last) ? (last as readonly Operand[]) : [last]) {
      if (part instanceof Uint8Array) wide += this.#advance(part, codes);
      else if (typeof part === 'number') {
        const back = (-part / 1000) * state.size * state.scale;
        this.#cursor.advance(back);
        wide += back;
      }
    }
    this.#addText(start, wide, codes);
  }

  /** How far a string moves the pen; its codes are noted. */
  #advance(bytes: Uint8Array, codes: number[]): number {
    const { font, base } = this.#state;
    if (font === undefined) {
      this.isWhole = false;
      return 0;
    }
    let pen = 0;
    const isSeen = base.render !== 3;
    for (const code of font.codesOf(bytes)) {
      this.#steps += 1;
      codes.push(code);
      font.used.set(code, isSeen || font.used.get(code) === true);
      const space = code === 32 && font.cmap === undefined ? base.wordSpace : 0;
      pen +=
        (((font.widthOf(code) ?? 500) / 1000) * base.size + base.charSpace + space) * base.scale;
    }
    this.#cursor.advance(pen);
    return pen;
  }

  #addText(start: Matrix, wide: number, codes: readonly number[]): void {
    if (codes.length === 0) return;
    const { base, font } = this.#state;
    const place = concat(start, base.ctm);
    // Descent and ascent of usual type, as shares of its size.
    const [low, high] = [base.rise - 0.25 * base.size, base.rise + 0.8 * base.size];
    const corners = [0, 1, 2, 3].map((at) =>
      applyTo(place, at & 1 ? wide : 0, at >> 1 ? high : low),
    );
    const size = Math.abs(base.size) * Math.hypot(place[2], place[3]);
    const isStroked = [1, 2, 5, 6].includes(base.render);
    const text: DrawnText = { font, size, codes, mode: base.render };
    this.#add('text', around(corners), {
      coverage: TEXT_COVERAGE,
      fill: [0, 2, 3, 4, 6, 7].includes(base.render) ? fillInk(this.#state) : undefined,
      stroke: isStroked ? strokeInk(this.#state) : undefined,
      text,
    });
  }

  #add(
    kind: Drawn['kind'],
    bounds: Bounds,
    own: Partial<
      Pick<Drawn, 'fill' | 'stroke' | 'line' | 'isRectangle' | 'coverage' | 'text' | 'pixels'>
    >,
  ): void {
    if (this.#isAside) return;
    this.drawn.push({
      kind,
      page: this.#page,
      bounds,
      mark: this.#mark,
      blend: this.#state.blend,
      hasSoftMask: this.#state.hasSoftMask,
      isIsolated: this.#isolated > 0,
      fill: own.fill,
      stroke: own.stroke,
      line: own.line,
      isRectangle: own.isRectangle ?? false,
      coverage: own.coverage ?? 1,
      text: own.text,
      pixels: own.pixels,
    });
  }
}

/** How much of its line usual text covers with ink: measured on our own pages, rounded up. */
const TEXT_COVERAGE = 0.25;

/** A stroke covers little of its bounds; a fill as much as its area is. */
function coverageOf(path: PathShape, fills: boolean): number {
  const [left, bottom, right, top] = path.bounds;
  const whole = (right - left) * (top - bottom);
  if (!fills || whole === 0) return 0;
  return path.isRectangle ? 1 : Math.min(1, path.area / whole);
}

const around = (corners: readonly (readonly [number, number])[]): Bounds => [
  Math.min(...corners.map(([x]) => x)),
  Math.min(...corners.map(([, y]) => y)),
  Math.max(...corners.map(([x]) => x)),
  Math.max(...corners.map(([, y]) => y)),
];

/** Streams of one page are one text, with white space between (ISO 32000-1, 7.8.2). */
function joined(parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  const whole = parts.filter((part) => part !== undefined);
  const all = new Uint8Array(whole.reduce((sum, part) => sum + part.length + 1, 0)).fill(32);
  let at = 0;
  for (const part of whole) {
    all.set(part, at);
    at += part.length + 1;
  }
  return all;
}
