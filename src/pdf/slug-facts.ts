import { diePlates } from '../layout/die-lines.js';
import type { LaidOutForm, LaidOutSide, PanelItem } from '../layout/laid-out.js';
import type { Ink } from '../units/ink.js';
import type { PageGeometry } from './page-geometry.js';
import type { PressJob } from './press.js';
import { isNarrow } from './slug.js';

/** What the slug line tells the press room, beside the job code. */
export function slugFacts(
  job: PressJob,
  form: LaidOutForm['form'],
  side: LaidOutSide,
  geometry: PageGeometry,
): readonly string[] {
  const plates = ['CMYK', ...spotNames(side, job.profile.spots), ...diePlates(side.die ?? [])];
  return [
    // A tag's edges hold less: the job code leads to the campaign.
    ...(isNarrow(geometry) ? [] : [job.title]),
    form.brand.name,
    form.locale.tag,
    form.template.title,
    side.name,
    plates.join(' + '),
    job.profile.condition,
    job.prepared,
  ];
}

/** The spot inks that a side prints with. */
function spotNames({ panels, overlay }: LaidOutSide, spots: 'plates' | 'fallback'): string[] {
  if (spots === 'fallback') return [];
  const items = [...panels.flatMap(({ panel }) => panel.items), ...overlay];
  const values = panels.flatMap(({ panel }) => panel.slots.map(({ node }) => node.text.style.ink));
  const inks = [...items.flatMap(inksOf), ...values];
  return [...new Set(inks.flatMap(({ spot }) => spot?.name ?? []))].sort();
}

function inksOf(item: PanelItem): readonly Ink[] {
  if (item.kind === 'picture') return [];
  if (item.kind === 'art') return item.parts.map(({ ink }) => ink);
  if (item.kind !== 'text') return [item.ink];
  return item.text.lines.flatMap(({ runs }) => runs.map(({ ink }) => ink));
}
