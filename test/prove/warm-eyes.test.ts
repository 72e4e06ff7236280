import { expect, test } from 'vitest';
import { installedEyes } from '../../src/prove/installed-eyes.js';
import { warmEyes } from '../../src/prove/warm-eyes.js';

test('both programs can look at the page that they are warmed up with', async () => {
  expect(await warmEyes(installedEyes())).toBe(true);
});
