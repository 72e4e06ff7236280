import { defineConfig } from 'vitest/config';

const IS_LONG = process.env.FULL === '1' || process.env.SAFELEAF_FUZZ_RUNS !== undefined;

export default defineConfig({
  test: {
    setupFiles: ['test/support/fuzz-runs.ts'],
    // A run of a test makes everything, unless the test is about what is kept between runs.
    env: { SAFELEAF_CACHE: 'off' },
    include: ['test/**/*.test.ts'],
    // Long fuzz runs (test/support/fuzz-runs.ts) take as long as they take.
    testTimeout: IS_LONG ? 3_600_000 : 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
