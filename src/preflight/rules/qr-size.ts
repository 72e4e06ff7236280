import { finding } from '../../diagnostics/finding.js';
import { codeItems } from '../code-items.js';
import { codeBox } from '../item-ink.js';
import type { Rule } from '../rule.js';
import { inMm } from '../wording.js';

/** The least symbol, mm: a code is read from about ten times its width, and 20 cm is how a leaflet is held. */
const LEAST_SYMBOL = 20;

/** A code too small to be read from where a leaflet is held. */
export const qrSize: Rule = {
  id: 'LF-QR-SIZE',
  source: 'ours: reading distance is about ten times the width',
  check: ({ panel }) =>
    codeItems(panel)
      .filter((code) => codeBox(code).width < LEAST_SYMBOL - 1e-6)
      .map((code) => {
        const { width } = codeBox(code);
        return finding(
          'preflight/qr-size',
          code.place,
          `the QR code for "${code.contact}" is ${inMm(width)} wide; the least is ${LEAST_SYMBOL} mm`,
          `make it ${LEAST_SYMBOL} mm wide or more`,
          { overMm: LEAST_SYMBOL - width },
        );
      }),
};
