import { checkApproval, type UsedWords } from './approval/check-approval.js';
import type { ComposedForm } from './compose/blocks.js';
import { checkDeck } from './compose/check-deck.js';
import { checkTemplate } from './compose/check-template.js';
import { type ComposeContext, composeForm } from './compose/compose-form.js';
import { usedWords } from './compose/used-words.js';
import { type Checked, type Finding, isError } from './diagnostics/finding.js';
import { each, eachOnce, next, nextAnyhow } from './diagnostics/run-stages.js';
import { HtmlPages } from './html/reader-html.js';
import { loadBoxes } from './layout/boxes.js';
import type { LaidOutForm } from './layout/laid-out.js';
import { layOutForm } from './layout/lay-out-form.js';
import { PanelCache } from './layout/panel-cache.js';
import { openPress } from './pdf/open-press.js';
import type { Press, PressJob } from './pdf/press.js';
import { openReaderPress } from './pdf/reader/open-reader-press.js';
import { badRecords } from './plan/bad-records.js';
import { makePlan } from './plan/make-plan.js';
import { type MissingLeaflet, missingLeaflet } from './plan/missing-leaflet.js';
import type { Form, Leaflet, Plan } from './plan/plan.js';
import { slotValues } from './plan/slot-values.js';
import { missingOfRows, withoutMissing } from './plan/without-missing.js';
import { badValues } from './preflight/bad-values.js';
import { loadColour, openColour } from './preflight/colour.js';
import { languageArtwork } from './preflight/language-artwork.js';
import { type JudgedPanels, preflight } from './preflight/preflight.js';
import { separate } from './preflight/separate.js';
import { type ReaderForm, ReaderForms } from './reading/reader-form.js';
import type { BrandKit } from './sources/brand-kit.js';
import { loadSources } from './sources/load-sources.js';
import type { Locale } from './sources/locale.js';
import type { PressProfile } from './sources/press-profile.js';
import type { Sources } from './sources/sources.js';
import { loadHyphenation } from './typeset/load-hyphenation.js';
import { loadShaper } from './typeset/load-shaper.js';
import { openFaceLibrary } from './typeset/open-face-library.js';
import { openTypesetter } from './typeset/open-typesetter.js';
import type { Typesetter } from './typeset/typesetter.js';
import type { World } from './world.js';

/** What a run was asked to do beside its campaign. */
export interface RunOptions {
  /** Watermarked, without approval, never for print. */
  readonly draft: boolean;
  readonly toolVersion: string;
  /** `stop` unless said: a record that cannot be made stops all; else the others are made without it. */
  readonly onBadRecord?: 'stop' | 'skip' | 'set-aside' | undefined;
}

/** A campaign that has passed every check which needs no finished file. */
export interface Ready {
  readonly plan: Plan;
  /** With the panels as they print: each in the longest approved wordings in which it fits. */
  readonly composed: readonly ComposedForm[];
  /** In the order of `plan.forms`. */
  readonly forms: readonly LaidOutForm[];
  /** What the campaign should have beside the plan, and cannot be made; none where a bad record stops all. */
  readonly missing: readonly MissingLeaflet[];
}

/**
 * Takes a campaign through all stages up to the bytes:
 * sources -> separate (colours and pictures into the press's inks) -> plan -> compose -> typeset and layout -> preflight.
 * The first stage to find an error is the last to run; approval is judged beside them, so that one
 * run shows what the charity and what the designer has to mend. A draft has a value in spite of errors
 * from compose on, so that the designer sees them on the page.
 */
export async function prepare(
  world: World,
  campaignId: string,
  options: RunOptions,
): Promise<Checked<Ready>> {
  await Promise.all([loadShaper(), loadBoxes(), loadColour()]);
  const sources = await loadSources(world, campaignId);
  await loadHyphenation(hyphenatedLocales(sources.value));
  const unmade = sources.value ? missingOfRows(sources.value) : [];
  if ((options.onBadRecord ?? 'stop') !== 'stop')
    return withoutBadRecords(sources, unmade, world, options);
  // All bad records are named at once: those that can be read are judged beside those that cannot.
  const plan = planWithoutBadRows(sources);
  const { bad, ...all } = throughStages(plan, world, options);
  const told = sources.value?.told ?? [];
  const named = badRecords([...unmade, ...bad], sources.value);
  const findings = eachOnce([...told, ...all.findings, ...named]);
  return { value: told.length > 0 ? undefined : all.value, findings };
}

