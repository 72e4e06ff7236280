import type { Finding } from '../diagnostics/finding.js';
import type { Leaflet } from '../plan/plan.js';
import type { ThreadPool } from './thread-pool.js';
import type { Chunk, LeafletToWrite, WrittenLeaflet } from './write-chunk.js';

/** A leaflet on its way to a thread. */
export interface SentLeaflet {
  readonly leaflet: Leaflet;
  /** Undefined where its form was refused by then, so that nobody writes it. */
  readonly toWrite: LeafletToWrite | undefined;
  /** What its own values were found to have wrong. */
  readonly findings: readonly Finding[];
}

/** A leaflet that came back, without what was sent of it: thousands may wait for a proof. */
export interface ReturnedLeaflet extends Pick<SentLeaflet, 'leaflet' | 'findings'> {
  /** Undefined where nobody wrote it, or where every thread died over it. */
  readonly written: WrittenLeaflet | undefined;
}

/** How a queue is bounded. */
export interface QueueBounds {
  /** Leaflets in a chunk. */
  readonly chunk: number;
  /** Chunks that threads have, or that wait for one. */
  readonly out: number;
  /** Leaflets that were sent and not taken back yet: how far writing may run ahead of the proof. */
  readonly held: number;
}

/**
 * Hands leaflets to threads in chunks, and takes them back in the order in which they were given. Memory does not
 * follow the queue: a chunk is made only when a thread has room for it.
 */
export class ChunkQueue {
  readonly #leaflets: readonly Leaflet[];
  readonly #toSend: (leaflet: Leaflet) => SentLeaflet;
  readonly #formsOf: (leaflets: readonly Leaflet[]) => Chunk['forms'];
  readonly #pool: Pick<ThreadPool<Chunk, readonly WrittenLeaflet[]>, 'run'>;
  readonly #bounds: QueueBounds;
  readonly #sent: { readonly leaflets: readonly Leaflet[]; readonly back: Promise<Returned> }[] =
    [];
  #next = 0;
  #out = 0;
  #held = 0;

  constructor(
    of: {
      readonly leaflets: readonly Leaflet[];
      readonly toSend: (leaflet: Leaflet) => SentLeaflet;
      readonly formsOf: (leaflets: readonly Leaflet[]) => Chunk['forms'];
    },
    pool: Pick<ThreadPool<Chunk, readonly WrittenLeaflet[]>, 'run'>,
    bounds: QueueBounds,
  ) {
    this.#leaflets = of.leaflets;
    this.#toSend = of.toSend;
    this.#formsOf = of.formsOf;
    this.#pool = pool;
    this.#bounds = bounds;
  }

  /** Leaflets that were sent and may lie under temporary names. */
  get outstanding(): readonly Leaflet[] {
    return this.#sent.flatMap(({ leaflets }) => leaflets);
  }

  /** All leaflets as they come back. A chunk counts as held until the next one is asked for. */
  async *returned(): AsyncGenerator<Returned> {
    this.#fill();
    for (let first = this.#sent[0]; first; first = this.#sent[0]) {
      yield await first.back;
      this.#sent.shift();
      this.#held -= first.leaflets.length;
      this.#fill();
    }
  }

  /** Sends no more, and waits until nobody writes any more. */
  async stop(): Promise<void> {
    this.#next = this.#leaflets.length;
    await Promise.allSettled(this.#sent.map(({ back }) => back));
  }

  #fill(): void {
    const { chunk, out, held } = this.#bounds;
    while (this.#next < this.#leaflets.length && this.#out < out && this.#held < held) {
      const leaflets = this.#leaflets.slice(this.#next, this.#next + chunk);
      this.#next += leaflets.length;
      this.#held += leaflets.length;
      this.#out += 1;
      const back = this.#send(leaflets).finally(() => {
        this.#out -= 1;
        this.#fill();
      });
      // Whoever takes the chunk back meets what it throws.
      back.catch(() => {});
      this.#sent.push({ leaflets, back });
    }
  }

  async #send(leaflets: readonly Leaflet[]): Promise<Returned> {
    const sent = leaflets.map(this.#toSend);
    const forms = this.#formsOf(leaflets);
    const wanted = sent.flatMap(({ toWrite }) => toWrite ?? []);
    const written = (await this.#written(forms, wanted))[Symbol.iterator]();
    return sent.map(({ leaflet, findings, toWrite }) => ({
      leaflet,
      findings,
      written: toWrite && written.next().value,
    }));
  }

  /** Where a thread died over a chunk, its leaflets are tried once more one by one, so that no other is lost with one. */
  async #written(forms: Chunk['forms'], leaflets: readonly LeafletToWrite[]): Promise<Written> {
    if (leaflets.length === 0) return [];
    const all = await this.#pool.run({ forms, leaflets });
    if (all) return all;
    const one: (WrittenLeaflet | undefined)[] = [];
    for (const leaflet of leaflets)
      one.push((await this.#pool.run({ forms, leaflets: [leaflet] }))?.[0]);
    return one;
  }
}

type Returned = readonly ReturnedLeaflet[];
type Written = readonly (WrittenLeaflet | undefined)[];
