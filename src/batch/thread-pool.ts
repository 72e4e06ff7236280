import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import type { Answer } from './answering.js';

/** Threads that all do one thing. One that dies is replaced. */
export class ThreadPool<Task, Made> {
  readonly #pool: Piscina<Task, Answer<Made>>;
  /** Rejected once no thread would start any more. */
  readonly #broken: Promise<never>;
  #isClosed = false;

  private constructor(pool: Piscina<Task, Answer<Made>>) {
    this.#pool = pool;
    let last: unknown;
    this.#broken = new Promise((_, reject) => {
      pool.on('error', (error) => {
        last = error;
      });
      // A thread that dies while it starts is not replaced, and what waits for it would wait for ever.
      pool.on('workerDestroy', async () => {
        await setImmediate();
        if (this.#isClosed || pool.threads.length > 0) return;
        reject(new Error('no thread would start', { cause: last }));
      });
    });
    this.#broken.catch(() => {});
  }

  /**
   * `file`: a module whose default export answers a task. Of no threads nothing may be asked. `niceIncrement`: by how much
   * they stand back behind others on a busy machine.
   */
  static async open<Task, Made>(
    file: URL,
    threads: number,
    niceIncrement = 0,
  ): Promise<ThreadPool<Task, Made>> {
    const { Piscina } = await import('piscina');
    const filename = fileURLToPath(file);
    return new ThreadPool<Task, Made>(
      new Piscina({
        filename,
        minThreads: threads,
        maxThreads: Math.max(1, threads),
        recordTiming: false,
        niceIncrement,
      }),
    );
  }

  /** Has a thread do it; undefined where the thread died over it. Throws what the thread threw. */
  async run(task: Task): Promise<Made | undefined> {
    if (this.#isClosed) return undefined;
    let answer: Answer<Made>;
    try {
      answer = await Promise.race([this.#pool.run(task), this.#broken]);
    } catch {
      await Promise.race([this.#broken, setImmediate()]);
      return undefined;
    }
    if ('mistake' in answer) throw new Error(answer.mistake);
    return answer.made;
  }

  /** Ends all threads, whatever they do. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#pool.destroy();
  }
}
