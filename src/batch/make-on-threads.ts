import { finding, isError } from '../diagnostics/finding.js';
import type { PressType } from '../pdf/press.js';
import { SharedBytes, type StandingData } from '../pdf/standing-data.js';
import type { Leaflet } from '../plan/plan.js';
import { grouped } from '../units/grouped.js';
import {
  ChunkQueue,
  type QueueBounds,
  type ReturnedLeaflet,
  type SentLeaflet,
} from './chunk-queue.js';
import { LastFew } from './last-few.js';
import type { MadeLeaflet, MakeLeaflets, Stood, WholeFile } from './make-leaflets.js';
import { type FormVerdict, ProofQueue } from './proof-queue.js';
import { readBackOnThread } from './read-back-on-thread.js';
import { readBackOnce } from './read-back-once.js';
import type { RunState } from './run-state.js';
import type { RunThreads } from './run-threads.js';
import { type Chunk, FORMS_AT_HAND, type WrittenLeaflet } from './write-chunk.js';

/** Leaflets in a chunk. Our choice: some 30 ms of work, beside which handing it over is nothing. */
const CHUNK = 64;
/** Chunks for each thread: one that it writes, one that waits for it. */
const CHUNKS_A_THREAD = 2;
/** How many leaflets may lie under temporary names while the proof of a form before them goes on. Our choice: a few megabytes of memory. */
const MOST_HELD = 16_384;

const boundsFor = (leaflets: number, threads: number): QueueBounds => ({
  chunk: Math.max(1, Math.min(CHUNK, Math.ceil(leaflets / threads / CHUNKS_A_THREAD))),
  out: threads * CHUNKS_A_THREAD,
  held: MOST_HELD,
});

/**
 * Has threads fill, hash, compare and write leaflets under temporary names, while forms are proven. A leaflet is
 * handed over, to get its name, when its form is proven and all leaflets before it were handed over.
 */
export const makeOnThreads = (
  state: RunState,
  type: PressType,
  { count, writers, reader }: RunThreads,
): MakeLeaflets =>
  async function* (leaflets) {
    const { press, certifier, outlet, files, options } = state;
    const bytesOf = (leaflet: Leaflet) => press.write(leaflet).bytes;
    const readBack = readBackOnce(readBackOnThread(reader), options.verdicts, () =>
      certifier.proofs.noteEarlier(),
    );
    const proofs = new ProofQueue(leaflets, certifier.proofs, bytesOf, readBack);
    const sender = new Sender(state, type, proofs);
    const of = { leaflets, toSend: sender.toSend, formsOf: sender.formsOf };
    const queue = new ChunkQueue(of, writers, boundsFor(leaflets.length, count));
    try {
      for await (const chunk of queue.returned())
        for (const it of chunk) {
          const form = certifier.proofs.layoutOf(it.leaflet);
          const verdict = proofs.known(form) ?? (await proofs.of(form));
          const made = madeOf(it, verdict, state);
          if (!made.file) outlet.abandon(files.of(it.leaflet));
          yield made;
        }
    } finally {
      proofs.stop();
      await queue.stop();
      for (const leaflet of queue.outstanding) outlet.abandon(files.of(leaflet));
    }
  };

/** Makes of leaflets what threads need of them. */
class Sender {
  readonly #state: RunState;
  readonly #type: PressType;
  readonly #proofs: ProofQueue;
  readonly #bytes = new SharedBytes();
  readonly #standing = new LastFew<StandingData>(FORMS_AT_HAND);

  constructor(state: RunState, type: PressType, proofs: ProofQueue) {
    this.#state = state;
    this.#type = type;
    this.#proofs = proofs;
  }

  readonly toSend = (leaflet: Leaflet): SentLeaflet => {
    const { certifier, outlet, files, record } = this.#state;
    const isRefused = this.#proofs.known(certifier.proofs.layoutOf(leaflet))?.isRefused;
    if (isRefused) return { leaflet, toWrite: undefined, findings: [] };
    const { words, slots } = this.#type.own(leaflet);
    const file = files.of(leaflet);
    const path = outlet.pathOf(file);
    const earlier = record.reasons.earlierHash(file, leaflet);
    const toWrite = { form: leaflet.form.id, words, path, shown: outlet.shownOf(file), earlier };
    return { leaflet, toWrite, findings: certifier.checkRecord(slots, leaflet) };
  };

  readonly formsOf = (leaflets: readonly Leaflet[]): Chunk['forms'] =>
    Object.fromEntries(
      [...grouped(leaflets, ({ form }) => form.id)].flatMap(([id, [first]]) =>
        first ? [[id, this.#standingOf(first)]] : [],
      ),
    );

  #standingOf(leaflet: Leaflet): StandingData {
    return this.#standing.get(leaflet.form.id, () =>
      this.#bytes.standing(this.#type.standing(leaflet)),
    );
  }
}

/** What of a leaflet that came back may have its name: its form is proven, and its own values are right. */
function madeOf(it: ReturnedLeaflet, verdict: FormVerdict, state: RunState): MadeLeaflet {
  const { leaflet, written } = it;
  const form = state.certifier.proofs.layoutOf(leaflet);
  const isProof = verdict.on === leaflet;
  if (verdict.isRefused && !isProof) return { leaflet, form, findings: [], file: undefined };
  const findings = [...it.findings, ...(isProof ? verdict.findings : [])];
  const isWrong = verdict.isRefused || (!state.options.draft && findings.some(isError));
  if (isWrong) return { leaflet, form, findings, file: undefined };
  if (written) return { leaflet, form, findings, file: wholeFile(leaflet, written, state) };
  const shown = state.outlet.shownOf(state.files.of(leaflet));
  const died = finding('output/worker-died', { file: shown }, DIED, AGAIN);
  return { leaflet, form, findings: [...findings, died], file: undefined, lost: DIED };
}

const DIED = 'what was to write it broke off, and broke off again at the second try';
const AGAIN =
  'run the same command again with "--jobs 1"; if that ends there too, report it as a bug';

function wholeFile(
  leaflet: Leaflet,
  { sha256, size, standing, faults }: WrittenLeaflet,
  { press, outlet, files, record }: RunState,
): WholeFile {
  const stand = (): Stood => {
    const why = record.reasons.whyWrite(standing, leaflet);
    if (why === undefined || faults.length > 0) return { why, faults };
    return { why, faults: outlet.giveName(files.of(leaflet)) };
  };
  return { sha256, size, bytes: () => press.write(leaflet).bytes, stand };
}
