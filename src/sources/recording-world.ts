import { sha256Hex } from '../units/hash.js';
import type { World } from '../world.js';

/** A world that remembers every file read through it, for the manifest. */
export interface RecordingWorld extends World {
  /** Each file once, sorted by path. */
  inputs(): readonly { readonly file: string; readonly sha256: string }[];
}

/** The same world, with a list of what was read. */
export function recordingWorld(world: World): RecordingWorld {
  const hashes = new Map<string, string>();
  return {
    // Asked only where a stage asks: what no stage asks, no run hangs on.
    get today() {
      return world.today;
    },
    list: (pattern) => world.list(pattern),
    readPackage: (specifier) => world.readPackage(specifier),
    read: (path, limit) => {
      const read = world.read(path, limit);
      if (read.kind === 'bytes') hashes.set(path, sha256Hex(read.bytes));
      return read;
    },
    inputs: () =>
      [...hashes]
        .map(([file, sha256]) => ({ file, sha256 }))
        .sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}
