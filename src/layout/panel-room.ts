import type { BoxStyle, ComposedPanel, Node } from '../compose/blocks.js';
import type { Locale } from '../sources/locale.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { Painted, Standing } from './paint-panel.js';
import type { PanelFrame } from './panel-frame.js';
import { placeAll } from './place-all.js';

/** What a panel has left, or lacks where it is below zero. */
export interface PanelRoom {
  /** Height, mm. */
  readonly mm: number;
  /** Letters of body type that would fill it, by the lines and letters that stand on the panel. */
  readonly characters: number;
}

/**
 * How much more copy a panel could hold: from the foot of its copy, set as high as it needs to be, to where copy must
 * end, which is the live area or a box that is fixed to the panel's foot.
 */
export function panelRoom(
  composed: ComposedPanel,
  frame: PanelFrame,
  { direction }: Locale,
  typesetter: Typesetter,
): PanelRoom {
  const painted = placeAll(composed.root, frame, direction, typesetter, 'natural');
  const flowing = painted.standing.filter((it) => !it.isAbsolute);
  // The panel's own ground is no card: it ends where the panel does.
  const within = ({ box, card }: Standing) => (card && card.width < frame.width ? card : box);
  const foot = Math.max(0, ...flowing.map((it) => bottomOf(within(it))));
  const end = Math.min(
    frame.live.y + frame.live.height,
    ...composed.root.children.map((child) => topAtFoot(child, frame)),
  );
  const mm = end - foot;
  return { mm, characters: charactersIn(mm, painted) };
}

const bottomOf = ({ y, height }: Standing['box']): number => y + height;

/** Where a box begins that is fixed to the panel's foot; the panel's own end for any other. */
function topAtFoot({ style }: Node, { height }: PanelFrame): number {
  const inset = inMm(style.inset.bottom);
  const own = inMm(style.height);
  if (style.position !== 'absolute' || inset === undefined || own === undefined) return height;
  return height - inset - own;
}

const inMm = (length: BoxStyle['height']): number | undefined =>
  typeof length === 'object' && length.unit === 'mm' ? length.value : undefined;

/** Letters in so much height: whole lines of the panel's commonest line height, as full as its fullest lines. */
function charactersIn(mm: number, { standing }: Painted): number {
  const texts = standing.flatMap(({ what }) =>
    'kind' in what && what.kind === 'text' && BODY.has(what.role) ? [what.text] : [],
  );
  const heights = new Map<number, number>();
  for (const { paragraph, lines } of texts)
    heights.set(paragraph.lineHeight, (heights.get(paragraph.lineHeight) ?? 0) + lines.length);
  const [commonest] = [...heights].sort(([a, of], [b, than]) => than - of || a - b);
  if (commonest === undefined) return 0;
  // Below zero a part of a line is a line too many.
  return Math.floor(mm / commonest[0]) * Math.max(...texts.map(({ longestLine }) => longestLine));
}

const BODY = new Set<string>(['p', 'li']);
