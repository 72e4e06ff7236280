import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventsOf, hashes, readJson, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const cwd = smallWorkspace();
const out = (name: string): string => join(cwd, name);
let whole: Record<string, string>;

beforeAll(() => {
  const ended = safeleaf(['build', 'small', '--out', 'whole'], { cwd });
  expect(ended.err).toContain('6 leaflets in whole/print');
  expect(ended.code).toBe(0);
  expect(ended.out.trim().split('\n')).toHaveLength(6);
  whole = hashes(out('whole'));
});

describe('build', () => {
  test('lists every leaflet in a manifest that says it is complete', () => {
    const manifest = readJson(out('whole'), 'manifest.json');
    expect(manifest.complete).toBe(true);
    for (const { file, sha256 } of manifest.leaflets) expect(whole[file]).toBe(sha256);
  });

  test('gives the same bytes in Tokyo and in St John’s', () => {
    for (const TZ of ['Asia/Tokyo', 'America/St_Johns']) {
      const name = TZ.replace('/', '-');
      expect(safeleaf(['build', 'small', '--out', name], { cwd, env: { TZ } }).code).toBe(0);
      expect(hashes(out(name))).toEqual(whole);
    }
  });

  test('in two shards makes the leaflets of the whole, byte for byte', () => {
    const pdfs = (all: Record<string, string>) =>
      Object.entries(all).filter(([file]) => file.endsWith('.pdf'));
    for (const part of ['1/2', '2/2'])
      expect(
        safeleaf(['build', 'small', '--out', part.slice(0, 1), '--shard', part], { cwd }).code,
      ).toBe(0);
    const both = [...pdfs(hashes(out('1'))), ...pdfs(hashes(out('2')))];
    expect(both.sort()).toEqual(pdfs(whole).sort());
  });

  test('--json prints an object a line', () => {
    const ended = safeleaf(['build', 'small', '--out', 'json', '--json'], { cwd });
    const made = eventsOf(ended.out).filter(({ event }) => event === 'made');
    expect(made).toHaveLength(6);
  });

  test('an output that is a file is a finding, not an exception', () => {
    writeFileSync(out('a-file'), '');
    const ended = safeleaf(['build', 'small', '--out', 'a-file'], { cwd });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('error[output/not-writable]');
  });

  test('an unknown campaign is a finding, an unknown option wrong use', () => {
    expect(safeleaf(['check', 'smal'], { cwd }).code).toBe(1);
    expect(safeleaf(['build', 'small', '--drafts'], { cwd }).code).toBe(2);
    expect(safeleaf(['bild'], { cwd }).code).toBe(2);
  });

  test('drafts have a folder of their own, with pictures', () => {
    expect(safeleaf(['build', 'small', '--draft'], { cwd }).code).toBe(0);
    expect(existsSync(join(cwd, 'out/small/draft/contact-sheet.png'))).toBe(true);
    expect(existsSync(join(cwd, 'out/small/print'))).toBe(false);
  });

  test('what was made is read back as it was made', () => {
    const ended = safeleaf(['verify', 'whole'], { cwd });
    expect(ended.err).toContain('6 of 6 files show what was made');
    expect(ended.code).toBe(0);
  });
});

describe('verify --rules', () => {
  test('judges a file without its manifest by what it claims, or by what is asked', () => {
    const [file = ''] = Object.keys(whole).filter((it) => it.endsWith('.pdf'));
    mkdirSync(out('alone'));
    copyFileSync(join(out('whole'), file), out('alone/one.pdf'));
    expect(safeleaf(['verify', 'alone/one.pdf'], { cwd }).err).toContain('verify/no-manifest');

    const claimed = safeleaf(['verify', '--rules', 'claimed', 'alone'], { cwd });
    expect(claimed.err).toContain('1 of 1 files keep the rules; no word was compared');
    expect(claimed.code).toBe(0);

    const other = safeleaf(['verify', '--rules', 'pdfua', '--json', 'alone/one.pdf'], { cwd });
    expect(other.code).toBe(1);
    const found = eventsOf(other.out).filter(({ event }) => event === 'finding');
    expect(found).toContainEqual(expect.objectContaining({ code: 'rule/pdfua', rule: '7.1-11' }));
  });
});
