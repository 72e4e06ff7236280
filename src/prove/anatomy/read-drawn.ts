import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { matrixOf } from '../../units/matrix.js';
import { type Allowance, decodeStream } from '../decode-stream.js';
import { inherited } from '../inherited.js';
import { pageContent } from '../page-content.js';
import { entryOf, itemsOf, nameOf, numberOf, numbersOf } from '../pdf-values.js';
import { readOperations } from '../read-operations.js';
import { nameIn, numbersIn, type Operand, type Operation } from '../tokens.js';
import type { Drawn, ReadDrawn, Shape } from './drawn.js';
import { drawnImage, drawnInlineImage, drawnShading } from './drawn-image.js';
import { drawnPath } from './drawn-path.js';
import { drawnText } from './drawn-text.js';
import { Graphics } from './graphics.js';
import { type Mark, markOf } from './mark.js';
import { useExtGState } from './state.js';
import { readUsedFont, type UsedFont } from './used-font.js';

/** Deepest nesting of forms. */
const DEEPEST = 32;
/** Operators read of one file: a leaflet has some tens of thousands. */
const MOST_STEPS = 4_000_000;
/** Forms painted in one file. */
const MOST_FORMS = 20_000;

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
  #graphics = new Graphics();
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
    const { bytes, isWhole } = pageContent(page, this.#allowance);
    if (!isWhole) this.isWhole = false;
    this.#run(bytes, inherited(page, 'Resources'), page, 0);
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
    this.#graphics = new Graphics();
    this.#mark = undefined;
  }

  #run(bytes: Uint8Array, resources: PDFObject | undefined, owner: PDFObject, depth: number): void {
    const outer = this.#mark;
    for (const operation of readOperations(bytes)) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) {
        this.isWhole = false;
        break;
      }
      this.#step(operation, resources, owner, depth, outer);
    }
    this.#mark = outer;
    this.deepest = Math.max(this.deepest, this.#graphics.deepest);
  }

  #step(
    { operator, operands }: Operation,
    resources: PDFObject | undefined,
    owner: PDFObject,
    depth: number,
    outer: Mark | undefined,
  ): void {
    const numbers = numbersIn(operands);
    const name = nameIn(operands);
    if (this.#graphics.set(operator, numbers, name, resources)) return;
    switch (operator) {
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
        this.#add(drawnShading(entryOf(entryOf(resources, 'Shading'), name), this.#graphics.state));
        break;
      case 'ID':
        this.#add(drawnInlineImage(operands, resources, this.#graphics.state));
        break;
      default:
        this.#show(operator, operands, numbers);
        this.#add(drawnPath(operator, this.#graphics));
    }
  }

  #open(mark: Mark): void {
    this.#mark = mark;
    if (!this.#isAside) this.marks.push(mark);
  }

  #useExtGState(gs: PDFObject | undefined): void {
    if (gs === undefined) return;
    this.extGStates.add(gs);
    useExtGState(gs, this.#graphics.state);
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
    const { state } = this.#graphics;
    state.base.size = size;
    state.font = undefined;
    if (dict === undefined) return;
    const font = this.fonts.get(dict) ?? readUsedFont(dict, this.#allowance);
    this.fonts.set(dict, font);
    state.font = font;
  }

  #paint(xobject: PDFObject | undefined, resources: PDFObject | undefined, depth: number): void {
    if (xobject === undefined) return;
    if (nameOf(entryOf(xobject, 'Subtype')) === 'Image') {
      this.images.add(xobject);
      this.#add(drawnImage(xobject, this.#graphics.state));
    } else this.#paintForm(xobject, resources, depth);
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
    const own = numbersOf(entryOf(form, 'Matrix'), 6);
    const isIsolated = entryOf(entryOf(form, 'Group'), 'I')?.toString() === 'true';
    this.#isolated += isIsolated ? 1 : 0;
    this.#graphics.within(own && matrixOf(own), () =>
      this.#run(bytes, entryOf(form, 'Resources') ?? resources, form, depth + 1),
    );
    this.#isolated -= isIsolated ? 1 : 0;
    this.#inside.delete(form);
  }

  #show(operator: string, operands: readonly Operand[], numbers: readonly number[]): void {
    const shown = drawnText(operator, operands, numbers, this.#graphics);
    if (shown === undefined) return;
    this.#steps += shown.codes.length;
    if (!shown.isWhole) this.isWhole = false;
    this.#add(shown.shape);
  }

  #add(shape: Shape | undefined): void {
    if (shape === undefined || this.#isAside) return;
    const { blend, hasSoftMask } = this.#graphics.state;
    this.drawn.push({
      kind: shape.kind,
      page: this.#page,
      bounds: shape.bounds,
      mark: this.#mark,
      blend,
      hasSoftMask,
      isIsolated: this.#isolated > 0,
      fill: shape.fill,
      stroke: shape.stroke,
      line: shape.line,
      isRectangle: shape.isRectangle ?? false,
      coverage: shape.coverage ?? 1,
      text: shape.text,
      pixels: shape.pixels,
    });
  }
}
