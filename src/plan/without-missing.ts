import type { Sources } from '../sources/sources.js';
import type { MissingLeaflet } from './missing-leaflet.js';
import type { Plan } from './plan.js';

/** The same plan without some of its leaflets, and without the forms that only these had. */
export function withoutMissing(plan: Plan, missing: readonly MissingLeaflet[]): Plan {
  const names = new Set(missing.map(({ fileName }) => fileName));
  const leaflets = plan.leaflets.filter(({ fileName }) => !names.has(fileName));
  const used = new Set(leaflets.map(({ form }) => form));
  return { ...plan, leaflets, forms: plan.forms.filter((form) => used.has(form)) };
}

/** The leaflets of rows that cannot be read: one for each template, brand and locale of the campaign. */
export const missingOfRows = ({ campaign, badRows }: Sources): readonly MissingLeaflet[] =>
  badRows.flatMap(({ sku, shop, place, findings }) =>
    campaign.leaflets.flatMap(({ template, brands, locales }) =>
      brands.flatMap((brand) =>
        locales.map((locale) => ({
          sku,
          ...(shop !== undefined && { shop }),
          template,
          brand,
          locale,
          why: findings.map(({ problem }) => problem).join('; '),
          place,
        })),
      ),
    ),
  );
