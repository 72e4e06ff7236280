import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { eventsOf, hashes, readJson, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const cwd = smallWorkspace();
const out = (name: string): string => join(cwd, name);
const pdfs = (name: string): string[] =>
  readdirSync(out(`${name}/print`)).filter((it) => it.endsWith('.pdf'));

beforeAll(() => {
  const ended = safeleaf(['build', 'small', '--out', 'many', '--one-file'], { cwd });
  expect(ended.err).toContain('6 leaflets in many/print');
  expect(ended.code).toBe(0);
});

describe('build --one-file', () => {
  test('makes one file for each leaflet, brand and locale, with a record a phone', () => {
    const { complete, planned, files, leaflets } = readJson(out('many'), 'manifest.json');
    expect(complete).toBe(true);
    expect(leaflets).toHaveLength(planned);
    expect(files.map(({ file }: { file: string }) => file.replace('print/', '')).sort()).toEqual(
      pdfs('many').sort(),
    );
    const made = hashes(out('many'));
    for (const { file, sha256, records } of files) {
      expect(made[file]).toBe(sha256);
      const mine = leaflets.filter((it: { file: string }) => it.file === file);
      expect(mine.map(({ record }: { record: number }) => record)).toEqual(
        Array.from({ length: records }, (_, at) => at + 1),
      );
    }
  });

  test('gives the same bytes again, and leaves nothing unfinished', () => {
    expect(safeleaf(['build', 'small', '--out', 'again', '--one-file'], { cwd }).code).toBe(0);
    expect(hashes(out('again'))).toEqual(hashes(out('many')));
    expect(readdirSync(out('again/print')).filter((it) => !it.endsWith('.pdf'))).toEqual([]);
  });

  test('gives the parts of a shard names of their own', () => {
    const args = ['build', 'small', '--out', 'part', '--one-file', '--shard', '2/2'];
    expect(safeleaf(args, { cwd }).code).toBe(0);
    expect(pdfs('part').length).toBeGreaterThan(0);
    for (const file of pdfs('part')) expect(file).toContain('_part-2-of-2.pdf');
  });

  test('takes away the files of their own that an earlier run made', () => {
    expect(safeleaf(['build', 'small', '--out', 'both'], { cwd }).code).toBe(0);
    const ended = safeleaf(['build', 'small', '--out', 'both', '--one-file'], { cwd });
    expect(ended.code).toBe(0);
    expect(pdfs('both').sort()).toEqual(pdfs('many').sort());
  });
});

describe('verify', () => {
  test('reads every leaflet of the file back', () => {
    const ended = safeleaf(['verify', 'many'], { cwd });
    expect(ended.err).toContain(`${pdfs('many').length} of ${pdfs('many').length} files show`);
    expect(ended.code).toBe(0);
  });

  test('finds a leaflet whose own words were changed, and names it', () => {
    expect(safeleaf(['build', 'small', '--out', 'changed', '--one-file'], { cwd }).code).toBe(0);
    const [file = ''] = pdfs('changed');
    const path = out(`changed/print/${file}`);
    const bytes = readFileSync(path);
    // A leaflet's own content, not compressed: two glyphs of its first slot change places.
    const text = bytes.toString('latin1');
    const own = [...text.matchAll(/stream\nq [\s\S]*?endstream/g)].findLast(
      ([content]) => content.split('BT').length > 2,
    );
    const glyphs = /<([0-9A-F]{4})([0-9A-F]{4})/.exec(own?.[0] ?? '');
    if (!own || !glyphs) throw new Error('no leaflet has words of its own');
    const [, one, two] = glyphs;
    bytes.write(`${two}${one}`, own.index + glyphs.index + 1, 'latin1');
    writeFileSync(path, bytes);
    const ended = safeleaf(['verify', 'changed', '--json'], { cwd });
    expect(ended.code).toBe(1);
    const found = eventsOf(ended.out).filter(({ event }) => event === 'finding');
    expect(found.map(({ code }) => code)).toContain('prove/word');
    expect(found.map((it) => JSON.stringify(it)).join()).toMatch(/, leaflet \d+"/);
  });

  test.skipIf(!hasProgram('qpdf'))(needing('qpdf', 'and qpdf finds the file sound'), () => {
    for (const file of pdfs('many')) {
      const { status, out: said, err } = runProgram('qpdf', ['--check', out(`many/print/${file}`)]);
      expect(status, said + err).toBe(0);
    }
  });
});
