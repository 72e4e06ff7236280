import type { Form } from '../plan/plan.js';
import type { PressProfile } from '../sources/press-profile.js';

/**
 * Which of the Ghent Workgroup's 2022 figures hold: Label & Leaflet for what a die cuts out and for what lies
 * in a box, SheetCMYK and SheetSpot (alike but for the rules on spot inks) for all else. The laxer figures of
 * its digital variant are not used: the stricter hold on every press.
 */
export interface GwgVariant {
  readonly product: 'sheet' | 'label';
  readonly hasSpots: boolean;
}

/** The variant that a form is judged by on a press. */
export function variantOf(
  { format, brand }: Form,
  { spots }: Pick<PressProfile, 'spots'>,
): GwgVariant {
  const isLabel =
    format.product === 'label' || format.inBox !== undefined || (format.die ?? []).length > 0;
  const isSpot = Object.values(brand.inks).some(({ spot }) => spot !== undefined);
  return { product: isLabel ? 'label' : 'sheet', hasSpots: spots === 'plates' && isSpot };
}