/** Where a row can be read at all, the faults of the others do not keep the stages from judging it. */
function planWithoutBadRows({ value, findings }: Checked<Sources>): Checked<Plan> {
  const told = value?.phones.length ? value.told : [];
  const read = { value, findings: findings.filter((it) => !told.includes(it)) };
  return next(next(read, separate), makePlan);
}

/** The same, without the records that cannot be made: each round of the stages may find more of them. */
function withoutBadRecords(
  read: Checked<Sources>,
  unmade: readonly MissingLeaflet[],
  world: World,
  options: RunOptions,
): Checked<Ready> {
  const told = read.value?.told ?? [];
  let plan = planWithoutBadRows(read);
  let round = throughStages(plan, world, options);
  const missing = [...unmade];
  const causes = [...told];
  while (round.bad.length > 0 && plan.value) {
    missing.push(...round.bad);
    causes.push(...round.findings.filter(isError));
    plan = { ...plan, value: withoutMissing(plan.value, round.bad) };
    round = throughStages(plan, world, options);
  }
  const isNothing = plan.value?.leaflets.length === 0;
  return {
    value: isNothing ? undefined : round.value && { ...round.value, missing },
    findings: eachOnce([...causes, ...round.findings, ...badRecords(missing, read.value)]),
  };
}

/** What came of all stages, and the leaflets that their own records stop. */
interface Round extends Checked<Ready> {
  readonly bad: readonly MissingLeaflet[];
}

