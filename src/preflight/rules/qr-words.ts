import { finding } from '../../diagnostics/finding.js';
import { codeItems } from '../code-items.js';
import { textItems } from '../panel-text.js';
import type { Rule } from '../rule.js';

/** A code with no words beside it that say where it leads: a reader whose camera is dead is lost. */
export const qrWords: Rule = {
  id: 'LF-QR-WORDS',
  source: 'ours',
  check: ({ panel }) =>
    codeItems(panel)
      .filter(({ contact }) => !wordRefs(panel).has(contact))
      .map(({ contact, place }) =>
        finding(
          'preflight/qr-words',
          place,
          `the QR code for "${contact}" has no words on its panel that say the same`,
          'print the number or address in words beneath the code',
        ),
      ),
};

const wordRefs = ({ items }: Parameters<typeof codeItems>[0]): ReadonlySet<string> =>
  new Set(
    textItems(items).flatMap(({ text }) =>
      text.paragraph.runs.flatMap(({ origin }) => (origin.kind === 'contact' ? [origin.ref] : [])),
    ),
  );
