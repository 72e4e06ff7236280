import { finding } from '../../diagnostics/finding.js';
import { codeItems } from '../code-items.js';
import type { Rule } from '../rule.js';

/** The least module, mm: our choice for leaflets that are folded and carried; GS1 asks 0.375 for goods on a till. A format may ask for less: 0.4 on tags and seals (print-spec 7). */
const LEAST_MODULE = 0.5;

/** Modules too small for an old phone's camera. */
export const qrModule: Rule = {
  id: 'LF-QR-MODULE',
  source: 'ours, from ISO/IEC 18004 practice',
  check: ({ panel, form }) => {
    const least = form.format.codes?.module ?? LEAST_MODULE;
    return codeItems(panel)
      .filter(({ module }) => module < least - 1e-6)
      .map(({ contact, module, symbol, place }) => {
        const size = Math.ceil(least * symbol.modules * 10) / 10;
        return finding(
          'preflight/qr-module',
          place,
          `the QR code for "${contact}" has modules of ${module.toFixed(2)} mm; the least is ${least} mm`,
          `make the code ${size} mm wide or more, or shorten its address`,
          { overMm: least - module },
        );
      });
  },
};
