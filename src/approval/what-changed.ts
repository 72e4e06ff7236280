/** Most characters of a sentence that a finding shows. Our choice: two lines of a terminal. */
const LONGEST = 160;

/** The lines of two texts that differ, each as one line: what a reader compares to see the change. */
export function whatChanged(
  approved: string,
  now: string,
): { readonly approved: string; readonly now: string } {
  const [before, after] = [approved.split('\n'), now.split('\n')];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const linesOf = (lines: readonly string[]) => lines.slice(start, lines.length - end).join(' / ');
  return aroundTheChange(linesOf(before), linesOf(after));
}

/** Cut to what can be read at a glance, with the first letter that differs in sight. */
function aroundTheChange(before: string, after: string) {
  const [a, b] = [Array.from(before), Array.from(after)];
  let first = 0;
  while (first < Math.min(a.length, b.length) && a[first] === b[first]) first += 1;
  const from = Math.max(0, first - LONGEST / 2);
  const cut = (letters: readonly string[]): string => {
    if (letters.length <= LONGEST) return letters.join('');
    const shown = letters.slice(from, from + LONGEST).join('');
    return `${from > 0 ? '…' : ''}${shown}${from + LONGEST < letters.length ? '…' : ''}`;
  };
  return { approved: cut(a), now: cut(b) };
}
