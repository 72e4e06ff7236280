/** Steps in a millimetre that positions keep: Yoga counts in 32-bit floats, whose noise on a sheet is a tenth of this. */
const STEPS = 1000;

/** A double's own noise, in steps. */
const NOISE = 1e-6;

/** A length in mm without the noise of 32-bit floats, so that equal panels get equal positions. */
export const precise = (value: number): number => Math.round(value * STEPS) / STEPS + 0;

/** The next length that is no smaller: a box made for a text must not be a hair narrower than it. */
export const preciseUp = (value: number): number => Math.ceil(value * STEPS - NOISE) / STEPS;
