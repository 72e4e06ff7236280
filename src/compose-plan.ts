import { checkApproval, type UsedWords } from './approval/check-approval.js';
import type { ComposedForm } from './compose/blocks.js';
import { checkDeck } from './compose/check-deck.js';
import { checkTemplate } from './compose/check-template.js';
import { type ComposeContext, composeForm } from './compose/compose-form.js';
import { usedWords } from './compose/used-words.js';
import type { Checked, Finding } from './diagnostics/finding.js';
import { each } from './diagnostics/run-stages.js';
import { type MissingLeaflet, missingLeaflet } from './plan/missing-leaflet.js';
import type { Form, Plan } from './plan/plan.js';
import { slotValues } from './plan/slot-values.js';
import type { StageSetting } from './ready.js';
import type { Workshop } from './units/workshop.js';

/** A plan, composed. */
export interface Composed {
  readonly plan: Plan;
  readonly composed: readonly ComposedForm[];
  /** Leaflets for whose phones a wording is missing. */
  readonly bad: readonly MissingLeaflet[];
}

/** Composes all forms, and judges decks and templates by themselves. */
export function composeAll(plan: Plan, { options, workshop }: StageSetting): Checked<Composed> {
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
    const made = composeOnce(form, context, workshop);
    const fault = made.findings.find(({ code }) => code === 'copy/missing-for-phone');
    if (fault) unworded.set(form, fault.problem);
    return made;
  });
  const judged = templateFindings(plan, workshop);
  const told = new Set(judged.map(placeKey));
  return {
    value: value && { plan, composed: value, bad: missingOfForms(plan, unworded) },
    // A unit that no deck of the template has is told of the template, not of each deck again.
    findings: [
      ...Object.values(plan.sources.decks).flatMap((deck) =>
        workshop.kept('deck', [deck], () => checkDeck(deck)),
      ),
      ...judged,
      ...findings.filter((it) => it.code !== 'copy/missing' || !told.has(placeKey(it))),
    ],
  };
}

/** A form, composed, and the slot values that it asked for. */
interface ComposedOnce {
  readonly made: Checked<ComposedForm>;
  readonly asked: ReadonlyMap<string, readonly string[]>;
}

/** A form as it was composed in an earlier run, of the same things; else anew, with those panels that came out as before. */
function composeOnce(
  form: Form,
  context: ComposeContext,
  workshop: Workshop,
): Checked<ComposedForm> {
  if (!workshop.lasts) return composeForm(form, context);
  const { campaign, register, prepared, mayPrintUnconfirmed, mayPrintUnapproved } = context;
  const of = [form, campaign, register, prepared, mayPrintUnconfirmed, mayPrintUnapproved];
  const place = workshop.kept('compose', of, (): { known?: ComposedOnce } => ({}));
  const valuesOf = (field: string) =>
    workshop.same(`values of ${field}`, context.slotValues(field));
  const { known } = place;
  if (known && [...known.asked].every(([field, values]) => valuesOf(field) === values))
    return known.made;
  const asked = new Map<string, readonly string[]>();
  const slotValues = (field: string) => {
    const values = valuesOf(field);
    asked.set(field, values);
    return values;
  };
  const { value, findings } = composeForm(form, { ...context, slotValues });
  const panels = value?.panels.map((panel) =>
    workshop.same(`panel ${form.id} ${panel.name}`, panel),
  );
  const made = { value: value && panels && { ...value, panels }, findings };
  place.known = { made, asked };
  return made;
}

const missingOfForms = ({ leaflets }: Plan, why: ReadonlyMap<Form, string>) =>
  leaflets.flatMap((leaflet) => {
    const reason = why.get(leaflet.form);
    return reason === undefined ? [] : [missingLeaflet(leaflet, reason)];
  });

const placeKey = ({ at }: Finding): string => JSON.stringify([at.file, at.line]);

/** Judges each template once, with the units of all its decks: also the parts that no form of this run takes. */
function templateFindings({ sources }: Plan, workshop: Workshop): readonly Finding[] {
  const { templates, decks, register } = sources;
  return Object.values(templates).flatMap((template) => {
    const own = Object.values(decks).filter(({ id }) => id === template.deck);
    return workshop.kept('template', [template, register, ...own], () => {
      const ids = new Set(own.flatMap(({ units }) => units.map(({ id }) => id)));
      return checkTemplate(template, [...ids], register);
    });
  });
}

/** One judgement a deck: what all its forms print, against its approval. */
export function gateAll({ plan, composed }: Pick<Composed, 'plan' | 'composed'>): Finding[] {
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
