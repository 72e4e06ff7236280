import { sha256Hex } from '../units/hash.js';
import type { Workshop } from '../units/workshop.js';
import type { FileRead, World } from '../world.js';

/** Reads something through a world, or gives what it read in an earlier run. */
export interface KeptReads {
  /**
   * What `read` gives of the world that it is handed; from an earlier run if that world would answer all that was asked
   * of it as it did then. `of`: what it depends on beside the world.
   */
  once<T>(what: string, of: readonly unknown[], read: (world: World) => T): T;
}

/** Something that was read, and every question to the world that it came from. */
interface Reading {
  readonly value: unknown;
  readonly asked: readonly Asked[];
}

interface Asked {
  isAnsweredBy(world: World): boolean;
}

/** Reads through `world` and keeps in `workshop`. What is kept is asked of the world all the same, so that a list of what was read is whole. */
export function keptReads(world: World, workshop: Workshop): KeptReads {
  if (!workshop.lasts) return { once: (_what, _of, read) => read(world) };
  return {
    once<T>(what: string, of: readonly unknown[], read: (world: World) => T): T {
      const place = workshop.kept(`read ${what}`, of, (): { reading?: Reading } => ({}));
      const { reading } = place;
      if (reading?.asked.every((it) => it.isAnsweredBy(world))) return reading.value as T;
      const asked: Asked[] = [];
      const value = read(asking(world, asked));
      place.reading = { value, asked };
      return value;
    },
  };
}

/** The same world; every question and its answer is noted. */
function asking(world: World, asked: Asked[]): World {
  return {
    get today() {
      const { today } = world;
      asked.push({ isAnsweredBy: (now) => now.today === today });
      return today;
    },
    read(path, limit) {
      const read = world.read(path, limit);
      const state = stateOf(read);
      asked.push({ isAnsweredBy: (now) => stateOf(now.read(path, limit)) === state });
      return read;
    },
    list(pattern) {
      const paths = world.list(pattern);
      const all = paths.join('\0');
      asked.push({ isAnsweredBy: (now) => now.list(pattern).join('\0') === all });
      return paths;
    },
    // Installed packages do not change while a process runs.
    readPackage: (specifier) => world.readPackage(specifier),
  };
}

/** What one reading of a file is told from another by. */
export const stateOf = (read: FileRead): string =>
  read.kind === 'bytes' ? hashOf(read.bytes) : JSON.stringify(read);

const hashes = new WeakMap<Uint8Array, string>();

/** Bytes that a world hands out twice are hashed once. */
function hashOf(bytes: Uint8Array): string {
  const hash = hashes.get(bytes) ?? sha256Hex(bytes);
  hashes.set(bytes, hash);
  return hash;
}
