import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashes, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

/** Leaflets of the campaign: enough that workers get several chunks each. */
const PHONES = 90;
const PARTS = 8;

/** Nine processes one after another, milliseconds. */
const LONG = 240_000;

const NETWORKS = ['ee', 'three', 'o2'];
const SHOPS = ['Leeds', 'York', 'Hull', 'Derby'];

const catalogue = [
  'sku,maker,model,os,network,box,quantity,shop',
  ...Array.from({ length: PHONES }, (_, at) => {
    const system = at % 2 === 0 ? 'ios' : 'android';
    const network = NETWORKS[at % NETWORKS.length];
    return `P${at},Maker,Model ${at},${system},${network},165 x 85 x 30,10,${SHOPS[at % SHOPS.length]}`;
  }),
  '',
].join('\n');

const cwd = smallWorkspace({ 'campaigns/small/phones.csv': catalogue });
const cache = join(cwd, 'cache');

/** Builds into a folder and gives the hash of every leaflet and of the manifest. */
function built(name: string, args: readonly string[], TZ = 'UTC'): Record<string, string> {
  const env = { TZ, SAFELEAF_CACHE: cache };
  const ended = safeleaf(['build', 'small', '--out', name, ...args], { cwd, env });
  expect(ended.err).not.toContain('error');
  expect(ended.code).toBe(0);
  return made(name);
}

const made = (name: string): Record<string, string> => {
  const { 'findings.json': _, ...files } = hashes(join(cwd, name));
  return files;
};

describe.each([
  { kind: 'separate files', args: [] },
  { kind: 'one file', args: ['--one-file'] },
])('$kind: one set of hashes', ({ kind, args }) => {
  const named = (name: string) => `${kind.replace(' ', '-')}-${name}`;
  let whole: Record<string, string>;

  beforeAll(() => {
    whole = built(named('whole'), [...args, '--jobs', '1', '--no-cache']);
    const pdfs = Object.keys(whole).filter((file) => file.endsWith('.pdf'));
    expect(pdfs.length).toBe(args.length === 0 ? 2 * PHONES : 2);
  });

  test.each(['2', '4'])('with %s workers', (jobs) => {
    expect(built(named(`jobs-${jobs}`), [...args, '--jobs', jobs, '--no-cache'])).toEqual(whole);
  });

  test.each(['Asia/Tokyo', 'America/St_Johns', 'Pacific/Kiritimati'])('in %s', (zone) => {
    const name = named(zone.replace('/', '-'));
    expect(built(name, [...args, '--no-cache'], zone)).toEqual(whole);
  });

  test('with an empty cache, then from the full one, and from it in another zone', () => {
    expect(built(named('cold'), args)).toEqual(whole);
    expect(built(named('warm'), args)).toEqual(whole);
    expect(built(named('warm-west'), args, 'America/St_Johns')).toEqual(whole);
  });

  test('as the only shard of one', () => {
    expect(built(named('1-of-1'), [...args, '--shard', '1/1'])).toEqual(whole);
  });
});

describe(`${PARTS} shards`, () => {
  test(
    'of separate files, merged, are the run in one piece',
    () => {
      const whole = made('separate-files-whole');
      const parts = Array.from({ length: PARTS }, (_, at) => `part-${at + 1}`);
      for (const [at, part] of parts.entries())
        built(part, ['--shard', `${at + 1}/${PARTS}`, '--jobs', at % 2 === 0 ? '1' : '2']);
      expect(safeleaf(['merge', ...parts, '--out', 'merged'], { cwd }).code).toBe(0);
      expect(made('merged')).toEqual(whole);
    },
    LONG,
  );
});
