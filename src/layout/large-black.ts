import type { Box } from '../units/box.js';
import type { Ink } from '../units/ink.js';
import type { PanelFrame } from './panel-frame.js';

/** From this area on, mm2, black ink alone looks grey (printer's habit). */
const LARGE = 100;

/** The ink of a ground: a large one in black alone prints in the black that the press builds. Text never does. */
export function largeBlack(ink: Ink, { width, height }: Box, { richBlack }: PanelFrame): Ink {
  const isBlackAlone = ink.spot === undefined && ink.cmyk.join() === '0,0,0,1';
  if (!isBlackAlone || richBlack === undefined || width * height < LARGE) return ink;
  return { token: ink.token, cmyk: richBlack };
}
