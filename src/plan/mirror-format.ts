import type { Format } from '../sources/format.js';

/** The same piece for a language read from right to left: the panels of each side in the opposite order, so that it opens the other way. */
export const mirrorFormat = (format: Format): Format => ({
  ...format,
  sides: format.sides.map((side) => ({ ...side, panels: side.panels.toReversed() })),
});
