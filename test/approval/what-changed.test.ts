import { expect, test } from 'vitest';
import { whatChanged } from '../../src/approval/what-changed.js';

test('of a list only the entry that differs is shown', () => {
  expect(whatChanged('- a\n- Stay calm.\n- c', '- a\n- Be cross.\n- c')).toEqual({
    approved: '- Stay calm.',
    now: '- Be cross.',
  });
});

test('an entry that was added or taken away is shown on its side', () => {
  expect(whatChanged('- a\n- c', '- a\n- b\n- c')).toEqual({ approved: '', now: '- b' });
  expect(whatChanged('- a\n- b\n- c', '- a\n- c')).toEqual({ approved: '- b', now: '' });
});

test('of a long paragraph the part round the change is shown', () => {
  const long = 'Talk to them often. '.repeat(20);
  const { approved, now } = whatChanged(`${long}Stay calm.`, `${long}Be cross.`);
  expect(approved).toMatch(/^….*Stay calm\.$/);
  expect(now).toMatch(/^….*Be cross\.$/);
  expect(now.length).toBeLessThan(170);
});
