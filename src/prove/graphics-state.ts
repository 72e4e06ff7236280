import { concat, IDENTITY, type Matrix, matrixOf } from '../units/matrix.js';
import type { ReadFont } from './read-font.js';

/** What a shape or text prints with. */
export interface PaintState {
  /** `DeviceCMYK`, `DeviceGray`, `DeviceRGB`, `Separation Northstar Orange`, `ICCBased`… */
  readonly space: string;
  readonly values: readonly number[];
  /** Whether it prints over what lies under it, on the other plates. */
  readonly overprints: boolean;
  /** The overprint mode: with 1 an ink of share 0 leaves its plate alone. */
  readonly mode: number;
}

const BLACK_GRAY: PaintState = { space: 'DeviceGray', values: [0], overprints: false, mode: 0 };

/** The part of the graphics state that text and inks hang on (ISO 32000-1, 8.4 and 9.3). */
export interface GraphicsState {
  ctm: Matrix;
  fill: { space: string; values: readonly number[] };
  stroke: { space: string; values: readonly number[] };
  overprints: boolean;
  mode: number;
  font: ReadFont | undefined;
  size: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  render: number;
}

/** The state in which a page begins. */
export const startState = (): GraphicsState => ({
  ctm: IDENTITY,
  fill: BLACK_GRAY,
  stroke: BLACK_GRAY,
  overprints: false,
  mode: 0,
  font: undefined,
  size: 0,
  charSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  render: 0,
});

/** Where the next glyph and the next line stand (ISO 32000-1, 9.4). */
export class TextCursor {
  text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  /** Sets what a text operator sets, in the state or here; false for any other operator. */
  set(operator: string, numbers: readonly number[], state: GraphicsState): boolean {
    const [value = 0, second = 0] = numbers;
    if (operator === 'BT') this.text = this.#line = IDENTITY;
    else if (operator === 'Tc') state.charSpace = value;
    else if (operator === 'Tw') state.wordSpace = value;
    else if (operator === 'Tz') state.scale = value / 100;
    else if (operator === 'TL') state.leading = value;
    else if (operator === 'Ts') state.rise = value;
    else if (operator === 'Tr') state.render = value;
    else if (operator === 'Tm') this.text = this.#line = matrixOf(numbers);
    else if (operator === 'Td' || operator === 'TD') {
      if (operator === 'TD') state.leading = -second;
      this.nextLine(value, second);
    } else if (operator === 'T*') this.nextLine(0, -state.leading);
    else return false;
    return true;
  }

  nextLine(x: number, y: number): void {
    this.text = this.#line = concat([1, 0, 0, 1, x, y], this.#line);
  }

  advance(x: number): void {
    this.text = concat([1, 0, 0, 1, x, 0], this.text);
  }
}
