/**
 * What is kept from one run for the next. Only what can be made again from its key: a store may lose anything
 * at any time, and gives back nothing but what was put under exactly this kind and key, by this same safeleaf.
 */
export interface Store {
  /** What was kept; undefined where it is not there, or not whole. */
  get(kind: string, key: string): Uint8Array | undefined;
  /** Keeps bytes, or parts that lie behind each other. `key`: the hash of all that they were made from. Never throws for the disk. */
  put(kind: string, key: string, bytes: Kept): void;
}

/** Bytes, or parts that lie behind each other. */
export type Kept = Uint8Array | readonly Uint8Array[];

/** A store that forgets all: for a run that must make everything anew. */
export const NO_STORE: Store = { get: () => undefined, put: () => undefined };

/** A store that lasts as long as the process. */
export function memoryStore(): Store {
  const kept = new Map<string, Uint8Array>();
  const nameOf = (kind: string, key: string): string => `${kind}\n${key}`;
  return {
    get: (kind, key) => kept.get(nameOf(kind, key)),
    put: (kind, key, bytes) => {
      kept.set(nameOf(kind, key), joined(partsOf(bytes)));
    },
  };
}

export const partsOf = (bytes: Kept): readonly Uint8Array[] =>
  bytes instanceof Uint8Array ? [bytes] : bytes;

/** A copy of its own: whoever put the parts may write over them. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
