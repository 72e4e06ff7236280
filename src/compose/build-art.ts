import { finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import type { ArtNode } from './blocks.js';
import type { Building, Dressed } from './dress.js';

/** A logo of the brand kit or an icon of the template. */
export function buildArt({ element, style, look }: Dressed, { it }: Building): ArtNode | undefined {
  const isLogo = element.tag === 'brand-logo';
  const { form } = it;
  const name = isLogo ? (element.attributes.variant ?? 'main') : element.attributes.name;
  if (name === undefined) return undefined;
  const logo = isLogo && Object.hasOwn(form.brand.logos, name) ? form.brand.logos[name] : undefined;
  const icon = !isLogo && Object.hasOwn(form.icons, name) ? form.icons[name] : undefined;
  const art = logo ?? icon;
  if (!art) {
    const known = Object.keys(isLogo ? form.brand.logos : form.icons);
    const problem = isLogo
      ? `the brand kit "${form.brand.id}" has no logo "${name}"`
      : `the template has no icon "${name}"`;
    it.report(finding('art/unknown', element.place, problem, nameOneOf(name, known)));
    return undefined;
  }
  const node = { kind: 'art', style, place: element.place, art, ink: look.ink } as const;
  const isMirrored = element.attributes.mirror === 'rtl' && form.locale.direction === 'rtl';
  if (!logo) return { ...node, role: 'icon', isMirrored };
  const { clearSpace, minWidth, alt } = logo;
  return { ...node, role: 'logo', isMirrored: false, logo: { clearSpace, minWidth, alt } };
}
