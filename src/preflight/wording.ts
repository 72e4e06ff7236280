import { toPt } from '../units/length.js';

/** A length as findings give it. */
export const inMm = (value: number): string => `${value.toFixed(1)} mm`;

/** A type size or line width as print people say it. `value` in mm. */
export const inPoints = (value: number): string => `${Number(toPt(value).toFixed(2))} pt`;

/** A share as percent. */
export const inPercent = (share: number): string => `${Math.round(share * 100)} %`;
