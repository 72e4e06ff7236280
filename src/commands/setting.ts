import type { OpenStore } from '../cache/open-store.js';
import type { World } from '../world.js';
import type { Terminal } from './terminal.js';

/** What every command is handed: the world that it works in, and where it speaks. */
export interface Setting {
  readonly terminal: Terminal;
  readonly toolVersion: string;
  /** What was typed behind `safeleaf`. */
  readonly args: readonly string[];
  /** Whether an earlier run of the same was looked for already, in vain. */
  readonly isLookedFor: boolean;
  /** The folder that relative paths start from, absolute. */
  readonly cwd: string;
  /** The folder that the shipped files lie in, absolute. */
  readonly packageRoot: string;
  /** Opens the workspace, `folder` from `cwd`. */
  openWorld(folder: string): World;
  /** Opens what is kept between runs; with `false` a store that keeps nothing. Whoever opens it closes it. */
  openStore(isWanted: boolean): OpenStore;
  /** Sets the exit code. The process ends by itself when nothing is left to do. */
  exit(code: number): void;
  /** Calls back on Ctrl-C; gives back what takes the callback off again. */
  onInterrupt(callback: () => void): () => void;
}
