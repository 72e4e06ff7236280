import type { ComposedForm } from '../compose/blocks.js';
import type { Level } from '../sources/copy-deck.js';
import type { LaidOutForm } from './laid-out.js';
import { sideFrames } from './panel-frame.js';
import { type PanelRoom, panelRoom } from './panel-room.js';

/** A panel of a form, and the room that it has left. */
export interface RoomOnPanel extends PanelRoom {
  readonly panel: string;
  /** The locale that the panel is in. */
  readonly locale: string;
  /** The level of the wordings that stand on it. */
  readonly level: Level;
}

/** The room left on every panel of a form, in the order of the format. */
export function formRoom(composed: ComposedForm, laidOut: LaidOutForm): readonly RoomOnPanel[] {
  const { format, locale, second } = composed.form;
  return format.sides.flatMap((_, side) =>
    sideFrames(format, side).flatMap((frame) => {
      const panel = composed.panels.find(({ name }) => name === frame.name);
      if (!panel) return [];
      const isSecond = panel.language === 'second' && second !== undefined;
      const speech = isSecond ? second.locale : locale;
      const typesetter = (isSecond && laidOut.secondTypesetter) || laidOut.typesetter;
      const room = panelRoom(panel, frame, speech, typesetter);
      return [{ panel: panel.name, locale: speech.tag, level: panel.level, ...room }];
    }),
  );
}
