import { setTimeout } from 'node:timers/promises';

/** How long nothing may ring before a save counts as over, and how long one may take at most, milliseconds. Our choice: an editor writes in several steps, within a few milliseconds. */
const QUIET = 20;
const MOST = 200;

/** Rung by hints; waited for until it has rung and then been quiet for a moment. */
export class QuietBell {
  #rungAt: number | undefined;
  #wake: (() => void) | undefined;

  /** Notes a hint, also while nobody waits. */
  ring(): void {
    this.#rungAt = performance.now();
    this.#wake?.();
  }

  /** Ends when the bell has rung since the last time, and is quiet. */
  async heard(): Promise<void> {
    if (this.#rungAt === undefined)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    this.#wake = undefined;
    const first = performance.now();
    for (;;) {
      const now = performance.now();
      const left = QUIET - (now - (this.#rungAt ?? 0));
      if (left <= 0 || now - first > MOST) break;
      await setTimeout(left);
    }
    this.#rungAt = undefined;
  }
}
