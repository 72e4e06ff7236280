import { type Checked, isError } from './diagnostics/finding.js';
import { eachOnce } from './diagnostics/run-stages.js';
import { badRecords } from './plan/bad-records.js';
import type { MissingLeaflet } from './plan/missing-leaflet.js';
import type { Plan } from './plan/plan.js';
import { withoutMissing } from './plan/without-missing.js';
import type { Ready } from './ready.js';
import type { Sources } from './sources/sources.js';

/** What came of all stages, and the leaflets that their own records stop. */
export interface Round extends Checked<Ready> {
  readonly bad: readonly MissingLeaflet[];
}

/** Makes a plan without the records that cannot be made: each round of the stages may find more of them. */
export function withoutBadRecords(
  read: Checked<Sources>,
  unmade: readonly MissingLeaflet[],
  made: Checked<Plan>,
  stages: (plan: Checked<Plan>) => Round,
): Checked<Ready> {
  const told = read.value?.told ?? [];
  let plan = made;
  let round = stages(plan);
  const missing = [...unmade];
  const causes = [...told];
  while (round.bad.length > 0 && plan.value) {
    missing.push(...round.bad);
    causes.push(...round.findings.filter(isError));
    plan = { ...plan, value: withoutMissing(plan.value, round.bad) };
    round = stages(plan);
  }
  const isNothing = plan.value?.leaflets.length === 0;
  return {
    value: isNothing ? undefined : round.value && { ...round.value, missing },
    findings: eachOnce([...causes, ...round.findings, ...badRecords(missing, read.value)]),
  };
}
