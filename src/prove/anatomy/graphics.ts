import type { PDFObject } from '@cantoo/pdf-lib';
import { concat, type Matrix, matrixOf } from '../../units/matrix.js';
import { TextCursor } from '../graphics-state.js';
import { PathShape } from './path-shape.js';
import { copyState, type FullState, setColour, startFullState } from './state.js';

/** States that `q` saves; what is saved beyond is not kept. */
const MOST_SAVED = 4096;

/** The graphics state of a page with all that goes with it: text cursor, path, saved states (ISO 32000-1, 8.4). */
export class Graphics {
  state = startFullState();
  cursor = new TextCursor();
  #path = new PathShape();
  /** Deepest nesting of `q`. */
  deepest = 0;
  #saved: FullState[] = [];
  /** How many saved states are those of what a form stands on: its own `Q` does not reach them. */
  #floor = 0;

  /** Takes an operator that only sets something; false for one that draws or uses anything. */
  set(
    operator: string,
    numbers: readonly number[],
    name: string,
    resources: PDFObject | undefined,
  ): boolean {
    const { state } = this;
    return (
      this.cursor.set(operator, numbers, state.base) ||
      setColour(operator, numbers, name, resources, state) ||
      this.#path.add(operator, numbers, state.base.ctm) ||
      this.#setState(operator, numbers)
    );
  }

  #setState(operator: string, numbers: readonly number[]): boolean {
    const { state } = this;
    switch (operator) {
      case 'q':
        if (this.#saved.length < MOST_SAVED) this.#saved.push(copyState(state));
        this.deepest = Math.max(this.deepest, this.#saved.length);
        return true;
      case 'Q':
        if (this.#saved.length > this.#floor) this.state = this.#saved.pop() ?? state;
        return true;
      case 'cm':
        state.base.ctm = concat(matrixOf(numbers), state.base.ctm);
        return true;
      case 'w':
        state.lineWidth = numbers[0] ?? state.lineWidth;
        return true;
      default:
        return false;
    }
  }

  /** The path that was built; the next one begins. */
  endPath(): PathShape {
    const ended = this.#path;
    this.#path = new PathShape();
    return ended;
  }

  /** Runs a form's content in its own space; what it sets does not outlast it (ISO 32000-1, 8.10.1). */
  within(own: Matrix | undefined, paint: () => void): void {
    const before = { state: copyState(this.state), cursor: this.cursor, path: this.#path };
    const floor = this.#floor;
    this.cursor = new TextCursor();
    this.#path = new PathShape();
    this.#floor = this.#saved.length;
    if (own !== undefined) this.state.base.ctm = concat(own, this.state.base.ctm);
    paint();
    this.#saved.length = this.#floor;
    this.#floor = floor;
    this.state = before.state;
    this.cursor = before.cursor;
    this.#path = before.path;
  }
}
