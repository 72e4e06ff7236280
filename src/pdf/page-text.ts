import type { LaidOutSlot } from '../layout/laid-out.js';
import { plainLook } from '../layout/measured-value.js';
import { placeSlot } from '../layout/place-slot.js';
import type { PlainLook } from '../typeset/plain-look.js';
import type { SetParagraph } from '../typeset/set-paragraph.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { toPt } from '../units/length.js';
import { Content, type ContentResources } from './content.js';
import { drawText } from './draw-text.js';
import type { FontUse } from './font-use.js';
import { PlainPen, type PlainPlace } from './plain-pen.js';

/** Text that stands on a page itself, not in a panel: operators and what they name. */
export interface PageText extends ContentResources {
  readonly text: string;
  /** mm. */
  readonly width: number;
}

/** How many drawn values are kept; past that they are drawn again, so that memory does not grow with the catalogue. */
const KEPT = 20_000;

/** The same of plain ones, which are cheap to draw: the few that stand on many leaflets, such as a shop. There is a place for each form. */
const KEPT_PLAIN = 50;

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

/** The texts of one place on a page. */
export interface PageTexts {
  /** A text, drawn. */
  of(value: string): PageText;
  /** Notes what a text that will be drawn needs, and gives its width, mm. */
  note(value: string): number;
  /** All that the texts noted or drawn so far name. */
  readonly used: ContentResources;
}

/** How plain texts are drawn at a place. */
export interface PlainPageTexts {
  readonly look: PlainLook;
  readonly pen: PlainPen;
}

/** Plain texts at a place; undefined where the look has none. */
export const plainTexts = (
  look: PlainLook | undefined,
  place: PlainPlace,
  fonts: FontUse,
  spots: 'plates' | 'fallback',
): PlainPageTexts | undefined => look && { look, pen: new PlainPen(look, place, fonts, spots) };

/** Draws each value, and notes what it names. `draw` draws those that are not plain. */
export function pageTexts(draw: (value: string) => PageText, plain?: PlainPageTexts): PageTexts {
  const kept = new Map<string, PageText>();
  const { used, alike } = usedNames();
  let plainNames: ContentResources | undefined;
  const drawPlain = (value: string): PageText | undefined => {
    const line = plain?.look.line(value);
    const text = line && plain?.pen.draw(line);
    if (!plain || !line || text === undefined) return undefined;
    plainNames ??= alike(plain.pen.note(line));
    return { text, width: line.width, fonts: plainNames.fonts, spots: plainNames.spots };
  };
  const drawSet = (value: string): PageText => {
    const { text, width, ...names } = draw(value);
    return { text, width, ...alike(names) };
  };
  const of = (value: string): PageText => {
    const known = kept.get(value);
    if (known !== undefined) return known;
    const cheap = drawPlain(value);
    const drawn = cheap ?? drawSet(value);
    if (kept.size < (cheap === undefined ? KEPT : KEPT_PLAIN)) kept.set(value, drawn);
    return drawn;
  };
  const note = (value: string): number => {
    const line = plain?.look.line(value);
    if (!plain || !line) return of(value).width;
    const names = plain.pen.note(line);
    plainNames ??= alike(names);
    return line.width;
  };
  return { of, note, used };
}

/** Names that texts use. The same names are held once: most values of a place are set in the same face. */
function usedNames() {
  const used = { fonts: new Map(), spots: new Map() };
  const seen = new Map<string, ContentResources>();
  const alike = ({ fonts, spots }: ContentResources): ContentResources => {
    const key = [...fonts.keys(), '', ...spots.keys()].join(' ');
    const known = seen.get(key);
    if (known !== undefined) return known;
    for (const [name, face] of fonts) used.fonts.set(name, face);
    for (const [name, spot] of spots) used.spots.set(name, spot);
    const names = { fonts, spots };
    seen.set(key, names);
    return names;
  };
  return { used, alike };
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
  const draw = (value: string): PageText => {
    const { paragraph, x, y } = placeSlot(slot, value, typesetter);
    return drawPageText(paragraph, x, y, height, fonts, spots);
  };
  const { x, y, width } = slot.box;
  const look = plainLook(slot.node, typesetter);
  const plain = plainTexts(look, { x, y, height, measure: width }, fonts, spots);
  return { ...pageTexts(draw, plain), field: slot.field, boxWidth: slot.box.width };
}
