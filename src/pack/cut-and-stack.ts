/** A sheet: what stands in each cell, undefined where it is empty. */
export type StackedSheet<T> = readonly (T | undefined)[];

/**
 * Cut and stack: cell by cell through the pile, so that the piles that the guillotine makes, laid on each other in the
 * order of the cells, are in the order of the records (print-spec 6.4: stack by stack).
 */
export function cutAndStack<T>(records: readonly T[], up: number): StackedSheet<T>[] {
  const sheets = Math.ceil(records.length / up);
  return Array.from({ length: sheets }, (_, sheet) =>
    Array.from({ length: up }, (_, cell) => records[cell * sheets + sheet]),
  );
}

/** What lies on the table when a pile is cut and its stacks are laid on each other. */
export const stacked = <T>(sheets: readonly StackedSheet<T>[]): T[] =>
  Array.from({ length: sheets[0]?.length ?? 0 }, (_, cell) => sheets.map((sheet) => sheet[cell]))
    .flat()
    .filter((it): it is T => it !== undefined);
