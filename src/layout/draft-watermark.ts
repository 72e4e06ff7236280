import type { Format } from '../sources/format.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { Box } from '../units/box.js';
import type { Ink } from '../units/ink.js';
import type { Path } from '../units/path.js';
import { glyphPath } from './glyph-path.js';
import type { StrokeItem } from './laid-out.js';
import { mapPath } from './map-path.js';
import { precise } from './precise.js';
import { toolLine } from './tool-line.js';

const WORDS = 'DRAFT, NOT FOR PRINT';

/** Magenta alone: seen at once on every brand's colours, and no text of a leaflet prints in it. */
const DRAFT_INK: Ink = { token: 'draft', cmyk: [0, 1, 0, 0] };

/** Outlines only, so that the copy under them can be read; our choice, mm. */
const LINE = 0.35;

/** How steep the words climb: less than a DL panel's own diagonal, which leaves room for the height of the letters. */
const ANGLE_DEGREES = 55;

/** The share of a panel's width or height that the words may cross. */
const REACH = 0.94;

/** The size the words are set in before they are scaled to their panel, mm. */
const SET_SIZE = 10;

/** A draft's mark across one panel, at `x`, `y` mm from the trim's top left. */
export function draftWatermark(
  { file }: Pick<Format, 'file'>,
  panel: Box,
  typesetter: Typesetter,
): StrokeItem {
  const place = { file };
  const text = typesetter.set(
    toolLine({
      field: 'tool.draft',
      text: WORDS,
      size: SET_SIZE,
      weight: 700,
      ink: DRAFT_INK,
      place,
    }),
    100 * SET_SIZE,
  );
  const centre = { x: panel.x + panel.width / 2, y: panel.y + panel.height / 2 };
  const path = across(glyphPath(text), centre, panel);
  return {
    kind: 'stroke',
    path,
    ink: DRAFT_INK,
    width: LINE,
    cap: 'butt',
    join: 'round',
    place,
  };
}

/** Turns an outline to climb, as large as the panel lets it, round the panel's centre. */
function across(
  path: Path,
  centre: { readonly x: number; readonly y: number },
  panel: { readonly width: number; readonly height: number },
): Path {
  const angle = (-ANGLE_DEGREES * Math.PI) / 180;
  const turned = mapPath(path, (x, y) => [
    x * Math.cos(angle) - y * Math.sin(angle),
    x * Math.sin(angle) + y * Math.cos(angle),
  ]);
  const { left, top, right, bottom } = extent(turned);
  if (!(right > left) || !(bottom > top)) return [];
  const scale = REACH * Math.min(panel.width / (right - left), panel.height / (bottom - top));
  return mapPath(turned, (x, y) => [
    precise(centre.x + (x - (left + right) / 2) * scale),
    precise(centre.y + (y - (top + bottom) / 2) * scale),
  ]);
}

function extent(path: Path): { left: number; top: number; right: number; bottom: number } {
  const box = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  mapPath(path, (x, y) => {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
    return [x, y];
  });
  return box;
}
