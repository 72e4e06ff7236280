import type { ComposedForm } from '../compose/blocks.js';
import { usedWords } from '../compose/used-words.js';
import type { Finding } from '../diagnostics/finding.js';
import type { Unit } from '../sources/copy-deck.js';
import type { ChosenPanel } from './choose-wording.js';

/** What does not fit on a panel, each with what would make the panel fit. */
export function withFitAdvice(chosen: ChosenPanel, form: ComposedForm['form']): readonly Finding[] {
  const { faults } = chosen.known;
  const { wouldFit } = chosen;
  if (faults.length === 0) return faults;
  const approve = wouldFit && `have ${named(wouldFit.unapproved)} approved: with it the panel fits`;
  return faults.map((it) => {
    if (it.code === 'layout/copy-too-long') return { ...it, fix: approve ?? shorten(chosen, form) };
    return approve === undefined ? it : { ...it, fix: `${it.fix}; or ${approve}` };
  });
}

const named = (units: readonly Unit[]): string =>
  units.map(({ key, place }) => `"${key}" (line ${place.line})`).join(' and ');

/** How much must go, and the text that could give it: the longest that has no short wording yet. */
function shorten({ composed, known: { lacks } }: ChosenPanel, form: ComposedForm['form']): string {
  const over = Math.max(0, -(lacks?.mm ?? 0));
  const letters = Math.max(0, -(lacks?.characters ?? 0));
  const units = (composed.language === 'second' && form.second?.units) || form.units;
  const used = usedWords({ form, panels: [composed] }).units;
  const longest = Object.values(units)
    .filter((it) => used.has(it.key) && !it.short && !it.mustNotShorten)
    .reduce<Unit | undefined>(
      (most, it) => (most && size(most) >= size(it) ? most : it),
      undefined,
    );
  const amount = `${over.toFixed(1)} mm, about ${letters} letters`;
  if (longest && size(longest) * MOST_CUT > letters)
    return `write a short: wording of "${longest.key}" (line ${longest.place.line}) that saves ${amount}, and have it approved; or move a part of the panel to another`;
  return `shorten the copy of this panel by ${amount}, or move a part of it to another panel`;
}

/** How much of a text a short wording may leave out and still say the same. Our choice. */
const MOST_CUT = 0.5;

const size = ({ text }: Unit): number => [...text].length;
