import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import { toPt } from '../units/length.js';
import type { PageText } from './page-text.js';
import { atOrigin, type PanelOrigin, translated } from './panel-origin.js';
import type { DrawnSlot } from './press.js';
import type { PressForm, PressSide } from './press-form.js';

/** A slot's value, drawn for one leaflet. */
export interface SlotText extends PanelOrigin {
  readonly drawn: DrawnSlot;
  readonly text: PageText;
}

/** A leaflet's values in the slots of a side; an empty one draws nothing. */
export function slotTexts(side: PressSide, leaflet: Leaflet): readonly SlotText[] {
  return side.slots.flatMap(({ panel, drawings, ...origin }) => {
    const { field, boxWidth } = drawings;
    const value = slotValue(leaflet, field);
    if (value === '') return [];
    const text = drawings.of(value);
    const drawn = { side: side.name, panel, field, value, width: text.width, boxWidth };
    return [{ drawn, text, ...origin }];
  });
}

/** What only this leaflet says: its slots over the panels, then the tool's overlay, then the job code in the slug. Latin-1. */
export function ownContent(
  { geometry }: PressForm,
  side: PressSide,
  slots: readonly SlotText[],
  jobCode: PageText | undefined,
): string {
  const { margin, media, trim } = geometry;
  const parts = slots.map(({ text, ...origin }) => atOrigin(origin, text.text));
  if (side.overlay !== undefined) {
    const bottom = media.height - trim.y - trim.height;
    parts.push(translated(toPt(margin), toPt(bottom), '/O Do'));
  }
  if (jobCode !== undefined) parts.push(translated(0, 0, jobCode.text));
  return parts.join('\n');
}
