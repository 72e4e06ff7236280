import { type PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { actualText, markNumber } from './actual-text.js';
import { inlineImageSpace, spaceName, spaceOf } from './colour-space.js';
import { type Allowance, decodeStream } from './decode-stream.js';
import { type GraphicsState, type PaintState, startState, TextCursor } from './graphics-state.js';
import { inherited } from './inherited.js';
import { applyTo, concat, type Matrix, matrixOf } from './matrix.js';
import { entryOf, itemsOf, nameOf, numberOf, numbersOf } from './pdf-values.js';
import { type ReadFont, readFont } from './read-font.js';
import { readOperations } from './read-operations.js';
import { type Piece, type Shown, TextPieces } from './text-pieces.js';
import { Name, type Operand, type Operation } from './tokens.js';

/** All that a page's content shows and uses. */
export interface ReadContent {
  readonly pieces: readonly Piece[];
  /** Colour spaces that paint anything, each once, in order. */
  readonly spaces: ReadonlySet<string>;
  readonly fonts: ReadonlyMap<string, ReadFont>;
  /** False where a part could not be read, or the limits were met. */
  readonly isWhole: boolean;
}

/** Deepest nesting of Form XObjects and of saved graphics states. */
const DEEPEST = 32;
/** Operators and glyphs read of one page: a leaflet's page has some thousands. */
const MOST_STEPS = 3_000_000;
/** Forms painted on one page; ours has one for each panel. */
const MOST_FORMS = 5000;

/** Fonts already read, by their dictionary: pages share them. */
export type FontShelf = Map<PDFObject, ReadFont>;

/** Reads a page's content: text in painting order with place, ink and glyphs. Never throws. */
export function readContent(page: PDFDict, allowance: Allowance, shelf: FontShelf): ReadContent {
  const reader = new ContentReader(allowance, shelf);
  const contents = entryOf(page, 'Contents');
  const streams = contents instanceof PDFStream ? [contents] : itemsOf(contents);
  const parts = streams.map((stream) => decodeStream(stream, allowance));
  if (parts.includes(undefined)) reader.isWhole = false;
  reader.run(joinParts(parts), inherited(page, 'Resources'), 0);
  return reader;
}

/** Streams of one page are one text, with white space between (ISO 32000-1, 7.8.2). */
function joinParts(parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  const whole = parts.filter((part) => part !== undefined);
  const joined = new Uint8Array(whole.reduce((sum, part) => sum + part.length + 1, 0)).fill(32);
  let at = 0;
  for (const part of whole) {
    joined.set(part, at);
    at += part.length + 1;
  }
  return joined;
}

const numeric = (operands: readonly Operand[]): number[] =>
  operands.filter((it): it is number => typeof it === 'number');

class ContentReader implements ReadContent {
  readonly spaces = new Set<string>();
  readonly fonts = new Map<string, ReadFont>();
  isWhole = true;
  readonly #allowance: Allowance;
  readonly #shelf: FontShelf;
  #steps = 0;
  #state = startState();
  #saved: GraphicsState[] = [];
  readonly #text = new TextPieces();
  #cursor = new TextCursor();
  /** What the last text was painted with, and the ink that this was made of: most text is painted as what stands before it. */
  #paintOf: { readonly fill: GraphicsState['fill']; readonly paint: PaintState } = {
    fill: this.#state.fill,
    paint: { ...this.#state.fill, overprints: false, mode: 0 },
  };
  #form = 0;
  #forms = 0;
  #painted = 0;
  /** The forms that are being painted. */
  readonly #inside = new Set<PDFObject>();

  constructor(allowance: Allowance, shelf: FontShelf) {
    this.#allowance = allowance;
    this.#shelf = shelf;
  }

  get pieces(): readonly Piece[] {
    return this.#text.all;
  }

  run(bytes: Uint8Array, resources: PDFObject | undefined, depth: number): void {
    const floor = this.#saved.length;
    const open = this.#text.depth;
    for (const operation of readOperations(bytes)) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) {
        this.isWhole = false;
        break;
      }
      this.#step(operation, resources, depth, floor);
    }
    while (this.#text.depth > open) this.#text.end();
    this.#saved.length = floor;
  }

  #step(
    { operator, operands }: Operation,
    resources: PDFObject | undefined,
    depth: number,
    floor: number,
  ): void {
    const numbers = numeric(operands);
    const name = operands.find((it) => it instanceof Name)?.text ?? '';
    if (
      this.#cursor.set(operator, numbers, this.#state) ||
      this.#setInk(operator, numbers, name, resources)
    )
      return;
    switch (operator) {
      case 'q':
        if (this.#saved.length < 4096) this.#saved.push({ ...this.#state });
        break;
      case 'Q':
        if (this.#saved.length > floor) this.#state = this.#saved.pop() ?? this.#state;
        break;
      case 'cm':
        this.#state.ctm = concat(matrixOf(numbers), this.#state.ctm);
        break;
      case 'gs':
        this.#useGraphicsState(entryOf(entryOf(resources, 'ExtGState'), name));
        break;
      case 'Do':
        this.#paint(entryOf(entryOf(resources, 'XObject'), name), resources, depth);
        break;
      case 'sh':
        this.spaces.add(
          spaceName(entryOf(entryOf(entryOf(resources, 'Shading'), name), 'ColorSpace')),
        );
        break;
      case 'ID':
        this.#noteSpace(inlineImageSpace(operands, resources));
        break;
      case 'BMC':
        this.#text.begin(undefined);
        break;
      case 'BDC':
        this.#text.begin(actualText(operands, resources), markNumber(operands, resources));
        break;
      case 'EMC':
        this.#text.end();
        break;
      case 'Tf':
        this.#useFont(entryOf(entryOf(resources, 'Font'), name), numbers[0] ?? 0);
        break;
      default:
        this.#show(operator, operands, numbers);
        this.#notePaint(operator);
    }
  }

  #setInk(
    operator: string,
    values: readonly number[],
    name: string,
    resources: PDFObject | undefined,
  ): boolean {
    const state = this.#state;
    const lower = operator.toLowerCase();
    const target = operator === lower ? 'fill' : 'stroke';
    if (lower === 'k') state[target] = { space: 'DeviceCMYK', values };
    else if (lower === 'g') state[target] = { space: 'DeviceGray', values };
    else if (lower === 'rg') state[target] = { space: 'DeviceRGB', values };
    else if (lower === 'cs') state[target] = { space: spaceOf(name, resources), values: [1] };
    else if (lower === 'sc' || lower === 'scn')
      state[target] = { space: state[target].space, values };
    else return false;
    return true;
  }

  #notePaint(operator: string): void {
    if (['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].includes(operator))
      this.spaces.add(this.#state.fill.space);
    if (['S', 's', 'B', 'B*', 'b', 'b*'].includes(operator))
      this.spaces.add(this.#state.stroke.space);
  }

  #useGraphicsState(gs: PDFObject | undefined): void {
    const state = this.#state;
    const all = entryOf(gs, 'OP')?.toString();
    const fills = entryOf(gs, 'op')?.toString() ?? all;
    if (fills !== undefined) state.overprints = fills === 'true';
    state.mode = numberOf(entryOf(gs, 'OPM')) ?? state.mode;
    const [font, size] = itemsOf(entryOf(gs, 'Font'));
    if (font !== undefined) this.#useFont(font, numberOf(size) ?? 0);
  }

  #useFont(font: PDFObject | undefined, size: number): void {
    this.#state.size = size;
    this.#state.font = undefined;
    if (font === undefined) return;
    const known = this.#shelf.get(font);
    const read = known ?? readFont(font, this.#allowance);
    this.#shelf.set(font, read);
    // A font of the same name that is not embedded must not hide behind one that is.
    this.fonts.set(`${read.name} ${read.isEmbedded} ${read.hasToUnicode}`, read);
    this.#state.font = read;
  }

  #noteSpace(space: string | undefined): void {
    if (space !== undefined) this.spaces.add(space);
  }

  #paint(xobject: PDFObject | undefined, resources: PDFObject | undefined, depth: number): void {
    if (nameOf(entryOf(xobject, 'Subtype')) !== 'Form') {
      const space = entryOf(xobject, 'ColorSpace');
      this.#noteSpace(space === undefined ? undefined : spaceName(space));
      return;
    }
    const bytes = this.#enter(xobject, depth);
    if (xobject === undefined || bytes === undefined) {
      this.isWhole = false;
      return;
    }
    this.#inside.add(xobject);
    const before = { ...this.#state };
    const cursor = this.#cursor;
    this.#cursor = new TextCursor();
    if (depth === 0) this.#form = this.#forms += 1;
    const own = numbersOf(entryOf(xobject, 'Matrix'), 6);
    if (own !== undefined) this.#state.ctm = concat(matrixOf(own), this.#state.ctm);
    this.run(bytes, entryOf(xobject, 'Resources') ?? resources, depth + 1);
    this.#inside.delete(xobject);
    this.#state = before;
    this.#cursor = cursor;
    if (depth === 0) this.#form = 0;
  }

  /** A form's content, unless it paints itself, lies too deep, or the page has painted too many. */
  #enter(xobject: PDFObject | undefined, depth: number): Uint8Array | undefined {
    const isOpen = xobject !== undefined && this.#inside.has(xobject);
    if (isOpen || depth >= DEEPEST || this.#painted >= MOST_FORMS) return undefined;
    this.#painted += 1;
    return decodeStream(xobject, this.#allowance);
  }

  #show(operator: string, operands: readonly Operand[], numbers: readonly number[]): void {
    const last = operands.at(-1);
    if (operator === "'" || operator === '"') {
      if (operator === '"')
        [this.#state.wordSpace, this.#state.charSpace] = [numbers[0] ?? 0, numbers[1] ?? 0];
      this.#cursor.nextLine(0, -this.#state.leading);
    } else if (operator !== 'Tj' && operator !== 'TJ') return;
    for (const part of Array.isArray(last) ? (last as readonly Operand[]) : [last]) {
      if (part instanceof Uint8Array) this.#showString(part);
      else if (typeof part === 'number')
        this.#cursor.advance((-part / 1000) * this.#state.size * this.#state.scale);
    }
  }

  #showString(bytes: Uint8Array): void {
    const { font, size, scale, charSpace, wordSpace, rise, fill } = this.#state;
    if (font === undefined) {
      this.isWhole = false;
      return;
    }
    this.spaces.add(fill.space);
    const place = concat(this.#cursor.text, this.#state.ctm);
    const [left, y] = applyTo(place, 0, rise);
    const look = this.#look(place);
    let pen = 0;
    for (const { glyph, text, width, isSpace } of font.decode(bytes)) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) return;
      const wide = (width / 1000) * size * scale;
      const x = left + place[0] * pen;
      const end = x + place[0] * wide;
      const { paint, font: face, isHidden, form } = look;
      this.#text.add({
        text,
        x0: Math.min(x, end),
        x1: Math.max(x, end),
        y: y + place[1] * pen,
        size: look.size,
        paint,
        font: face,
        isHidden,
        form,
        glyph,
      });
      pen += wide + (charSpace + (isSpace ? wordSpace : 0)) * scale;
    }
    this.#cursor.advance(pen);
  }

  #look(place: Matrix): Pick<Shown, 'size' | 'paint' | 'font' | 'isHidden' | 'form'> {
    const { fill, overprints, mode, font, size, render } = this.#state;
    const { fill: last, paint } = this.#paintOf;
    const isSame = fill === last && paint.overprints === overprints && paint.mode === mode;
    if (!isSame) this.#paintOf = { fill, paint: { ...fill, overprints, mode } };
    return {
      size: Math.abs(size) * Math.hypot(place[2], place[3]),
      paint: this.#paintOf.paint,
      font: font?.name ?? '',
      isHidden: render === 3 || render === 7,
      form: this.#form,
    };
  }
}
