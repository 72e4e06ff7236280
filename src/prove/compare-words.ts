/** Where two rows of words part: what should stand there, and what does. Either side may be empty. */
export interface Difference {
  /** Index of the first of `expected`. */
  readonly at: number;
  /** Index of the first of `found`. */
  readonly foundAt: number;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Rows longer than this (in pairs) are compared as one block: no panel has two thousand words. */
const MOST_PAIRS = 4_000_000;

/** Where two rows of words differ, by the longest row that both share; none where they are equal. */
export function compareWords(
  expected: readonly string[],
  found: readonly string[],
): readonly Difference[] {
  let head = 0;
  while (head < expected.length && head < found.length && expected[head] === found[head]) head += 1;
  if (head === expected.length && head === found.length) return [];
  let tail = 0;
  const most = Math.min(expected.length, found.length) - head;
  while (tail < most && expected.at(-1 - tail) === found.at(-1 - tail)) tail += 1;
  const wanted = expected.slice(head, expected.length - tail);
  const given = found.slice(head, found.length - tail);
  const block = { at: head, foundAt: head, expected: wanted, found: given };
  if (wanted.length * given.length > MOST_PAIRS) return [block];
  return blocksOf(wanted, given, head);
}

function blocksOf(wanted: readonly string[], given: readonly string[], head: number): Difference[] {
  const shared = longestShared(wanted, given);
  const differences: Difference[] = [];
  let [i, j] = [0, 0];
  const width = given.length + 1;
  const at = (row: number, column: number): number => shared[row * width + column] ?? 0;
  while (i < wanted.length || j < given.length) {
    if (i < wanted.length && j < given.length && wanted[i] === given[j]) {
      i += 1;
      j += 1;
      continue;
    }
    const [fromI, fromJ] = [i, j];
    while (
      (i < wanted.length || j < given.length) &&
      !(i < wanted.length && wanted[i] === given[j])
    ) {
      if (j >= given.length || (i < wanted.length && at(i + 1, j) >= at(i, j + 1))) i += 1;
      else j += 1;
    }
    differences.push({
      at: head + fromI,
      foundAt: head + fromJ,
      expected: wanted.slice(fromI, i),
      found: given.slice(fromJ, j),
    });
  }
  return differences;
}

/** Length of the longest shared row of what follows each pair of places. */
function longestShared(wanted: readonly string[], given: readonly string[]): Uint16Array {
  const width = given.length + 1;
  const shared = new Uint16Array((wanted.length + 1) * width);
  for (let i = wanted.length - 1; i >= 0; i -= 1)
    for (let j = given.length - 1; j >= 0; j -= 1) {
      const next = (i + 1) * width + j;
      shared[i * width + j] =
        wanted[i] === given[j]
          ? (shared[next + 1] ?? 0) + 1
          : Math.max(shared[next] ?? 0, shared[i * width + j + 1] ?? 0);
    }
  return shared;
}
