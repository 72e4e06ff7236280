import type { Checked, Finding } from '../diagnostics/finding.js';
import type { BrandKit } from './brand-kit.js';
import type { Campaign } from './campaign.js';
import type { KeptReads } from './kept-reads.js';
import type { Picture, PictureSet } from './picture.js';
import { readPicture } from './read-picture.js';
import type { Template } from './template.js';

/** Reads the pictures of every template and of every brand that it is printed in, each file once. */
export async function loadPictures(
  reads: KeptReads,
  { leaflets }: Campaign,
  templates: Readonly<Record<string, Template>>,
  brands: Readonly<Record<string, BrandKit>>,
): Promise<Checked<Readonly<Record<string, PictureSet>>>> {
  const read = new Map<string, Checked<Picture>>();
  const value: Record<string, PictureSet> = {};
  for (const leaflet of leaflets)
    for (const brandId of leaflet.brands) {
      const template = templates[leaflet.template];
      const brand = brands[brandId];
      if (template === undefined || brand === undefined) continue;
      const set: Record<string, Picture> = {};
      for (const [name, { file, place }] of Object.entries({
        ...template.pictures,
        ...brand.pictures,
      })) {
        const known =
          read.get(file) ??
          (await reads.once('picture', [place, name, file], (from) =>
            readPicture(from, name, file, place),
          ));
        read.set(file, known);
        if (known.value !== undefined) set[name] = known.value;
      }
      value[`${leaflet.template}/${brandId}`] = set;
    }
  const findings: Finding[] = [...read.values()].flatMap((it) => it.findings);
  return { value, findings };
}
