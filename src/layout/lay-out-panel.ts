import type { ComposedPanel } from '../compose/blocks.js';
import type { Locale } from '../sources/locale.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { headingAlone } from './heading-alone.js';
import { nodeFaults } from './node-faults.js';
import type { KnownPanel } from './panel-cache.js';
import { panelFaults } from './panel-faults.js';
import type { PanelFrame } from './panel-frame.js';
import { panelKey } from './panel-key.js';
import { panelRoom } from './panel-room.js';
import { placeAll } from './place-all.js';

/** Gives everything on one panel its place, and says what does not fit. */
export function layOutPanel(
  composed: ComposedPanel,
  frame: PanelFrame,
  locale: Locale,
  typesetter: Typesetter,
): KnownPanel {
  const { tag, direction } = locale;
  const painted = placeAll(composed.root, frame, direction, typesetter);
  const { items, slots, reading } = painted;
  const { width, height, outer } = frame;
  const drawn = { width, height, outer, items, slots, lang: tag, direction };
  const faults = panelFaults(painted, frame);
  const isTooLong = faults.some(({ code }) => code === 'layout/copy-too-long');
  return {
    panel: { ...drawn, reading, name: composed.name, key: panelKey(drawn) },
    findings: [
      ...nodeFaults(composed.root, composed.name, typesetter),
      ...headingAlone(composed.root, composed.name),
    ],
    faults,
    lacks: isTooLong ? panelRoom(composed, frame, locale, typesetter) : undefined,
  };
}
