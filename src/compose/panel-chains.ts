import type { Unit } from '../sources/copy-deck.js';
import type { ComposedPanel } from './blocks.js';
import { usedWords } from './used-words.js';
import type { WordingTrial } from './wording-trials.js';

/** The panels that one way of wording a form gives. */
interface TriedPanels extends WordingTrial {
  readonly panels: readonly ComposedPanel[] | undefined;
}

/** One panel in one way of wording it. */
interface TriedPanel {
  readonly trial: WordingTrial;
  readonly panel: ComposedPanel;
  /** The wordings that stand on it. */
  readonly keys: ReadonlySet<string>;
}

/**
 * Each panel of a form in its longest wordings, with what is shorter behind it. A way of wording that changes nothing on
 * a panel is no way of its own there. None where a trial has no panels, which has its findings.
 */
export function panelChains(trials: readonly TriedPanels[]): readonly ComposedPanel[] | undefined {
  if (trials.some(({ panels }) => panels === undefined)) return undefined;
  const names = trials[0]?.panels?.map(({ name }) => name) ?? [];
  return names.flatMap((name) => {
    const tried = trials.flatMap((trial): TriedPanel[] => {
      const panel = trial.panels?.find((it) => it.name === name);
      return panel ? [{ trial, panel, keys: keysOf(panel, trial) }] : [];
    });
    return chain(distinct(tried));
  });
}

const keysOf = (panel: ComposedPanel, { form }: WordingTrial): ReadonlySet<string> =>
  usedWords({ form, panels: [panel] }).units;

/** One of those that say the same: the standard one, or else the first. */
function distinct(tried: readonly TriedPanel[]): readonly TriedPanel[] {
  const nameOf = ({ keys }: TriedPanel): string => [...keys].sort().join('\n');
  const isStandard = ({ trial }: TriedPanel): boolean => trial.level === 'standard';
  const seen = new Set(tried.filter(isStandard).map(nameOf));
  return tried.filter((it) => {
    if (isStandard(it)) return true;
    const isNew = !seen.has(nameOf(it));
    seen.add(nameOf(it));
    return isNew;
  });
}

function chain([first, ...rest]: readonly TriedPanel[]): readonly ComposedPanel[] {
  if (first === undefined) return [];
  const { trial, panel } = first;
  const [shorter] = chain(rest);
  const unapproved = unapprovedOn(first);
  return [{ ...panel, level: trial.level, unapproved, ...(shorter ? { shorter } : {}) }];
}

/** The wordings on a panel that may not print yet. */
function unapprovedOn({ trial, panel, keys }: TriedPanel): readonly Unit[] {
  const { form, waiting } = trial;
  const units = panel.language === 'second' ? (form.second?.units ?? {}) : form.units;
  return Object.values(units).filter((it) => keys.has(it.key) && waiting.has(it));
}
