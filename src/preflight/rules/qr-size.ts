import { finding } from '../../diagnostics/finding.js';
import { codeItems } from '../code-items.js';
import { codeBox } from '../item-ink.js';
import type { Rule } from '../rule.js';
import { inMm } from '../wording.js';

/** The least symbol, mm: a code is read from about ten times its width, and 20 cm is how a leaflet is held. A format may ask for less: 15 mm on tags and seals, which are held nearer. */
const LEAST_SYMBOL = 20;

/** A code too small to be read from where a leaflet is held. */
export const qrSize: Rule = {
  id: 'LF-QR-SIZE',
  source: 'ours: reading distance is about ten times the width',
  check: ({ panel, form }) => {
    const least = form.format.codes?.size ?? LEAST_SYMBOL;
    return codeItems(panel)
      .filter((code) => codeBox(code).width < least - 1e-6)
      .map((code) => {
        const { width } = codeBox(code);
        return finding(
          'preflight/qr-size',
          code.place,
          `the QR code for "${code.contact}" is ${inMm(width)} wide; the least is ${least} mm`,
          `make it ${least} mm wide or more`,
          { overMm: least - width },
        );
      });
  },
};
