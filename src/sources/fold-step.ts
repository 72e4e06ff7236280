import { z } from 'zod';

const SAY = 'write which part moves: left, right, top or bottom';
const AT = 'write where it is folded, in mm from the left or the top of the inside, flat';

/** One fold, as `folding:` has it. */
export const FoldStepFile = z.strictObject({
  part: z.enum(['left', 'right', 'top', 'bottom'], SAY),
  at: z.number(AT).positive(AT).max(1000, AT),
  to: z.enum(['over', 'under'], 'write over or under'),
  keepOff: z
    .number('write how far copy keeps from this fold in mm')
    .min(0, 'write how far copy keeps from this fold in mm')
    .max(50, 'write how far copy keeps from this fold in mm')
    .optional(),
});

/**
 * One fold: the piece lies with its inside up, and the part beyond a line goes over or under the rest.
 * `at` is mm from the left (or the top) of the inside, flat.
 */
export interface FoldStep {
  readonly part: 'left' | 'right' | 'top' | 'bottom';
  readonly at: number;
  readonly to: 'over' | 'under';
  /** How far copy keeps from this fold, mm; `live.fromFold` where absent. */
  readonly keepOff?: number | undefined;
}
