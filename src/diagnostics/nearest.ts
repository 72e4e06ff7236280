/** How many slips turn one word into another: a letter wrong, missing, added, or two swapped (Damerau-Levenshtein). */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}

/** Words longer than this are not compared: nobody mistypes a name of that length into another. */
const LONGEST_WORD = 80;

/** Fewest letters that make a part of a name worth guessing from: `fogra39` for `coated-fogra39`. */
const SHORTEST_PART = 4;

const isPartOf = (wanted: string, candidate: string): boolean =>
  wanted !== candidate && wanted.length >= SHORTEST_PART && candidate.includes(wanted);

const plain = (word: string): string => word.toLowerCase().replaceAll(/[\s_./-]/g, '');

/** The known word that a person most likely meant, without regard to case, spaces and hyphens. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = plain(word);
  if (wanted === '' || word.length > LONGEST_WORD) return undefined;
  let best: { readonly name: string; readonly off: number } | undefined;
  for (const name of known) {
    const candidate = plain(name);
    if (candidate === '' || Math.abs(candidate.length - wanted.length) > LONGEST_WORD) continue;
    const off = isPartOf(wanted, candidate)
      ? 1
      : distance(wanted, candidate.slice(0, LONGEST_WORD));
    // Our choice: a third of the letters wrong is still a slip of the hand; more is another word.
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (off <= allowed && (best === undefined || off < best.off)) best = { name, off };
  }
  return best?.name;
}

/** Most names that a fix lists before it says how many more there are. */
const LISTED = 12;

/** The end of a fix that asks for one of some names: `did you mean "x"? Known: a, b, x`. */
export function nameOneOf(word: string, known: readonly string[]): string {
  if (known.length === 0) return 'there is none yet';
  const guess = nearest(word, known);
  const sorted = [...known].sort();
  const more = sorted.length > LISTED ? ` and ${sorted.length - LISTED} more` : '';
  const list = `name one of: ${sorted.slice(0, LISTED).join(', ')}${more}`;
  return guess === undefined ? list : `did you mean "${guess}"? If not, ${list}`;
}
