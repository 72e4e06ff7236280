import type { ComposedPanel } from '../compose/blocks.js';
import type { KnownPanel } from './panel-cache.js';

/** A panel in the wordings that it takes. */
export interface ChosenPanel {
  readonly composed: ComposedPanel;
  readonly known: KnownPanel;
  /** Where nothing fits: the panel in wordings that would, if only they were approved. */
  readonly wouldFit?: ComposedPanel | undefined;
}

/**
 * The longest wordings, all of one level, in which a panel fits; where none do, the shortest that may print.
 * It depends on the panel alone, so forms that share a panel choose alike.
 */
export function chooseWording(
  longest: ComposedPanel,
  layOut: (panel: ComposedPanel) => KnownPanel,
): ChosenPanel {
  let last: ChosenPanel | undefined;
  for (let it: ComposedPanel | undefined = longest; it !== undefined; it = it.shorter) {
    const known = layOut(it);
    const fits = known.faults.length === 0;
    if (last !== undefined && it.unapproved.length > 0) {
      if (fits) return { ...last, wouldFit: it };
      continue;
    }
    last = { composed: it, known };
    if (fits) return last;
  }
  if (last === undefined) throw new Error('a panel without a wording');
  return last;
}
