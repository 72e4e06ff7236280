import type { ComposedForm } from '../compose/blocks.js';
import { type Finding, finding } from '../diagnostics/finding.js';
import type { LaidOutForm, LaidOutSide } from '../layout/laid-out.js';
import type { Campaign } from '../sources/campaign.js';
import type { PressProfile } from '../sources/press-profile.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import { type Colour, openColour } from './colour.js';
import { noticeRoom } from './notice-room.js';
import type { PanelSubject } from './rule.js';
import { RULES } from './rules.js';

export { loadColour } from './colour.js';

/** What the rules said of panels seen earlier in the run, by key. */
export type JudgedPanels = Map<string, readonly Finding[]>;

/**
 * Judges a laid-out form by every rule, before a byte is written. `loadColour` comes first, once.
 *
 * Each distinct panel is judged once where the forms of a run share `judged`; what was judged in an earlier run is taken from `workshop`.
 */
export function preflight(
  form: LaidOutForm,
  composed: ComposedForm,
  profile: PressProfile,
  campaign: Campaign,
  judged: JudgedPanels = new Map(),
  workshop: Workshop = NO_WORKSHOP,
): readonly Finding[] {
  const colour = openColour(profile.icc);
  if (colour === undefined) return [noProfile(profile)];
  const { template, brand, locale } = form.form;
  const context = { leaflet: template.id, brand: brand.id, locale: locale.tag };
  const job = { form, composed, profile, campaign, colour, judged, workshop };
  return form.sides
    .flatMap((side) => [
      ...judgeSide(side, job),
      ...workshop.kept('notice room', [side], () => noticeRoom(side)),
    ])
    .map((it) => ({ ...context, ...it }));
}

interface Job {
  readonly form: LaidOutForm;
  readonly composed: ComposedForm;
  readonly profile: PressProfile;
  readonly campaign: Campaign;
  readonly colour: Colour;
  readonly judged: JudgedPanels;
  readonly workshop: Workshop;
}

function judgeSide({ name, panels }: LaidOutSide, job: Job): readonly Finding[] {
  const { form, profile, campaign, colour, judged, workshop } = job;
  return panels.flatMap(({ panel }) => {
    const composed = job.composed.panels.find((it) => it.name === panel.name);
    if (composed === undefined) return [];
    const key = [
      panel.key,
      panel.name,
      form.form.template.id,
      form.form.brand.id,
      form.form.locale.tag,
      form.form.format.id,
      name,
      profile.id,
      campaign.type,
      JSON.stringify(composed.roles),
    ].join('\n');
    const subject: PanelSubject = {
      panel,
      composed,
      side: name,
      form: form.form,
      profile,
      campaign,
      colour,
      typesetter: form.typesetter,
    };
    const { form: of, typesetter } = subject;
    const findings =
      judged.get(key) ??
      workshop.kept('judged', [of, composed, panel, profile, campaign, typesetter, name], () =>
        RULES.flatMap((rule) => rule.check(subject)),
      );
    judged.set(key, findings);
    return findings.map((it) => ({ ...it, panel: panel.name, locale: panel.lang }));
  });
}

const noProfile = ({ file, iccFile }: PressProfile): Finding =>
  finding(
    'preflight/colour-profile',
    { file },
    `"${iccFile}" is no CMYK output profile that can be read`,
    'use the ICC profile that your printer names, such as FOGRA39 or FOGRA51, unchanged',
  );
