import { expect, test } from 'vitest';
import { type ReadBack, readBackHere } from '../../src/batch/read-back.js';
import { readBackOnce } from '../../src/batch/read-back-once.js';
import { memoryStore, type Store } from '../../src/cache/store.js';
import { type Finding, finding } from '../../src/diagnostics/finding.js';
import { openProver } from '../../src/prove/open-prover.js';
import { card, cardLeaflet, front, line, printed } from '../prove/support/card.js';
import { fakeWorld } from '../support/fake-world.js';

const form = card();
const { bytes } = printed(form);
const asked = { bytes, leaflet: cardLeaflet(), form, known: new Set<string>(), isJudged: true };
type Asked = Parameters<ReadBack>[0];

const FAULT = finding('prove/word', { file: 'card.pdf' }, 'a word is missing', 'build again');

/** Reads back as told, and counts how often it was asked. */
function reader(store: Store | undefined, findings: readonly Finding[] = []) {
  const read: Asked[] = [];
  const known = { files: 0 };
  const readBack: ReadBack = async (it) => {
    read.push(it);
    return findings;
  };
  const onKnown = () => {
    known.files += 1;
  };
  return { read, known, readBack: readBackOnce(readBack, store, onKnown) };
}

test('bytes in which nothing was found are not read again, by this run or the next', async () => {
  const store = memoryStore();
  const first = reader(store);
  expect(await first.readBack(asked)).toEqual([]);
  expect(await first.readBack({ ...asked, bytes: Uint8Array.from(bytes) })).toEqual([]);
  expect(first.read).toHaveLength(1);
  expect(first.known.files).toBe(1);
  const next = reader(store, [FAULT]);
  // Made anew from the same campaign: the same in other objects.
  expect(await next.readBack({ ...asked, form: card(), leaflet: cardLeaflet() })).toEqual([]);
  expect(next.read).toHaveLength(0);
  expect(next.known.files).toBe(1);
});

const withWord = (text: string) => {
  const { items } = front();
  return card({ front: front({ items: [...items, line(text, 20, 60, { kind: 'marker' })] }) });
};

const otherByte = Uint8Array.from(bytes);
otherByte[bytes.length - 20] = (otherByte[bytes.length - 20] ?? 0) ^ 1;

const { leaflet } = asked;
const phone = { ...leaflet.phone, model: `${leaflet.phone.model} Plus` };

test.each<[string, Partial<Asked>]>([
  ['one byte is another', { bytes: otherByte }],
  ['a word of a panel is another', { form: withWord('other') }],
  ['a draft was asked for', { form: { ...form, isDraft: true } }],
  ['the phone is another', { leaflet: { ...leaflet, phone } }],
  ['the job code is another', { leaflet: { ...leaflet, jobCode: 'SL-0000-0000' } }],
  ['another panel is known already', { known: new Set(['back-1']) }],
  ['the rules were not asked', { isJudged: false }],
])('they are read where %s', async (_, change) => {
  const store = memoryStore();
  await reader(store).readBack(asked);
  const { read, readBack } = reader(store, [FAULT]);
  expect(await readBack({ ...asked, ...change })).toEqual([FAULT]);
  expect(read).toHaveLength(1);
});

test('what found something is read again, and told again', async () => {
  const store = memoryStore();
  await reader(store, [FAULT]).readBack(asked);
  const { read, readBack } = reader(store, [FAULT]);
  expect(await readBack(asked)).toEqual([FAULT]);
  expect(read).toHaveLength(1);
});

test('an entry that says anything else, and a store that keeps nothing, leave it to be read', async () => {
  const other: Store = { get: () => new TextEncoder().encode('nothing was'), put: () => {} };
  for (const store of [other, undefined]) {
    const { read, readBack } = reader(store, [FAULT]);
    await readBack(asked);
    expect(await readBack(asked)).toEqual([FAULT]);
    expect(read).toHaveLength(2);
  }
});

test('a changed word is proven anew: its own finished bytes are right, those of the word before it are not', async () => {
  const store = memoryStore();
  const readBack = readBackOnce(readBackHere(await openProver({ world: fakeWorld({}) })), store);
  const before = { ...asked, isJudged: false };
  expect(await readBack(before)).toEqual([]);
  const changed = withWord('today');
  const own = printed(changed).bytes;
  const codes = async (it: Asked) => (await readBack(it)).map(({ code }) => code);
  expect(await codes({ ...before, form: changed })).toContain('prove/word');
  expect(await codes({ ...before, bytes: own })).toContain('prove/word');
  expect(await readBack({ ...before, form: changed, bytes: own })).toEqual([]);
});
