import { finding } from '../../diagnostics/finding.js';
import { codeItems } from '../code-items.js';
import type { Srgb } from '../colour.js';
import { luminance, toLinear } from '../luminance.js';
import type { Rule } from '../rule.js';
import { inPercent } from '../wording.js';

/** The least difference of light between ground and modules: the best grade of symbol contrast, ISO/IEC 15415. */
const LEAST = 0.7;

/** A code whose modules are too light, or its ground too dark. */
export const qrContrast: Rule = {
  id: 'LF-QR-CONTRAST',
  source: 'ISO/IEC 15415, symbol contrast grade 4',
  check: ({ panel, colour }) =>
    codeItems(panel).flatMap(({ ink, ground, contact, place }) => {
      const contrast = symbolContrast(colour.inkToSrgb(ink), colour.inkToSrgb(ground));
      if (contrast >= LEAST) return [];
      return [
        finding(
          'preflight/qr-contrast',
          place,
          `the QR code for "${contact}" in "${ink.token}" on "${ground.token}" has a contrast of ${inPercent(contrast)}; the least is ${inPercent(LEAST)}`,
          'print it in black on bare paper',
        ),
      ];
    }),
};

/** Cameras see luminance, scanners at a till red light: the worse of the two counts. Negative where the code is lighter than its ground. */
const symbolContrast = (dark: Srgb, light: Srgb): number =>
  Math.min(luminance(light) - luminance(dark), toLinear(light[0]) - toLinear(dark[0]));
