import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { codeItems } from '../code-items.js';
import type { Rule } from '../rule.js';

/** Modules along the side of version 6, ISO/IEC 18004; our most, for codes of 20 to 25 mm. */
const MOST_MODULES = 41;

/** A code so dense that creases and cheap cameras defeat it. */
export const qrVersion: Rule = {
  id: 'LF-QR-VERSION',
  source: 'ours, from ISO/IEC 18004',
  check: ({ panel }) =>
    codeItems(panel)
      .filter(({ symbol }) => symbol.modules > MOST_MODULES)
      .map(({ symbol, contact, place }) =>
        finding(
          'preflight/qr-version',
          place,
          `the QR code for "${contact}" needs ${symbol.modules} modules a side for ${quoted(symbol.target)}; the most is ${MOST_MODULES}`,
          'give the contact a shorter address',
        ),
      ),
};
