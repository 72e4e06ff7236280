import fc from 'fast-check';

/** How many times as many cases as usual: `SAFELEAF_FUZZ_RUNS=50 npx vitest run test/sources/fuzz.test.ts`. */
const TIMES = Number(process.env.SAFELEAF_FUZZ_RUNS ?? (process.env.FULL === '1' ? 20 : 1));
if (!(TIMES >= 1)) throw new Error('SAFELEAF_FUZZ_RUNS is a number of times, 1 or more');

/** A plain run tries the same cases every time. A longer one tries others; a failure's message names its seed. */
const SEED = process.env.SAFELEAF_FUZZ_SEED ?? (TIMES > 1 ? undefined : 20261124);

fc.configureGlobal(SEED === undefined ? {} : { seed: Number(SEED) });

/** The number of cases to try where `usual` are tried in a plain run. */
export const fuzzRuns = (usual: number): number => Math.ceil(usual * TIMES);
