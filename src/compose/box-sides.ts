import type { StyleSetting } from './css-value.js';

/** The sides of a box, in the order in which CSS deals values out to them. */
export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

/** Where lines start, and where they end. */
export const startSide = ({ direction }: StyleSetting): Side =>
  direction === 'rtl' ? 'right' : 'left';
export const endSide = ({ direction }: StyleSetting): Side =>
  direction === 'rtl' ? 'left' : 'right';
