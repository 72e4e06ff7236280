/**
 * A number as a content stream writes it: at most three decimals, never an exponent. In points
 * that is 0.00035 mm.
 */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
}
