import { expect, test } from 'vitest';
import { keptReads } from '../../src/sources/kept-reads.js';
import { recordingWorld } from '../../src/sources/recording-world.js';
import { seenWorld } from '../../src/sources/seen-world.js';
import { openWorkshop } from '../../src/units/workshop.js';
import type { World } from '../../src/world.js';
import { fakeWorld } from '../support/fake-world.js';

/** Reads a list of files, the first of them, and one that is named in it. */
function read(world: World): object {
  const [first = 'none'] = world.list('decks/*.txt');
  const text = world.read(first);
  const named = text.kind === 'bytes' ? new TextDecoder().decode(text.bytes) : '';
  return { named: world.read(named).kind };
}

test('what was read is kept while every file and list that it came from is as it was', () => {
  const workshop = openWorkshop();
  const once = (files: Record<string, string>) =>
    keptReads(fakeWorld(files), workshop).once('decks', [], read);
  const files = { 'decks/a.txt': 'other', other: '1', unread: '1' };
  const made = once(files);
  expect(once({ ...files, unread: '2' })).toBe(made);
  const others = [
    { ...files, 'decks/a.txt': 'gone' },
    { ...files, 'decks/b.txt': '' },
    { 'decks/a.txt': 'other' },
    { ...files, other: '2' },
  ];
  for (const it of others) expect(once(it)).not.toBe(made);
});

test('the day counts where it was asked for', () => {
  const workshop = openWorkshop();
  const once = (today: string, read: (world: World) => object) =>
    keptReads(fakeWorld({}, { today }), workshop).once('day', [read], read);
  const [asks, askNot] = [({ today }: World) => ({ today }), () => ({})];
  expect(once('2026-01-01', asks)).not.toBe(once('2026-01-02', asks));
  expect(once('2026-01-01', askNot)).toBe(once('2026-01-02', askNot));
});

test('what is kept stands all the same in the list of what was read, also where one reading lies in another', () => {
  const workshop = openWorkshop();
  const files = { 'decks/a.txt': 'other', other: '1' };
  const inputs = () => {
    const world = recordingWorld(fakeWorld(files));
    keptReads(world, workshop).once('outer', [], (from) =>
      keptReads(from, workshop).once('inner', [], read),
    );
    return world.inputs().map(({ file }) => file);
  };
  expect(inputs()).toEqual(['decks/a.txt', 'other']);
  expect(inputs()).toEqual(['decks/a.txt', 'other']);
});

test('a run sees each file once, and says afterwards what it would read otherwise', () => {
  const before = seenWorld(fakeWorld({ a: '1', b: '1', 'decks/x.txt': '' }));
  before.read('a');
  before.read('missing');
  before.list('decks/*.txt');
  const same = { a: '1', b: '2', 'decks/x.txt': 'changed, and only listed' };
  expect(before.changed(fakeWorld(same))).toEqual([]);
  before.forget();
  expect(before.changed(fakeWorld({ ...same, a: '2' }))).toEqual(['a']);
  expect(before.changed(fakeWorld({ b: '1', 'decks/x.txt': '' }))).toEqual(['a']);
  expect(before.changed(fakeWorld({ ...same, missing: '' }))).toEqual(['missing']);
  expect(before.changed(fakeWorld({ a: '1', 'decks/y.txt': '' }))).toEqual([
    'decks/x.txt',
    'decks/y.txt',
  ]);
});

test('a file that changes in the middle of a run is read as it was at first, and told afterwards', () => {
  const files = { a: '1' };
  const seen = seenWorld({ ...fakeWorld({}), read: (path) => fakeWorld(files).read(path) });
  const first = seen.read('a');
  files.a = '2';
  expect(seen.read('a')).toBe(first);
  expect(seen.read('a', 5)).toBe(first);
  expect(seen.read('a', 0)).toEqual({ kind: 'too-large', size: 1, limit: 0 });
  expect(seen.changed(fakeWorld(files))).toEqual(['a']);
});
