import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { ReadPage } from './read-page.js';

/** A page of a piece that a die cuts must draw each step of the die on the plate of its own (ISO 19593-1). */
export function checkDiePlates(
  { content }: ReadPage,
  owed: readonly string[],
  at: Place,
): readonly Finding[] {
  return owed
    .filter((plate) => !content.spaces.has(`Separation ${plate}`))
    .map((plate) =>
      finding(
        'prove/die-plate',
        at,
        `nothing is drawn on the plate ${quoted(plate)}, which shows the die`,
        'make the file again with "safeleaf build", and send that one',
      ),
    );
}
