import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld } from '../src/outside.js';
import { fakeWorld } from './support/fake-world.js';
import { fuzzRuns } from './support/fuzz-runs.js';

let root = '';

const FILES = {
  'workspace/campaigns/own/campaign.yaml': 'own',
  'workspace/brand-kits/kite/brand.json': 'the shop’s',
  'workspace/notes.txt': 'notes',
  'package/brand-kits/kite/brand.json': 'shipped',
  'package/brand-kits/northstar/brand.json': 'shipped',
  'package/package.json': 'not for workspaces',
  'package/node_modules/a-font/a.ttf': 'font',
  'secret.txt': 'secret',
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'safeleaf-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(root, 'secret.txt'), join(root, 'workspace/link.txt'));
  symlinkSync(root, join(root, 'workspace/campaigns/up'));
  symlinkSync(join(root, 'workspace/notes.txt'), join(root, 'workspace/inner.txt'));
});

afterAll(() => rmSync(root, { recursive: true }));

const world = (today?: string) =>
  openWorld({ workspace: join(root, 'workspace'), packageRoot: join(root, 'package'), today });

const read = (path: string): string => {
  const found = world().read(path);
  return found.kind === 'bytes' ? new TextDecoder().decode(found.bytes) : found.kind;
};

describe('the real world', () => {
  test('gives the workspace’s file before the shipped one, and the shipped one behind it', () => {
    expect(read('brand-kits/kite/brand.json')).toBe('the shop’s');
    expect(read('brand-kits/northstar/brand.json')).toBe('shipped');
    expect(read('brand-kits/nobody/brand.json')).toBe('missing');
  });

  test('gives no file of the package that it does not ship', () => {
    expect(read('package.json')).toBe('missing');
  });

  test.each([
    '../secret.txt',
    'campaigns/../../secret.txt',
    'campaigns\\..\\..\\secret.txt',
    '/etc/passwd',
    'C:\\secret.txt',
    'C:secret.txt',
    '\\\\server\\share',
    'link.txt',
    'campaigns/up/secret.txt',
    'notes.txt\0',
    '',
  ])('refuses %j, which leads out of the workspace', (path) => {
    expect(read(path)).toBe('outside');
  });

  test('follows a link that stays inside', () => {
    expect(read('inner.txt')).toBe('notes');
  });

  test('says how large a file is that is over the limit, and does not read it', () => {
    expect(world().read('notes.txt', 4)).toEqual({ kind: 'too-large', size: 5, limit: 4 });
  });

  test('calls a folder a folder', () => {
    expect(world().read('campaigns')).toEqual({ kind: 'unreadable', why: 'it is a folder' });
  });

  test('lists workspace and package together, sorted, each path once, no links', () => {
    expect(world().list('brand-kits/*/brand.json')).toEqual([
      'brand-kits/kite/brand.json',
      'brand-kits/northstar/brand.json',
    ]);
    expect(world().list('**/*.txt')).toEqual(['notes.txt']);
    expect(world().list('../*')).toEqual([]);
    expect(world().list('/*')).toEqual([]);
  });

  test('lists nothing behind a linked folder that leads out, even where the pattern names it', () => {
    expect(world().list('campaigns/up/secret.txt')).toEqual([]);
    expect(world().list('campaigns/up/*.txt')).toEqual([]);
  });

  test('gives files of installed packages, and nothing beside them', () => {
    expect(world().readPackage('a-font/a.ttf').kind).toBe('bytes');
    expect(world().readPackage('../package.json').kind).toBe('outside');
    expect(world().readPackage('a-font/none.ttf').kind).toBe('missing');
  });

  test('keeps the day that it is given, and else has a day', () => {
    expect(world('2026-11-23').today).toBe('2026-11-23');
    expect(world().today).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('any path and any pattern at all give an answer, never an exception, never the secret', () => {
    const steps = fc.constantFrom(
      '..',
      '.',
      'campaigns',
      'up',
      'link.txt',
      'secret.txt',
      '~',
      '{a,',
    );
    const path = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(steps, { maxLength: 6 }).map((it) => it.join('/')),
    );
    fc.assert(
      fc.property(path, (it) => {
        expect(read(it)).not.toBe('secret');
        expect(world().list(it).join()).not.toContain('secret');
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
});

test('the world of a test lists and reads as the real one does', () => {
  const files = Object.fromEntries(
    Object.entries(FILES)
      .filter(([path]) => path.startsWith('workspace/'))
      .map(([path, text]) => [path.slice('workspace/'.length), text]),
  );
  const fake = fakeWorld(files);
  const patterns = ['**/*.txt', 'campaigns/*/campaign.yaml', 'notes.txt', 'brand-kits/{kite,x}/*'];
  const real = openWorld({ workspace: join(root, 'workspace'), packageRoot: join(root, 'none') });
  for (const pattern of patterns) expect(fake.list(pattern)).toEqual(real.list(pattern));
  expect(fake.read('notes.txt', 4)).toEqual(real.read('notes.txt', 4));
  expect(fake.read('../secret.txt').kind).toBe('outside');
});
