/**
 * Pieces of a line from left to right (UAX 9, rule L2): from the highest level down to the lowest
 * odd one, each stretch of that level or above is turned round.
 */
export function visualOrder<T extends { readonly level: number }>(pieces: readonly T[]): T[] {
  const order = [...pieces];
  let highest = 0;
  for (const { level } of order) highest = Math.max(highest, level);
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to += 1;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}
