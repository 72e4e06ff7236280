import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { FolderHints } from '../../src/commands/folder-hints.js';

const home = mkdtempSync(join(tmpdir(), 'safeleaf-hints-'));
const onHint = vi.fn();
let hints: FolderHints | undefined;

afterEach(() => {
  hints?.close();
  for (const name of ['words', 'out']) rmSync(join(home, name), { recursive: true, force: true });
});

function watchWords(): FolderHints {
  hints = new FolderHints(home, ['words'], onHint);
  onHint.mockClear();
  return hints;
}

const hinted = () => vi.waitFor(() => expect(onHint).toHaveBeenCalled(), 5_000);

test('a save deep in a folder gives a hint, and so does one by rename', async () => {
  mkdirSync(join(home, 'words/en'), { recursive: true });
  watchWords();
  writeFileSync(join(home, 'words/en/deck.yaml'), 'one');
  await hinted();
  writeFileSync(join(home, 'words/en/~deck'), 'two');
  onHint.mockClear();
  renameSync(join(home, 'words/en/~deck'), join(home, 'words/en/deck.yaml'));
  await hinted();
});

test('a folder that comes later is watched too, also one that comes again', async () => {
  const it = watchWords();
  for (const _ of [1, 2]) {
    onHint.mockClear();
    mkdirSync(join(home, 'words/en'), { recursive: true });
    await hinted();
    it.follow();
    onHint.mockClear();
    writeFileSync(join(home, 'words/en/deck.yaml'), 'one');
    await hinted();
    rmSync(join(home, 'words'), { recursive: true });
  }
});

test('what is written below a folder that holds no input gives no hint', async () => {
  mkdirSync(join(home, 'out/print'), { recursive: true });
  mkdirSync(join(home, 'words/node_modules'), { recursive: true });
  watchWords();
  writeFileSync(join(home, 'out/print/leaflet.pdf'), '');
  writeFileSync(join(home, 'words/node_modules/file'), '');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(onHint).not.toHaveBeenCalled();
});
