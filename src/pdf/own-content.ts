import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import type { PageText } from './page-text.js';
import { ORIGIN_END, originStart } from './panel-origin.js';
import type { DrawnSlot } from './press.js';
import type { PressSide } from './press-form.js';

/** A slot's value, drawn for one leaflet. */
export interface SlotText {
  readonly drawn: DrawnSlot;
  /** Operators in the page's coordinates, Latin-1. */
  readonly text: string;
}

/** A leaflet's values in the slots of a side; an empty one draws nothing. */
export function slotTexts(side: PressSide, leaflet: Leaflet): readonly SlotText[] {
  const texts: SlotText[] = [];
  for (const { panel, drawings, start } of side.slots) {
    const { field, boxWidth } = drawings;
    const value = slotValue(leaflet, field);
    if (value === '') continue;
    const { text, width } = drawings.of(value);
    const drawn = { side: side.name, panel, field, value, width, boxWidth };
    texts.push({ drawn, text: start + text + ORIGIN_END });
  }
  return texts;
}

/** What only this leaflet says: its slots over the panels, then the tool's overlay, then the job code in the slug. Latin-1. */
export function ownContent(
  side: PressSide,
  slots: readonly SlotText[],
  jobCode: PageText | undefined,
): string {
  let content = '';
  for (const { text } of slots) content += content === '' ? text : `\n${text}`;
  if (side.overlayText !== '')
    content += content === '' ? side.overlayText : `\n${side.overlayText}`;
  if (jobCode === undefined) return content;
  const code = PAGE_START + jobCode.text + ORIGIN_END;
  return content === '' ? code : `${content}\n${code}`;
}

/** The page's own coordinates. */
const PAGE_START = originStart({ x: 0, y: 0, isTurned: false });
