import type { LaidOutSlot } from '../layout/laid-out.js';
import { placeSlot } from '../layout/place-slot.js';
import type { SetParagraph } from '../typeset/set-paragraph.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { toPt } from '../units/length.js';
import { Content, type ContentResources } from './content.js';
import { drawText } from './draw-text.js';
import type { FontUse } from './font-use.js';

/** Text that stands on a page itself, not in a panel: operators and what they name. */
export interface PageText extends ContentResources {
  readonly text: string;
  /** mm. */
  readonly width: number;
}

/** How many set values are kept; past that they are set again, so that memory does not grow with the catalogue. */
const KEPT = 20_000;

/** Draws text with its top left at `x`, `y` mm, y downwards from `height`. */
export function drawPageText(
  paragraph: SetParagraph,
  x: number,
  y: number,
  height: number,
  fonts: FontUse,
  spots: 'plates' | 'fallback',
): PageText {
  const content = new Content(spots, { font: (face) => fonts.of(face).name });
  drawText(content, fonts, paragraph, toPt(x), toPt(height - y));
  return {
    text: content.text,
    width: paragraph.width,
    fonts: content.fonts,
    spots: content.spots,
  };
}

/** Draws each value once. */
export function keptValues<T>(draw: (value: string) => T): (value: string) => T {
  const kept = new Map<string, T>();
  return (value) => {
    const known = kept.get(value);
    if (known !== undefined) return known;
    const drawn = draw(value);
    if (kept.size < KEPT) kept.set(value, drawn);
    return drawn;
  };
}

/** The values of one record slot, each set and drawn once, in its panel's coordinates. */
export interface SlotDrawings {
  readonly field: string;
  readonly boxWidth: number;
  of(value: string): PageText;
}

/** A slot ready to be filled; `height` is its panel's, mm. */
export function slotDrawings(
  slot: LaidOutSlot,
  height: number,
  typesetter: Typesetter,
  fonts: FontUse,
  spots: 'plates' | 'fallback',
): SlotDrawings {
  const of = keptValues((value) => {
    const { paragraph, x, y } = placeSlot(slot, value, typesetter);
    return drawPageText(paragraph, x, y, height, fonts, spots);
  });
  return { field: slot.field, boxWidth: slot.box.width, of };
}
