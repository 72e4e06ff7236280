import type { Checked, Finding } from '../diagnostics/finding.js';
import type { Workshop } from '../units/workshop.js';
import type { Art, BrandKit } from './brand-kit.js';
import type { Campaign } from './campaign.js';
import { readArt } from './read-art.js';
import type { IconSet, Template } from './template.js';

/** Reads the icons of every template in the inks of every brand that it is printed in. */
export function loadIcons(
  { leaflets }: Campaign,
  templates: Readonly<Record<string, Template>>,
  brands: Readonly<Record<string, BrandKit>>,
  workshop: Workshop,
): Checked<Readonly<Record<string, IconSet>>> {
  const findings: Finding[] = [];
  const value: Record<string, IconSet> = {};
  for (const leaflet of leaflets)
    for (const brandId of leaflet.brands) {
      const name = `${leaflet.template}/${brandId}`;
      const template = templates[leaflet.template];
      const brand = brands[brandId];
      if (template === undefined || brand === undefined || value[name] !== undefined) continue;
      const set = workshop.kept('icons', [template, brand], () => iconsIn(template, brand));
      findings.push(...set.findings);
      value[name] = set.icons;
    }
  return { value, findings };
}

function iconsIn(template: Template, { id, inks }: BrandKit) {
  const findings: Finding[] = [];
  const icons: Record<string, Art> = {};
  for (const [icon, { file, text }] of Object.entries(template.icons)) {
    const art = readArt(text, file, inks);
    findings.push(...art.findings.map((it) => ({ ...it, brand: id })));
    if (art.value !== undefined) icons[icon] = art.value;
  }
  return { icons, findings };
}
