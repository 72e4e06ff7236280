import type { Composed } from './compose-plan.js';
import type { Checked } from './diagnostics/finding.js';
import { each, next } from './diagnostics/run-stages.js';
import { layOutForm } from './layout/lay-out-form.js';
import { PanelCache } from './layout/panel-cache.js';
import { languageArtwork } from './preflight/language-artwork.js';
import { type JudgedPanels, preflight } from './preflight/preflight.js';
import type { Ready, StageSetting } from './ready.js';
import type { BrandKit } from './sources/brand-kit.js';
import type { Locale } from './sources/locale.js';
import { openFaceLibrary } from './typeset/open-face-library.js';
import { openTypesetter } from './typeset/open-typesetter.js';
import type { Typesetter } from './typeset/typesetter.js';
import type { Workshop } from './units/workshop.js';
import type { World } from './world.js';

/** Lays out all forms. */
export function layOutAll(
  before: Composed,
  { world, options, workshop }: StageSetting,
): Checked<Ready> {
  const { campaign, press } = before.plan.sources;
  const typesetterOf = typesetters(world, workshop);
  const cache = new PanelCache(workshop);
  const { value, findings } = each(before.composed, (composed) => {
    const { brand, locale, second } = composed.form;
    const wanted = {
      demonstration: campaign.demonstration,
      draft: options.draft,
      richBlack: press.richBlack,
      cache,
      workshop,
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
function typesetters(world: World, workshop: Workshop) {
  const library = openFaceLibrary(world, workshop);
  const opened = new Map<string, Checked<Typesetter>>();
  return (brand: BrandKit, locale: Locale): Checked<Typesetter> => {
    const key = `${brand.id}/${locale.tag}`;
    const known = opened.get(key) ?? openTypesetter(library, brand, locale);
    opened.set(key, known);
    return known;
  };
}

/** Judges all forms by the rules that need no finished file. */
export function preflightAll(ready: Ready, { workshop }: StageSetting): Checked<Ready> {
  const { campaign, press } = ready.plan.sources;
  const judged: JudgedPanels = new Map();
  const findings = ready.forms.flatMap((form, index) => {
    const composed = ready.composed[index];
    return composed ? preflight(form, composed, press, campaign, judged, workshop) : [];
  });
  return {
    value: ready,
    findings: [...findings, ...languageArtwork(ready.forms, ready.plan.leaflets)],
  };
}
