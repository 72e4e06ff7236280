import { glyphPath } from '../layout/glyph-path.js';
import { mapPath } from '../layout/map-path.js';
import { toolLine } from '../layout/tool-line.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { BLACK } from '../units/ink.js';
import type { Path } from '../units/path.js';
import type { Drawn } from './picture.js';

/** Where a caption stands in a picture, pixels: its top left, the size of its type, the width it may have. */
export interface CaptionPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
}

/** The size that captions are set in before they are scaled, mm. */
const SET_SIZE = 10;

/**
 * A line of text as an SVG path, drawn from the outlines of the leaflet's own font, so that the picture
 * does not hang on the fonts of the machine. A line that is too wide is made smaller.
 */
export function caption(text: string, place: CaptionPlace, typesetter: Typesetter): Drawn {
  const line = typesetter.set(
    toolLine({
      field: 'tool.caption',
      text,
      size: SET_SIZE,
      weight: 400,
      ink: BLACK,
      place: { file: 'safeleaf' },
    }),
    SET_SIZE * Math.max(100, text.length * 2),
  );
  const scale = Math.min(place.size / SET_SIZE, place.width / Math.max(line.width, 1));
  const path = mapPath(glyphPath(line), (x, y) => [place.x + x * scale, place.y + y * scale]);
  const { y, size } = place;
  // More than any script rises above its line or hangs below it.
  const rows = { top: y - size, bottom: y + 3 * size };
  return { svg: `<path fill="#222" d="${svgData(path)}"/>`, ...rows };
}

/** A hundredth of a pixel: finer than a picture can show. */
const hundredth = (value: number): string => String(Math.round(value * 100) / 100);

const svgData = (path: Path): string =>
  path
    .map(([name, ...numbers]) => name + (numbers as readonly number[]).map(hundredth).join(' '))
    .join('');
