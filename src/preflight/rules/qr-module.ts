import { finding } from '../../diagnostics/finding.js';
import { codeItems } from '../code-items.js';
import type { Rule } from '../rule.js';

/** The least module, mm: our choice for leaflets that are folded and carried; GS1 asks 0.375 for goods on a till. */
const LEAST_MODULE = 0.5;

/** Modules too small for an old phone's camera. */
export const qrModule: Rule = {
  id: 'LF-QR-MODULE',
  source: 'ours, from ISO/IEC 18004 practice',
  check: ({ panel }) =>
    codeItems(panel)
      .filter(({ module }) => module < LEAST_MODULE - 1e-6)
      .map(({ contact, module, symbol, place }) => {
        const size = Math.ceil(LEAST_MODULE * symbol.modules * 10) / 10;
        return finding(
          'preflight/qr-module',
          place,
          `the QR code for "${contact}" has modules of ${module.toFixed(2)} mm; the least is ${LEAST_MODULE} mm`,
          `make the code ${size} mm wide or more, or shorten its address`,
          { overMm: LEAST_MODULE - module },
        );
      }),
};