function throughStages(plan: Checked<Plan>, world: World, options: RunOptions): Round {
  // A draft is made to look at what does not fit: it goes on as long as there is something to show.
  const onward = options.draft ? nextAnyhow : next;
  const composed = next(plan, (it) => composeAll(it, options));
  const laidOut = onward(composed, (it) => layOutAll(it, world, options));
  const ready = onward(laidOut, preflightAll);
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

interface Composed {
  readonly plan: Plan;
  readonly composed: readonly ComposedForm[];
  /** Leaflets for whose phones a wording is missing. */
  readonly bad: readonly MissingLeaflet[];
}

function composeAll(plan: Plan, options: RunOptions): Checked<Composed> {
  const { campaign, register } = plan.sources;
  const context: ComposeContext = {
    campaign,
    register,
    slotValues: slotValues(plan.leaflets),
    prepared: campaign.printOn,
    mayPrintUnconfirmed: campaign.demonstration || options.draft,
    mayPrintUnapproved: options.draft,
  };
  const unworded = new Map<Form, string>();
  const { value, findings } = each(plan.forms, (form) => {
    const made = composeForm(form, context);
    const fault = made.findings.find(({ code }) => code === 'copy/missing-for-phone');
    if (fault) unworded.set(form, fault.problem);
    return made;
  });
  const judged = templateFindings(plan);
  const told = new Set(judged.map(placeKey));
  return {
    value: value && { plan, composed: value, bad: missingOfForms(plan, unworded) },
    // A unit that no deck of the template has is told of the template, not of each deck again.
    findings: [
      ...Object.values(plan.sources.decks).flatMap(checkDeck),
      ...judged,
      ...findings.filter((it) => it.code !== 'copy/missing' || !told.has(placeKey(it))),
    ],
  };
}

const missingOfForms = ({ leaflets }: Plan, why: ReadonlyMap<Form, string>) =>
  leaflets.flatMap((leaflet) => {
    const reason = why.get(leaflet.form);
    return reason === undefined ? [] : [missingLeaflet(leaflet, reason)];
  });

const placeKey = ({ at }: Finding): string => JSON.stringify([at.file, at.line]);

/** Judges each template once, with the units of all its decks: also the parts that no form of this run takes. */
function templateFindings({ sources }: Plan): readonly Finding[] {
  const { templates, decks, register } = sources;
  return Object.values(templates).flatMap((template) => {
    const own = Object.values(decks).filter(({ id }) => id === template.deck);
    const ids = new Set(own.flatMap(({ units }) => units.map(({ id }) => id)));
    return checkTemplate(template, [...ids], register);
  });
}

/** One judgement a deck: what all its forms print, against its approval. */
function gateAll({ plan, composed }: Pick<Composed, 'plan' | 'composed'>): Finding[] {
  const { campaign, register } = plan.sources;
  const byDeck = new Map<string, { form: ComposedForm; used: UsedWords }>();
  for (const form of composed.flatMap(eachLanguage)) {
    const key = `${form.form.locale.tag}/${form.form.deck.id}`;
    const before = byDeck.get(key)?.used;
    byDeck.set(key, { form, used: usedWords(form, before) });
  }
  return [...byDeck.values()].flatMap(({ form: { form }, used }) =>
    checkApproval(campaign, form.deck, form.approval, register, used),
  );
}

/** A bilingual form as two of one language each, with the panels that are in it. */
function eachLanguage({ form, panels }: ComposedForm): readonly ComposedForm[] {
  const { second } = form;
  const inLanguage = (language: 'first' | 'second') =>
    panels.filter((panel) => panel.language === language);
  const first = { form, panels: inLanguage('first') };
  if (!second) return [first];
  return [first, { form: { ...form, ...second }, panels: inLanguage('second') }];
}

function layOutAll(before: Composed, world: World, options: RunOptions): Checked<Ready> {
  const { campaign, press } = before.plan.sources;
  const typesetterOf = typesetters(world);
  const cache = new PanelCache();
  const { value, findings } = each(before.composed, (composed) => {
    const { brand, locale, second } = composed.form;
    const wanted = {
      demonstration: campaign.demonstration,
      draft: options.draft,
      richBlack: press.richBlack,
      cache,
    };
    const first = typesetterOf(brand, locale);
    return next(first, (it) =>
      next(second ? typesetterOf(brand, second.locale) : first, (other) =>
        layOutForm(composed, it, wanted, other),
      ),
    );
  });
  const composed = value?.map(({ form, printed }) => ({ form, panels: printed }));
  const { plan } = before;
  return { value: value && composed && { plan, composed, forms: value, missing: [] }, findings };
}

/** One typesetter for all forms of a brand and a locale: what it has set once is there for the next form. */
function typesetters(world: World) {
  const library = openFaceLibrary(world);
  const opened = new Map<string, Checked<Typesetter>>();
  return (brand: BrandKit, locale: Locale): Checked<Typesetter> => {
    const key = `${brand.id}/${locale.tag}`;
    const known = opened.get(key) ?? openTypesetter(library, brand, locale);
    opened.set(key, known);
    return known;
  };
}

function preflightAll(ready: Ready): Checked<Ready> {
  const { campaign, press } = ready.plan.sources;
  const judged: JudgedPanels = new Map();
  const findings = ready.forms.flatMap((form, index) => {
    const composed = ready.composed[index];
    return composed ? preflight(form, composed, press, campaign, judged) : [];
  });
  return {
    value: ready,
    findings: [...findings, ...languageArtwork(ready.forms, ready.plan.leaflets)],
  };
}

/** The press for a campaign that is ready: fonts subset once, each panel drawn and compressed once. */
export const openPressFor = (ready: Ready, options: RunOptions): Press =>
  openPress(pressJob(ready, options));

/** The reader edition of a campaign that is ready. */
export interface ReaderEdition {
  /** With the forms as their readers meet them: a panel a side. */
  readonly ready: Ready;
  /** In the order of `ready.forms`. */
  readonly forms: readonly ReaderForm[];
  readonly press: Press;
  /** The same words as one HTML file. */
  readonly page: (leaflet: Leaflet) => Uint8Array;
}

/** The same leaflets as tagged PDFs, from the same layout and the same approval. */
export function openReaderEdition(ready: Ready, options: RunOptions): ReaderEdition {
  const { campaign, register } = ready.plan.sources;
  const readers = new ReaderForms(register, campaign.demonstration);
  const forms = ready.forms.map((form) => readers.of(form));
  return {
    ready: { ...ready, forms: forms.map(({ laidOut }) => laidOut) },
    forms,
    press: openReaderPress({ ...pressJob(ready, options), forms }),
    page: openPages(forms, ready.plan.sources.press),
  };
}

function openPages(forms: readonly ReaderForm[], { icc }: PressProfile) {
  const colour = openColour(icc);
  const pages = new HtmlPages(
    (ink) => colour?.inkToSrgb(ink) ?? [0, 0, 0],
    (inks) => colour?.pixelsToSrgb(inks) ?? new Uint8Array((inks.length / 4) * 3),
  );
  const byForm = new Map(forms.map((it) => [it.laidOut.form, it]));
  return (leaflet: Leaflet): Uint8Array => {
    const form = byForm.get(leaflet.form);
    if (!form) throw new Error(`no page for form ${leaflet.form.id}`);
    return pages.page(form, leaflet);
  };
}

function pressJob({ plan, forms }: Ready, { toolVersion }: RunOptions): PressJob {
  const { campaign, press } = plan.sources;
  return {
    forms,
    leaflets: plan.leaflets,
    profile: press,
    prepared: campaign.printOn,
    title: campaign.title,
    toolVersion,
  };
}
