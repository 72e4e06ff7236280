import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYamlFile } from '../../src/sources/read-yaml-file.js';
import { fakeWorld } from '../support/fake-world.js';

const CODES = {
  missing: 'campaign/missing',
  unreadable: 'campaign/unreadable',
  wrong: 'campaign/field',
  kind: 'campaign',
} as const;

const Schema = z.strictObject({
  title: z.string('write a title'),
  dial: z.string('write the digits').optional(),
  size: z.number().optional(),
  lists: z.array(z.strictObject({ name: z.string('write a name') })).optional(),
  either: z.union([z.string(), z.strictObject({ file: z.string('name a file') })]).optional(),
});

function read(text: string | Uint8Array, name = 'a.yaml') {
  const { value, findings } = readYamlFile(fakeWorld({ [name]: text }), name, Schema, CODES);
  const told = findings.map(({ at, code, problem, fix }) => [at.line, code, problem, fix]);
  return { value, told };
}

describe('a file that a person writes', () => {
  test('keeps the line of every value', () => {
    const { value } = read('title: "x"\nlists:\n  - name: "a"\n  - name: >\n      b\n');
    expect(value?.value.title).toBe('x');
    expect(value?.locate(['lists', 1, 'name'])).toMatchObject({ file: 'a.yaml', line: 4 });
    expect(value?.locate(['lists']).line).toBe(2);
    expect(value?.locate(['nothing', 'here']).line).toBe(1);
  });

  test('may be JSON, with tabs, and keeps its lines too', () => {
    const { value } = read(
      '{\n\t"title": "x",\n\t"lists": [\n\t\t{ "name": "a" }\n\t]\n}\n',
      'a.json',
    );
    expect(value?.locate(['lists', 0, 'name']).line).toBe(4);
  });

  test('a number without quotes is shown as it was typed, leading zero and all', () => {
    expect(read('title: x\ndial: 08001111\n').told).toEqual([
      [
        2,
        'campaign/field',
        'dial is "08001111"',
        'write the digits; put it in quotes: YAML reads it as a number and drops leading zeros',
      ],
    ]);
  });

  test('a field in the wrong place is answered with those that may stand there', () => {
    expect(read('title: x\nlists:\n  - nam: b\n').told).toEqual([
      [3, 'campaign/field', 'lists[0].name is missing', 'write a name'],
      [
        3,
        'campaign/field',
        '"nam" is no field of lists[0]',
        'did you mean "name"? If not, name one of: name',
      ],
    ]);
  });

  test('no wording of a library reaches the reader, even where a schema has no message', () => {
    const { told } = read('title: x\nsize: big\neither: { fil: a }\n');
    expect(told.map(([, , , fix]) => fix).join()).not.toMatch(/invalid|expected|received/i);
    expect(told[0]).toEqual([
      2,
      'campaign/field',
      'size is "big"',
      'write a number here, without quotes',
    ]);
  });

  test.each([
    ['title: *x\n', 1, 'yaml/alias'],
    ['title: &x "a"\n', 1, 'yaml/alias'],
    ['title: !!binary aGk=\n', 1, 'yaml/tag'],
    ['title: !include /etc/passwd\n', 1, 'yaml/tag'],
    ['title: x\n__proto__: { a: 1 }\n', 2, 'yaml/reserved-key'],
    ['title: "\\uD800"\n', 1, 'text/hidden-character'],
    ['title: "a\\u202Eb"\n', 1, 'text/hidden-character'],
    ['title: "a\\u0000b"\n', 1, 'text/hidden-character'],
    ['title: x\ntitle: y\n', 2, 'campaign/unreadable'],
    ['title: "x\n', 1, 'campaign/unreadable'],
    ['title: x\n\tlists: y\n', 2, 'campaign/unreadable'],
    ['title: x\n---\ntitle: y\n', 2, 'campaign/unreadable'],
    ['title: a: b\n', 1, 'campaign/unreadable'],
    ['1: x\n', 1, 'campaign/unreadable'],
    ['? [a]\n: x\n', 1, 'campaign/unreadable'],
    ['title: x\0\n', 1, 'campaign/unreadable'],
    ['', 1, 'campaign/field'],
    ['just words', 1, 'campaign/field'],
  ])('%j is refused in line %d as %s', (text, line, code) => {
    const { value, told } = read(text);
    expect(value).toBeUndefined();
    expect(told.map((it) => [it[0], it[1]])).toContainEqual([line, code]);
  });

  test('a bomb of shorthands goes off nowhere', () => {
    const levels = Array.from({ length: 30 }, (_, index) =>
      index === 0 ? 'a0: &a0 [x, x]' : `a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`,
    );
    const { value, told } = read(levels.join('\n'));
    expect(value).toBeUndefined();
    expect(told[0]?.[1]).toBe('yaml/alias');
  });

  test('fifty thousand brackets are no reason to stop with an exception', () => {
    expect(read('['.repeat(50_000)).value).toBeUndefined();
    expect(read(`title: ${'{a: '.repeat(20_000)}`).value).toBeUndefined();
  });

  test('bytes that are no UTF-8 are refused with the way to save it', () => {
    expect(read(new Uint8Array([0x74, 0xe9, 0x3a])).told[0]?.[3]).toContain('encoding UTF-8');
  });
});
