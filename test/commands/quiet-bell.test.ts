import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { QuietBell } from '../../src/commands/quiet-bell.js';

test('a save in several steps is heard once, when it is over', async () => {
  const bell = new QuietBell();
  let heard = 0;
  const waiting = bell.heard().then(() => {
    heard += 1;
  });
  for (let step = 0; step < 5; step += 1) {
    bell.ring();
    await setTimeout(2);
  }
  expect(heard).toBe(0);
  await waiting;
  expect(heard).toBe(1);
});

test('a save while nobody listens is heard afterwards, and only once', async () => {
  const bell = new QuietBell();
  bell.ring();
  bell.ring();
  await bell.heard();
  const again = bell.heard().then(() => 'heard');
  expect(await Promise.race([again, setTimeout(100, 'quiet')])).toBe('quiet');
});

test('a bell that never stops is heard all the same', async () => {
  const bell = new QuietBell();
  const rings = setInterval(() => bell.ring(), 1);
  await bell.heard();
  clearInterval(rings);
});
