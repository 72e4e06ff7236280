/** A name object, `/DeviceCMYK`, without its slash. */
export class Name {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A value in a content stream or CMap. Strings are bytes. */
export type Operand =
  | number
  | boolean
  | null
  | Name
  | Uint8Array
  | readonly Operand[]
  | ReadonlyMap<string, Operand>;

/** An operator with the operands that stand before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

/** The numbers among an operator's operands. */
export const numbersIn = (operands: readonly Operand[]): readonly number[] =>
  operands.filter((it): it is number => typeof it === 'number');

/** The first name among an operator's operands, or nothing. */
export const nameIn = (operands: readonly Operand[]): string =>
  operands.find((it) => it instanceof Name)?.text ?? '';

/** A word that is no value: an operator. */
export class Word {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
