/** For how many runs a thing is kept that none of them asks for: while a file is broken, little is asked for. Our choice. */
const RUNS = 8;

/**
 * What is kept between runs of one process: what pure functions gave, by the very things that they were
 * given. A thing that was read anew is another thing, so nothing made of it is taken from here.
 */
export interface Workshop {
  /** Whether anything is kept at all. */
  readonly lasts: boolean;
  /** Begins a run: what has not been asked for in a while is let go. */
  begin(): void;
  /**
   * What `make` gives, or gave when it was asked for the same `what` of the same things. `of`: all that it
   * depends on, the most short-lived object first; two objects are the same only if they are one.
   */
  kept<T>(what: string, of: readonly unknown[], make: () => T): T;
  /** The value of this name from an earlier run if it is equal to this one, else this one. */
  same<T>(name: string, value: T): T;
}

/** For a process that makes one run: all is made anew, and nothing is kept. */
export const NO_WORKSHOP: Workshop = {
  lasts: false,
  begin: () => undefined,
  kept: (_what, _of, make) => make(),
  same: (_name, value) => value,
};

/** A workshop that lasts as long as the process. */
export function openWorkshop(): Workshop {
  const root = new Branch();
  /** The branches that hold others by name, which nothing else would ever let go. */
  const named = new Set<Branch>();
  let run = 0;
  const byName = (branch: Branch, name: unknown): Branch => {
    named.add(branch);
    return branch.ofName(name, run);
  };
  const kept: Workshop['kept'] = (what, of, make) => {
    let branch = byName(root, what);
    for (const thing of of)
      branch = isObject(thing) ? branch.ofObject(thing) : byName(branch, thing);
    branch.leaf ??= { value: make() };
    return branch.leaf.value as ReturnType<typeof make>;
  };
  return {
    lasts: true,
    begin() {
      run += 1;
      for (const branch of named) if (branch.letGo(run - RUNS)) named.delete(branch);
    },
    kept,
    same(name, value) {
      const held = kept('same', [name], () => ({ value }));
      if (!isEqual(held.value, value)) held.value = value;
      return held.value;
    },
  };
}

const isObject = (it: unknown): it is object =>
  (typeof it === 'object' && it !== null) || typeof it === 'function';

/** What was made of some things, and of these and others. Objects are held loosely: what was made of one goes with it. */
class Branch {
  leaf: { readonly value: unknown } | undefined;
  #usedIn = 0;
  #ofObjects: WeakMap<object, Branch> | undefined;
  readonly #ofNames = new Map<unknown, Branch>();

  ofObject(thing: object): Branch {
    this.#ofObjects ??= new WeakMap();
    const known = this.#ofObjects.get(thing);
    if (known !== undefined) return known;
    const branch = new Branch();
    this.#ofObjects.set(thing, branch);
    return branch;
  }

  ofName(name: unknown, run: number): Branch {
    const branch = this.#ofNames.get(name) ?? new Branch();
    branch.#usedIn = run;
    this.#ofNames.set(name, branch);
    return branch;
  }

  /** Lets go of what no run from this one on has asked for; true where nothing is left. */
  letGo(since: number): boolean {
    for (const [name, branch] of this.#ofNames)
      if (branch.#usedIn < since) this.#ofNames.delete(name);
    return this.#ofNames.size === 0;
  }
}

/** Whether two values are one, or plain data made up of values that are. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((it, at) => isEqual(it, b[at]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const names = Object.keys(a);
  const others = Object.keys(b);
  return (
    names.length === others.length &&
    names.every((name, at) => others[at] === name && isEqual(a[name], b[name]))
  );
}

const isPlain = (it: unknown): it is Readonly<Record<string, unknown>> =>
  typeof it === 'object' && it !== null && Object.getPrototypeOf(it) === Object.prototype;
