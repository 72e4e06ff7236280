/** Operators that paint the path that was built (ISO 32000-1, table 60). */
const FILLS: readonly string[] = ['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'];
const STROKES: readonly string[] = ['S', 's', 'B', 'B*', 'b', 'b*'];

export const fillsPath = (operator: string): boolean => FILLS.includes(operator);

export const strokesPath = (operator: string): boolean => STROKES.includes(operator);
