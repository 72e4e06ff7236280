import { z } from 'zod';

/** No press sheet is longer than this, in mm (B1 is 1,000 x 707). */
const LONGEST = 1000;

const MM = 'write millimetres as a number';
const place = z.number(MM).min(-LONGEST, MM).max(LONGEST, MM);
const size = z.number(MM).positive(MM).max(LONGEST, MM);

/** Only what a die maker's drawing needs: straight lines and curves, all from the corner of the trim. */
const PATH = /^M(?:\s*-?\d+(?:\.\d+)?[\s,]*){2}(?:[MLC](?:\s*-?\d+(?:\.\d+)?[\s,]*)+|Z\s*)*$/;
const PATH_SAY =
  'write the path with capital M, L, C and Z and numbers in mm, such as "M 0 0 L 10 0 Z"';

/** One line of a die, in mm from the trim's top left as one looks at the first side. */
const DieShape = z.union(
  [
    z.strictObject({ trim: z.literal(true, 'write true'), radius: size.optional() }),
    z.strictObject({ rectangle: z.tuple([place, place, size, size]), radius: size.optional() }),
    z.strictObject({ circle: z.tuple([place, place, size]) }),
    z.strictObject({ line: z.tuple([place, place, place, place]) }),
    z.strictObject({ path: z.string(PATH_SAY).max(4000, PATH_SAY).regex(PATH, PATH_SAY) }),
  ],
  'write trim: true, rectangle: [x, y, width, height], circle: [x, y, radius], line: [x, y, x, y] or path: "M … Z", in mm',
);
export type DieShape = Readonly<z.infer<typeof DieShape>>;

/** What is done to the sheet along a line, or on an area, beside printing. */
const DIE_KINDS = ['cut', 'crease', 'fold', 'perforate', 'drill', 'glue'] as const;
export type DieKind = (typeof DIE_KINDS)[number];

/** The plate that shows each step: names that finishers know. */
export const DIE_PLATES: Readonly<Record<DieKind, string>> = {
  cut: 'CutContour',
  crease: 'Crease',
  fold: 'Fold',
  perforate: 'Perf',
  drill: 'Drill',
  glue: 'Glue',
};

export const DieStepFile = z.strictObject({
  step: z.enum(DIE_KINDS, `write one of: ${DIE_KINDS.join(', ')}`),
  shapes: z.array(DieShape, 'list the lines').min(1, 'list at least one line'),
});

/** One processing step, and where. */
export interface DieStep {
  readonly step: DieKind;
  readonly shapes: readonly DieShape[];
}
