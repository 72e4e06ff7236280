import type { Finding } from '../diagnostics/finding.js';
import { threadsFor } from './jobs.js';
import type { PackedProof } from './read-back-on-thread.js';
import { ThreadPool } from './thread-pool.js';
import type { Chunk, WrittenLeaflet } from './write-chunk.js';

/** The modules that threads run. */
export interface ThreadFiles {
  readonly writer: URL;
  readonly reader: URL;
}

const OURS: ThreadFiles = {
  writer: new URL('./write-worker.js', import.meta.url),
  reader: new URL('./prove-worker.js', import.meta.url),
};

/** Threads beside the one that sets the leaflets: some write files, one reads them back. */
export interface RunThreads {
  /** How many write. */
  readonly count: number;
  readonly writers: ThreadPool<Chunk, readonly WrittenLeaflet[]>;
  readonly reader: ThreadPool<PackedProof, readonly Finding[]>;
  close(): Promise<void>;
}

/** What is read back is waited for, what is written is not: on two cores the proof would else end last, alone. */
const STANDS_BACK = 5;

/**
 * Starts the threads of a run of so many leaflets; undefined where there are to be none. A file of many leaflets is
 * written from one place, and read back from another. The sooner the better: threads start while fonts are subset and
 * panels drawn. Whoever starts them closes them.
 */
export async function openThreads(
  jobs: number | 'auto',
  leaflets: number,
  into: 'separate files' | 'one file' = 'separate files',
  files: ThreadFiles = OURS,
): Promise<RunThreads | undefined> {
  const count = threadsFor(jobs, leaflets);
  if (count < 2) return undefined;
  const [reader, writers] = await Promise.all([
    ThreadPool.open<PackedProof, readonly Finding[]>(files.reader, 1),
    ThreadPool.open<Chunk, readonly WrittenLeaflet[]>(
      files.writer,
      into === 'one file' ? 0 : count,
      STANDS_BACK,
    ),
  ]);
  const close = async () => {
    await Promise.all([reader.close(), writers.close()]);
  };
  return { count, writers, reader, close };
}
