import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { hashes, safeleaf, smallWorkspace, startSafeleaf, write } from './support/run-safeleaf.js';
import { type Watching, watching } from './support/watching.js';

const STYLE = 'h1 { margin-bottom: 3.5mm; }\n';
const running: Watching[] = [];

afterAll(() => {
  for (const it of running) it.kill();
});

/** A workspace with files of its own in place of shipped ones, so that they can be edited. */
function deskWorkspace(): string {
  const cwd = smallWorkspace();
  const own = [
    'locales/en-GB/wallet.yaml',
    'locales/contacts/gb.yaml',
    'templates/receipt-wallet-insert/style.css',
    'brand-kits/kite/brand.json',
  ];
  for (const file of own) write(cwd, { [file]: readFileSync(file, 'utf8') });
  return cwd;
}

async function watch(cwd: string, ...args: readonly string[]): Promise<Watching> {
  const it = watching(['watch', 'small', '--json', ...args], { cwd });
  running.push(it);
  await it.round();
  return it;
}

describe('watch', () => {
  test('makes the drafts that build makes, and those of a changed row anew, byte for byte as a fresh build', async () => {
    const cwd = deskWorkspace();
    const it = await watch(cwd, '--out', 'kept');
    const phones = join(cwd, 'campaigns/small/phones.csv');
    writeFileSync(phones, readFileSync(phones, 'utf8').replace('Galaxy A17', 'Galaxy A27'));
    const round = await it.round();
    expect(round.changed).toEqual(['campaigns/small/phones.csv']);
    expect(round.made.filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(0);
    expect(round.made.every((file) => file.startsWith('kept/draft/'))).toBe(true);
    expect(round.done).toMatchObject({ ok: true, draft: true, leaflets: 6, made: 6 });
    safeleaf(['build', 'small', '--draft', '--out', 'fresh'], { cwd });
    expect(hashes(join(cwd, 'kept'))).toEqual(hashes(join(cwd, 'fresh')));
  });

  test('says which finding a save brings and which it mends, and keeps the last good files', async () => {
    const cwd = deskWorkspace();
    const it = await watch(cwd, '--out', 'kept', '--no-draft');
    const before = hashes(join(cwd, 'kept'));
    const style = join(cwd, 'templates/receipt-wallet-insert/style.css');
    const good = readFileSync(style, 'utf8');
    writeFileSync(style, `${good}\nh1 { colour: red }\n`);
    const broken = await it.round();
    expect(broken.done).toMatchObject({ ok: false, made: 0 });
    expect(broken.findings.length).toBeGreaterThan(0);
    expect(broken.made).toEqual([]);
    expect(hashes(join(cwd, 'kept'))).toEqual(before);
    writeFileSync(style, good);
    const mended = await it.round();
    expect(mended.gone).toEqual(broken.findings);
    expect(mended.findings).toEqual([]);
    expect(mended.done).toMatchObject({ ok: true, made: 6 });
    expect(mended.made).toEqual([]);
    expect(hashes(join(cwd, 'kept'))).toEqual(before);
  });

  test('a file saved by rename, a file that a glob finds, and one that is gone are seen; a save without a change, and a file nobody reads, are not', async () => {
    const cwd = deskWorkspace();
    const campaign = join(cwd, 'campaigns/small/campaign.yaml');
    const text = readFileSync(campaign, 'utf8');
    writeFileSync(campaign, text.replace('["phones.csv"]', '["*.csv"]'));
    const it = await watch(cwd, '--only', 'brand=kite');
    writeFileSync(campaign, readFileSync(campaign));
    write(cwd, { 'campaigns/small/notes.txt': 'nobody reads this' });
    const more = join(cwd, 'campaigns/small/more.csv');
    writeFileSync(
      `${more}~`,
      'sku,maker,model,os,network,box,quantity,shop\nNS-9,Nokia,G22,android,ee,160 x 80 x 28,5,Leeds\n',
    );
    renameSync(`${more}~`, more);
    const added = await it.round();
    expect(added.changed).toEqual(['campaigns/small/more.csv']);
    expect(added.done).toMatchObject({ leaflets: 4, made: 4 });
    rmSync(more);
    const gone = await it.round();
    expect(gone.changed).toEqual(['campaigns/small/more.csv']);
    expect(gone.done).toMatchObject({ leaflets: 3 });
  });

  test('a file that is saved again and again while leaflets are made ends as the last save has it', async () => {
    const cwd = deskWorkspace();
    await watch(cwd, '--out', 'kept');
    const phones = join(cwd, 'campaigns/small/phones.csv');
    const text = readFileSync(phones, 'utf8');
    for (let save = 1; save <= 8; save += 1) {
      writeFileSync(phones, text.replace('Galaxy A17', `Galaxy A${save}`));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    safeleaf(['build', 'small', '--draft', '--out', 'fresh'], { cwd });
    const fresh = hashes(join(cwd, 'fresh'));
    await vi.waitFor(() => expect(hashes(join(cwd, 'kept'))).toEqual(fresh), 30_000);
  });

  test('ends with 0 on Ctrl-C, and with 1 where there is no such campaign', async () => {
    const cwd = deskWorkspace();
    const it = await watch(cwd);
    it.interrupt();
    expect((await it.end).code).toBe(0);
    const unknown = await startSafeleaf(['watch', 'smal'], { cwd }).end;
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('campaign/missing');
  });

  test('tells a person what changed, what was made and why', async () => {
    const cwd = deskWorkspace();
    const it = watching(['watch', 'small', '--only', 'brand=kite'], { cwd });
    running.push(it);
    await it.says('Waiting for a save');
    appendFileSync(join(cwd, 'templates/receipt-wallet-insert/style.css'), STYLE);
    await it.says('changed: templates/receipt-wallet-insert/style.css');
    await it.says(' made in ');
    it.interrupt();
    const { out, err } = await it.end;
    expect(out).toBe('');
    expect(err).toContain('\ntemplates/receipt-wallet-insert/style.css\n');
  });
});
