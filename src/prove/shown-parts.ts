import type { GraphicsState, TextCursor } from './graphics-state.js';
import type { Operand } from './tokens.js';

/**
 * What a text-showing operator shows: strings, and numbers that move the pen (ISO 32000-1, 9.4.3). The cursor goes to the next
 * line first where the operator says so. Undefined for any other operator.
 */
export function shownParts(
  operator: string,
  operands: readonly Operand[],
  numbers: readonly number[],
  state: GraphicsState,
  cursor: TextCursor,
): readonly Operand[] | undefined {
  if (operator === "'" || operator === '"') {
    if (operator === '"') [state.wordSpace, state.charSpace] = [numbers[0] ?? 0, numbers[1] ?? 0];
    cursor.nextLine(0, -state.leading);
  } else if (operator !== 'Tj' && operator !== 'TJ') return undefined;
  const last = operands.at(-1);
  if (Array.isArray(last)) return last as readonly Operand[];
  return last === undefined ? [] : [last];
}

/** How far a number between strings moves the pen: thousandths of the size, backwards. */
export const backBy = (part: number, { size, scale }: GraphicsState): number =>
  (-part / 1000) * size * scale;
