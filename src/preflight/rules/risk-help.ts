import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { wordingsOf } from '../../sources/wordings-of.js';
import type { Rule } from '../rule.js';

/** A panel that names a danger and says nowhere where help is. */
export const riskHelp: Rule = {
  id: 'LF-RISK-HELP',
  source: 'ours: Samaritans and WHO guidance on naming risk with help beside it',
  check({ composed, form }) {
    const [risk] = composed.roles.risk;
    if (risk === undefined || composed.roles.help.length > 0) return [];
    const unit = form.deck.units
      .flatMap(wordingsOf)
      .find((it) => it.key === risk || it.id === risk);
    const words = unit === undefined ? `"${risk}"` : quoted(unit.text);
    return [
      finding(
        'preflight/risk-without-help',
        unit?.place ?? composed.root.place,
        `panel "${composed.name}" names a risk, ${words}, and says nowhere where help is`,
        'put a contact or a unit with role: help on the same panel',
        { sentence: unit?.text },
      ),
    ];
  },
};
