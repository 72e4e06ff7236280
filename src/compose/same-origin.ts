import type { Origin } from './blocks.js';

/** Whether two runs' words come from one place. */
export const sameOrigin = (a: Origin, b: Origin): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
