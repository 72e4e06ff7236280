import { z } from 'zod';

const MM = 'write millimetres as a number';
const length = z.number(MM).positive(MM).max(1000, MM);
const range = z.tuple([length, length], 'write the least and the most in mm, such as [70, 90]');

/** How the size of a piece follows the box that it lies in. */
export const InBoxFile = z.strictObject({
  play: z.number(MM).min(0, MM).max(20, MM),
  step: length,
  panel: z.strictObject({ width: range, height: range }),
  depthShare: z
    .number('write a share, such as 0.1')
    .positive()
    .max(1, 'write a share, such as 0.1'),
  springBack: z.number('write a factor, such as 1.3').min(1, 'write 1 or more').max(5),
  box: z.strictObject({ length, width: length, depth: length }).optional(),
});

/** How the size of a piece follows the box that it lies in. Lengths in mm. */
export interface InBox {
  /** How much smaller than the box the folded piece is, in length and in width. */
  readonly play: number;
  /** Sizes go by steps, so that boxes nearly alike share a size. */
  readonly step: number;
  /** The least and the most that a panel measures. */
  readonly panel: {
    readonly width: readonly [number, number];
    readonly height: readonly [number, number];
  };
  /** The share of the box's depth that the folded piece may take. */
  readonly depthShare: number;
  /** A folded stack is so many times as thick as its sheets. */
  readonly springBack: number;
  /** Taken for a phone whose box is not known; without it such a phone has a finding. */
  readonly box?:
    | { readonly length: number; readonly width: number; readonly depth: number }
    | undefined;
}
