import { isApproved } from '../approval/is-approved.js';
import type { Form } from '../plan/plan.js';
import type { Approval } from '../sources/approval.js';
import type { Level, Unit } from '../sources/copy-deck.js';
import type { ComposeContext } from './composition.js';

/** A form in the wordings of one level. */
export interface WordingTrial {
  readonly level: Level;
  readonly form: Form;
  /** Wordings in it that nobody has approved: it shows what would fit if they were, and is never printed. */
  readonly waiting: ReadonlySet<Unit>;
}

/**
 * The ways in which a form's copy may be worded, the longest first. A longer or shorter wording that is not approved
 * counts as not written; the last trial takes every short wording that there is, to tell what approving it would save.
 */
export function wordingTrials(
  form: Form,
  { mayPrintUnapproved }: Pick<ComposeContext, 'mayPrintUnapproved'>,
): readonly WordingTrial[] {
  const mayPrint: MayPrint = (it, approval) => mayPrintUnapproved || isApproved(it, approval);
  const waiting = new Set<Unit>();
  const takeAll: MayPrint = (it, approval) => {
    if (!mayPrint(it, approval)) waiting.add(it);
    return true;
  };
  const at = (level: Level, allowed: MayPrint, notYet: ReadonlySet<Unit>): WordingTrial[] => {
    const worded = formAt(form, level, allowed);
    return worded === form ? [] : [{ level, form: worded, waiting: notYet }];
  };
  const trials = [
    ...at('long', mayPrint, NONE),
    { level: 'standard', form, waiting: NONE } as const,
    ...at('short', mayPrint, NONE),
  ];
  const all = at('short', takeAll, waiting);
  return waiting.size > 0 ? [...trials, ...all] : trials;
}

const NONE: ReadonlySet<Unit> = new Set();

type MayPrint = (wording: Unit, approval: Approval | undefined) => boolean;

type Units = Form['units'];

/** The form with its units worded at a level; the form itself where no unit has such a wording. */
function formAt(form: Form, level: Level, mayPrint: MayPrint): Form {
  const units = unitsAt(form.units, level, (it) => mayPrint(it, form.approval));
  const { second } = form;
  const others = second && unitsAt(second.units, level, (it) => mayPrint(it, second.approval));
  if (units === form.units && others === second?.units) return form;
  return { ...form, units, ...(second && others ? { second: { ...second, units: others } } : {}) };
}

function unitsAt(units: Units, level: Level, mayPrint: (wording: Unit) => boolean): Units {
  const worded = Object.entries(units).map(([id, unit]) => {
    const other = level === 'standard' ? undefined : unit[level];
    return [id, other && mayPrint(other) ? other : unit] as const;
  });
  return worded.every(([id, unit]) => unit === units[id]) ? units : Object.fromEntries(worded);
}
