import { expect, test } from 'vitest';
import { answersOf, ReadNotes } from '../../src/cache/reads.js';
import type { FileRead, World } from '../../src/world.js';

const files: Record<string, string> = { 'a.yaml': 'one', 'b.yaml': 'two' };

function world(changed: Partial<Record<string, FileRead>> = {}, today = '2026-11-23'): World {
  const read = (path: string): FileRead =>
    changed[path] ??
    (files[path] === undefined
      ? { kind: 'missing' }
      : { kind: 'bytes', bytes: Buffer.from(files[path]) });
  return {
    today,
    read,
    list: (pattern) => (changed[pattern] ? ['c.yaml'] : Object.keys(files)),
    readPackage: (specifier) => read(specifier),
  };
}

function noted(): ReadNotes {
  const notes = new ReadNotes();
  const asked = notes.world(world());
  asked.read('a.yaml');
  asked.read('a.yaml', 10);
  asked.read('b.yaml', Number.POSITIVE_INFINITY);
  asked.read('not-there.yaml');
  asked.list('*.yaml');
  asked.readPackage('font/a.ttf');
  return notes;
}

const other: FileRead = { kind: 'bytes', bytes: Buffer.from('another') };

test('the same answers give the same hash, also from questions that were kept as JSON', () => {
  const notes = noted();
  const reads = JSON.parse(JSON.stringify(notes.reads));
  expect(reads).toHaveLength(6);
  expect(answersOf(reads, world())).toBe(notes.answers);
});

test.each([
  ['a file says something else', { 'a.yaml': other }],
  ['a file that was there is gone', { 'b.yaml': { kind: 'missing' } as FileRead }],
  ['a file that was missing is there', { 'not-there.yaml': other }],
  ['a file may not be read', { 'a.yaml': { kind: 'unreadable', why: 'no' } as FileRead }],
  ['a list has another file', { '*.yaml': other }],
  ['a package has the font now', { 'font/a.ttf': other }],
])('%s: the hash is another', (_, changed) => {
  const notes = noted();
  expect(answersOf(notes.reads, world(changed))).not.toBe(notes.answers);
});

test('a run hangs on the day only if it has asked for it', () => {
  const notes = noted();
  const tomorrow = world({}, '2026-11-24');
  expect(answersOf(notes.reads, tomorrow)).toBe(notes.answers);
  expect(notes.world(world()).today).toBe('2026-11-23');
  expect(answersOf(notes.reads, tomorrow)).not.toBe(notes.answers);
  expect(answersOf(notes.reads, world())).toBe(notes.answers);
});

test('an answer that changes while the run goes on is noticed', () => {
  const notes = noted();
  expect(notes.isSteady).toBe(true);
  notes.world(world({ 'a.yaml': other })).read('a.yaml');
  expect(notes.isSteady).toBe(false);
});
