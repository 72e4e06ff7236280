import { composeAll, gateAll } from './compose-plan.js';
import { type Checked, type Finding, isError } from './diagnostics/finding.js';
import { eachOnce, next, nextAnyhow } from './diagnostics/run-stages.js';
import { type Round, withoutBadRecords } from './good-records.js';
import { layOutAll, preflightAll } from './lay-out-plan.js';
import { loadBoxes } from './layout/boxes.js';
import { badRecords } from './plan/bad-records.js';
import { makePlan } from './plan/make-plan.js';
import { type MissingLeaflet, missingLeaflet } from './plan/missing-leaflet.js';
import type { Plan } from './plan/plan.js';
import { samePlan } from './plan/same-plan.js';
import { missingOfRows } from './plan/without-missing.js';
import { badValues } from './preflight/bad-values.js';
import { loadColour } from './preflight/colour.js';
import { separate } from './preflight/separate.js';
import type { Ready, RunOptions, StageSetting } from './ready.js';
import { loadSources } from './sources/load-sources.js';
import type { Sources } from './sources/sources.js';
import { loadHyphenation } from './typeset/load-hyphenation.js';
import { loadShaper } from './typeset/load-shaper.js';
import { NO_WORKSHOP, type Workshop } from './units/workshop.js';
import type { World } from './world.js';

export { openPressFor, openReaderEdition, type ReaderEdition } from './open-edition.js';
export type { Ready, RunOptions } from './ready.js';

/**
 * Takes a campaign through all stages up to the bytes:
 * sources -> separate (colours and pictures into the press's inks) -> plan -> compose -> typeset and layout -> preflight.
 * The first stage to find an error is the last to run; approval is judged beside them, so that one
 * run shows what the charity and what the designer has to mend. A draft has a value in spite of errors
 * from compose on, so that the designer sees them on the page. What earlier runs made of the same things is taken
 * from `workshop`.
 */
export async function prepare(
  world: World,
  campaignId: string,
  options: RunOptions,
  workshop: Workshop = NO_WORKSHOP,
): Promise<Checked<Ready>> {
  workshop.begin();
  await Promise.all([loadShaper(), loadBoxes(), loadColour()]);
  const sources = await loadSources(world, campaignId, workshop);
  await loadHyphenation(hyphenatedLocales(sources.value));
  const unmade = sources.value ? missingOfRows(sources.value) : [];
  const setting: StageSetting = { world, options, workshop };
  const plan = planWithoutBadRows(sources, workshop);
  if ((options.onBadRecord ?? 'stop') !== 'stop')
    return withoutBadRecords(sources, unmade, plan, (it) => throughStages(it, setting));
  // All bad records are named at once: those that can be read are judged beside those that cannot.
  const { bad, ...all } = throughStages(plan, setting);
  const told = sources.value?.told ?? [];
  const named = badRecords([...unmade, ...bad], sources.value);
  const findings = eachOnce([...told, ...all.findings, ...named]);
  return { value: told.length > 0 ? undefined : all.value, findings };
}

/** Where a row can be read at all, the faults of the others do not keep the stages from judging it. */
function planWithoutBadRows(
  { value, findings }: Checked<Sources>,
  workshop: Workshop,
): Checked<Plan> {
  const told = value?.phones.length ? value.told : [];
  const read = { value, findings: findings.filter((it) => !told.includes(it)) };
  const separated = next(read, (it) => separate(it, workshop));
  return samePlan(next(separated, makePlan), workshop);
}

function throughStages(plan: Checked<Plan>, setting: StageSetting): Round {
  const { options } = setting;
  // A draft is made to look at what does not fit: it goes on as long as there is something to show.
  const onward = options.draft ? nextAnyhow : next;
  const composed = next(plan, (it) => composeAll(it, setting));
  const laidOut = onward(composed, (it) => layOutAll(it, setting));
  const ready = onward(laidOut, (it) => preflightAll(it, setting));
  // The words that print are known once layout has chosen among longer and shorter ones.
  const printed = laidOut.value ?? composed.value;
  const gate = printed && !options.draft ? gateAll(printed) : [];
  const findings = eachOnce([...ready.findings, ...gate]);
  const stops = options.draft ? isUndrawable : isError;
  const bad = [
    ...(composed.value?.bad ?? []),
    ...(laidOut.value ? unprintable(laidOut.value) : []),
  ];
  return { value: findings.some(stops) ? undefined : ready.value, findings, bad };
}

/** Leaflets whose own values no slot can hold. */
function unprintable({ plan, forms }: Ready): readonly MissingLeaflet[] {
  const reasonsOf = new Map(forms.map((form) => [form.form, badValues(form)]));
  return plan.leaflets.flatMap((leaflet) => {
    const why = reasonsOf.get(leaflet.form)?.(leaflet);
    return why === undefined ? [] : [missingLeaflet(leaflet, why)];
  });
}

/** The locales whose words may part: none, unless a template asks for it. */
const hyphenatedLocales = (sources: Sources | undefined): readonly string[] =>
  Object.values(sources?.templates ?? {}).some(({ style }) => style.text.includes('hyphens'))
    ? Object.keys(sources?.locales ?? {})
    : [];

/** What no draft can show: a character without a glyph, or a mark without its letter, has no shape at all. */
const isUndrawable = ({ code }: Finding): boolean =>
  code === 'text/no-glyph' || code === 'text/stray-mark';
