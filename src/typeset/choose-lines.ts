import { type BrokenLine, breakLines, TOLERANCE } from './break-lines.js';
import { withoutSteering } from './characters.js';
import type { PreparedParagraph } from './prepared-paragraph.js';
import type { ShapedText } from './shape-text.js';

/** Headings of more lines than this are not balanced: they are paragraphs. Our choice. */
const MOST_BALANCED = 6;

/** Halvings of the measure when a heading is balanced: to a thousandth of it. */
const HALVINGS = 10;

/** A last line of one word of fewer letters looks like a mistake. Our choice, after printer's habit. */
const SHORT_WORD = 5;

/** By how much a paragraph is narrowed to lengthen its last line, and how often. Our choice. */
const NARROWER = 0.02;
const ATTEMPTS = 8;

type Break = (measure: number) => BrokenLine[];

/** The lines that a paragraph is set in: headings balanced, text without a lone short word at its end. */
export function chooseLines(
  prepared: PreparedParagraph,
  measure: number,
  store: Map<string, ShapedText>,
): BrokenLine[] {
  const broken: Break = (width) => breakLines(prepared, width, store);
  const lines = broken(measure);
  const { role } = prepared.paragraph;
  // Where the copy's own breaks make every line, or a word sticks out, there is nothing to choose.
  if (lines.length <= prepared.segments.length || widest(lines) > measure + TOLERANCE) return lines;
  if (role === 'h1' || role === 'h2' || role === 'h3') return balance(lines, broken);
  if (role === 'p' || role === 'li') return lengthenLast(prepared, lines, measure, broken);
  return lines;
}

const widest = (lines: readonly BrokenLine[]): number => {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.width);
  return width;
};

/** The narrowest measure that needs no more lines makes them as even as they can be. */
function balance(lines: BrokenLine[], broken: Break): BrokenLine[] {
  if (lines.length > MOST_BALANCED) return lines;
  let best = lines;
  let [low, high] = [0, widest(lines)];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    const trial = broken(middle);
    if (trial.length <= lines.length && widest(trial) <= middle + TOLERANCE) {
      best = trial;
      high = widest(trial);
    } else low = middle;
  }
  return best;
}

function lengthenLast(
  prepared: PreparedParagraph,
  lines: BrokenLine[],
  measure: number,
  broken: Break,
): BrokenLine[] {
  if (!endsInShortWord(prepared, lines)) return lines;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const trial = broken(measure * (1 - attempt * NARROWER));
    if (trial.length > lines.length || widest(trial) > measure + TOLERANCE) return lines;
    if (!endsInShortWord(prepared, trial)) return trial;
  }
  return lines;
}

function endsInShortWord({ text }: PreparedParagraph, lines: readonly BrokenLine[]): boolean {
  const last = lines.at(-1);
  if (last === undefined) return false;
  const words = withoutSteering(text.slice(last.start, last.end));
  return words.length < SHORT_WORD && !/\s/.test(words.trim());
}
