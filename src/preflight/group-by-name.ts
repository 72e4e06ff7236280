/** Puts things of one name together, in the order they come. */
export function groupByName<T>(things: readonly T[], nameOf: (it: T) => string): readonly T[][] {
  const groups = new Map<string, T[]>();
  for (const it of things) {
    const group = groups.get(nameOf(it)) ?? [];
    groups.set(nameOf(it), [...group, it]);
  }
  return [...groups.values()];
}
