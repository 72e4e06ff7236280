import type { Srgb } from './colour.js';

/** Light that a channel gives, from 0 to 1 (WCAG 2.2, relative luminance). */
export const toLinear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;

/** How light a colour is, 0 black to 1 white (WCAG 2.2, relative luminance). */
export const luminance = ([red, green, blue]: Srgb): number =>
  0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastRatio(one: Srgb, other: Srgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
