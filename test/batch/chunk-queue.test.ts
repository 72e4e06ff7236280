import { expect, test } from 'vitest';
import { ChunkQueue } from '../../src/batch/chunk-queue.js';
import type { Chunk, WrittenLeaflet } from '../../src/batch/write-chunk.js';
import type { Leaflet } from '../../src/plan/plan.js';

const leaflets = Array.from({ length: 100 }, (_, at) => ({ fileName: `leaflet ${at}` }) as Leaflet);

/** A thread that answers when it is told to, in any order. */
class FakePool {
  readonly tasks: {
    readonly chunk: Chunk;
    readonly answer: (all?: readonly WrittenLeaflet[]) => void;
  }[] = [];
  most = 0;
  deaths = new Set<string>();

  run(chunk: Chunk): Promise<readonly WrittenLeaflet[] | undefined> {
    return new Promise((resolve) => {
      const task = {
        chunk,
        answer: () => {
          this.tasks.splice(this.tasks.indexOf(task), 1);
          const isDead = chunk.leaflets.some(({ path }) => this.deaths.has(path));
          resolve(isDead ? undefined : chunk.leaflets.map(({ path }) => written(path)));
        },
      };
      this.tasks.push(task);
      this.most = Math.max(this.most, this.tasks.length);
    });
  }
}

const written = (sha256: string): WrittenLeaflet => ({
  sha256,
  size: 1,
  standing: 'new',
  faults: [],
});

function queueOf(pool: FakePool, bounds: { chunk: number; out: number; held: number }) {
  let made = 0;
  const toSend = (leaflet: Leaflet) => {
    made += 1;
    const path = leaflet.fileName;
    const words = { title: '', id: '', contents: [] };
    const toWrite = { form: 'f', words, path, shown: path, earlier: undefined };
    return { leaflet, toWrite, findings: [] };
  };
  const queue = new ChunkQueue({ leaflets, toSend, formsOf: () => ({}) }, pool, bounds);
  return { queue, made: () => made };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('leaflets come back in the order of the plan, whichever thread is first', async () => {
  const pool = new FakePool();
  const { queue } = queueOf(pool, { chunk: 7, out: 3, held: 1000 });
  const names: string[] = [];
  const taken = (async () => {
    for await (const chunk of queue.returned())
      names.push(...chunk.map(({ written }) => written?.sha256 ?? 'none'));
  })();
  for (let turn = 0; turn < 100; turn += 1) {
    await settled();
    pool.tasks.at(turn % 2 === 0 ? -1 : 0)?.answer();
  }
  await taken;
  expect(names).toEqual(leaflets.map(({ fileName }) => fileName));
  expect(pool.most).toBe(3);
});

test('no more chunks are made than threads have room for, and than may be held', async () => {
  const pool = new FakePool();
  const { queue, made } = queueOf(pool, { chunk: 5, out: 4, held: 30 });
  const all = queue.returned();
  const first = all.next();
  await settled();
  expect([made(), pool.tasks.length]).toEqual([20, 4]);
  // The first chunk stays out: what comes back behind it is held, up to the bound.
  for (let turn = 0; turn < 20; turn += 1) {
    pool.tasks[1]?.answer();
    await settled();
  }
  expect([made(), pool.tasks.length]).toEqual([30, 1]);
  expect(queue.outstanding).toHaveLength(30);
  pool.tasks[0]?.answer();
  expect((await first).value).toHaveLength(5);
  await settled();
  expect(made()).toBe(30);
  await all.next();
  expect([made(), queue.outstanding.length]).toEqual([35, 30]);
});

test('a chunk over which a thread died is tried once more, leaflet by leaflet', async () => {
  const pool = new FakePool();
  pool.deaths.add('leaflet 3');
  const { queue } = queueOf(pool, { chunk: 50, out: 1, held: 1000 });
  const lost: string[] = [];
  const sizes: number[] = [];
  const taken = (async () => {
    for await (const chunk of queue.returned())
      for (const { leaflet, written } of chunk) if (!written) lost.push(leaflet.fileName);
  })();
  for (let turn = 0; turn < 60; turn += 1) {
    await settled();
    sizes.push(...pool.tasks.map(({ chunk }) => chunk.leaflets.length));
    pool.tasks[0]?.answer();
  }
  await taken;
  expect(lost).toEqual(['leaflet 3']);
  expect(sizes).toEqual([50, ...Array.from({ length: 50 }, () => 1), 50]);
});
