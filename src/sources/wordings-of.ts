import type { Unit } from './copy-deck.js';

/** Every wording of a unit that may ever print, the longest first. */
export const wordingsOf = ({ long, short, ...standard }: Unit): readonly Unit[] => [
  ...(long ? [long] : []),
  standard,
  ...(short ? [short] : []),
];
