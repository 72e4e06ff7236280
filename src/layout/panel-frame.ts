import type { Format } from '../sources/format.js';
import type { Box, Edges } from '../units/box.js';

/** A panel's own edges: which lie on the trim, how far ink runs past them, and where copy may stand. */
export interface PanelFrame {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The bleed at the trim, 0 at a fold. */
  readonly outer: Edges;
  /** Where copy may stand, mm from the panel's top left. */
  readonly live: Box;
}

/** The frames of one side, left to right. Top and bottom lie on the trim; left and right where the side ends. */
export function sideFrames(format: Format, side: number): readonly PanelFrame[] {
  const panels = format.sides[side]?.panels ?? [];
  const height = format.trim.height;
  const { fromTrim, fromFold } = format.live;
  return panels.map(({ name, width }, index) => {
    const isFirst = index === 0;
    const isLast = index === panels.length - 1;
    const left = isFirst ? fromTrim : fromFold;
    const right = isLast ? fromTrim : fromFold;
    return {
      name,
      width,
      height,
      outer: {
        top: format.bleed,
        right: isLast ? format.bleed : 0,
        bottom: format.bleed,
        left: isFirst ? format.bleed : 0,
      },
      live: {
        x: left,
        y: fromTrim,
        width: width - left - right,
        height: height - 2 * fromTrim,
      },
    };
  });
}
