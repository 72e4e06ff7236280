import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const RUN = 'dist/run';
const STATIC = /^(?:import|export)\b[^;'"]*?["']([^"']+)["'];$/gm;

/** The files that are loaded with one, without those that are asked for later. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of readFileSync(join(RUN, file), 'utf8').matchAll(STATIC))
    if (name.startsWith('.')) loadedWith(join(dirname(file), name), seen);
    else seen.add(name);
  return seen;
}

const packagesOf = (file: string): readonly string[] =>
  [...loadedWith(file)].map((it) => /^packages\/(.+)\/all\.js$/.exec(it)?.[1] ?? it);

describe('what a run loads', () => {
  test('the version is all that --version says: V8 knows every flag that it is given', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(safeleaf(['--version'], { cwd: smallWorkspace() })).toEqual({
      code: 0,
      out: `${version}\n`,
      err: '',
    });
  });

  test('the command line alone is little: no command, no PDF, no font', () => {
    const loaded = packagesOf('cli.js');
    expect(loaded).toContain('commander');
    expect(loaded.filter((it) => /pdf|zod|yaml|harfbuzz|yoga/.test(it))).toEqual([]);
  });

  test('a build loads what reads and writes PDFs, and neither workbooks nor the parts of packages that it never calls', () => {
    const loaded = packagesOf('build/all.js');
    expect(loaded).toEqual(expect.arrayContaining(['pdfkit', '@cantoo-pdf-lib-core', 'zod']));
    const needless = ['@cantoo-pdf-lib', 'read-excel-file', 'fast-glob', 'fflate', 'sharp'];
    expect(loaded.filter((it) => needless.includes(it))).toEqual([]);
    const all = readdirSync(join(RUN, 'packages'));
    expect(all).toContain('pdfkit');
    expect(all.filter((it) => ['fontkit', 'brotli', 'png-js'].includes(it))).toEqual([]);
  });
});
