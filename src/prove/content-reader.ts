import type { PDFObject } from '@cantoo/pdf-lib';
import { concat, matrixOf } from '../units/matrix.js';
import { actualText, markNumber } from './actual-text.js';
import { inlineImageSpace, spaceName } from './colour-space.js';
import { type Allowance, decodeStream } from './decode-stream.js';
import { type GraphicsState, startState, TextCursor } from './graphics-state.js';
import { fillsPath, strokesPath } from './path-painting.js';
import { entryOf, itemsOf, nameOf, numberOf, numbersOf } from './pdf-values.js';
import { type FontShelf, type ReadFont, readFont } from './read-font.js';
import { readOperations } from './read-operations.js';
import { setInk } from './set-ink.js';
import { backBy, shownParts } from './shown-parts.js';
import { ShownText } from './shown-text.js';
import type { Piece } from './text-pieces.js';
import { nameIn, numbersIn, type Operand, type Operation } from './tokens.js';

/** Deepest nesting of Form XObjects and of saved graphics states. */
const DEEPEST = 32;
/** Operators and glyphs read of one page: a leaflet's page has some thousands. */
const MOST_STEPS = 3_000_000;
/** Forms painted on one page; ours has one for each panel. */
const MOST_FORMS = 5000;

/** Runs a page's content, a small interpreter (ISO 32000-1, 8 and 9), and notes what it shows and uses. */
export class ContentReader {
  readonly spaces = new Set<string>();
  readonly fonts = new Map<string, ReadFont>();
  isWhole = true;
  readonly #allowance: Allowance;
  readonly #shelf: FontShelf;
  #steps = 0;
  #state = startState();
  #saved: GraphicsState[] = [];
  readonly #text = new ShownText();
  #cursor = new TextCursor();
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
    return this.#text.pieces.all;
  }

  run(bytes: Uint8Array, resources: PDFObject | undefined, depth: number): void {
    const floor = this.#saved.length;
    const open = this.#text.pieces.depth;
    for (const operation of readOperations(bytes)) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) {
        this.isWhole = false;
        break;
      }
      this.#step(operation, resources, depth, floor);
    }
    while (this.#text.pieces.depth > open) this.#text.pieces.end();
    this.#saved.length = floor;
  }

  #step(
    { operator, operands }: Operation,
    resources: PDFObject | undefined,
    depth: number,
    floor: number,
  ): void {
    const numbers = numbersIn(operands);
    const name = nameIn(operands);
    if (
      this.#cursor.set(operator, numbers, this.#state) ||
      setInk(operator, numbers, name, resources, this.#state)
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
        this.#text.pieces.begin(undefined);
        break;
      case 'BDC':
        this.#text.pieces.begin(actualText(operands, resources), markNumber(operands, resources));
        break;
      case 'EMC':
        this.#text.pieces.end();
        break;
      case 'Tf':
        this.#useFont(entryOf(entryOf(resources, 'Font'), name), numbers[0] ?? 0);
        break;
      default:
        this.#show(operator, operands, numbers);
        this.#notePaint(operator);
    }
  }

  #notePaint(operator: string): void {
    if (fillsPath(operator)) this.spaces.add(this.#state.fill.space);
    if (strokesPath(operator)) this.spaces.add(this.#state.stroke.space);
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
    const parts = shownParts(operator, operands, numbers, this.#state, this.#cursor);
    if (parts === undefined) return;
    for (const part of parts) {
      if (part instanceof Uint8Array) this.#showString(part);
      else if (typeof part === 'number') this.#cursor.advance(backBy(part, this.#state));
    }
  }

  #showString(bytes: Uint8Array): void {
    const state = this.#state;
    if (state.font === undefined) {
      this.isWhole = false;
      return;
    }
    this.spaces.add(state.fill.space);
    this.#steps += this.#text.show(bytes, state.font, state, this.#cursor, {
      form: this.#form,
      most: MOST_STEPS - this.#steps,
    });
  }
}
