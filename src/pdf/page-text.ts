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

/** The texts of one place on a page, each set and drawn once. */
export interface PageTexts {
  of(value: string): PageText;
  /** All that the texts drawn so far name. */
  readonly used: ContentResources;
}

/** Draws each value once, and notes what it names. */
export function pageTexts(draw: (value: string) => PageText): PageTexts {
  const kept = new Map<string, PageText>();
  const used = { fonts: new Map(), spots: new Map() };
  const seen = new Map<string, ContentResources>();
  /** The same names are held once: most values of a place are set in the same face. */
  const alike = (names: ContentResources): ContentResources => {
    const key = [...names.fonts.keys(), '', ...names.spots.keys()].join(' ');
    const known = seen.get(key) ?? names;
    if (!seen.has(key)) {
      for (const [name, face] of names.fonts) used.fonts.set(name, face);
      for (const [name, spot] of names.spots) used.spots.set(name, spot);
      seen.set(key, names);
    }
    return known;
  };
  const of = (value: string): PageText => {
    const known = kept.get(value);
    if (known !== undefined) return known;
    const { text, width, ...names } = draw(value);
    const drawn = { text, width, ...alike(names) };
    if (kept.size < KEPT) kept.set(value, drawn);
    return drawn;
  };
  return { of, used };
}

/** The values of one record slot, in its panel's coordinates. */
export interface SlotDrawings extends PageTexts {
  readonly field: string;
  readonly boxWidth: number;
}

/** A slot ready to be filled; `height` is its panel's, mm. */
export function slotDrawings(
  slot: LaidOutSlot,
  height: number,
  typesetter: Typesetter,
  fonts: FontUse,
  spots: 'plates' | 'fallback',
): SlotDrawings {
  const texts = pageTexts((value) => {
    const { paragraph, x, y } = placeSlot(slot, value, typesetter);
    return drawPageText(paragraph, x, y, height, fonts, spots);
  });
  return { ...texts, field: slot.field, boxWidth: slot.box.width };
}
