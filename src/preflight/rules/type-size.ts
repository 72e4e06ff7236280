import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { grouped } from '../../units/grouped.js';
import { fromPt } from '../../units/length.js';
import { type PanelWords, panelWords } from '../panel-text.js';
import type { PanelSubject, Rule } from '../rule.js';
import { inPoints } from '../wording.js';

/** What rounding may take off a size, mm. */
const ROUNDING = 0.001;

/** Large print, pt (UKAAF G003: 16 at least, better 18). Imprint and job code apart: they are not for reading. */
const LARGE_PRINT_PT = 16;

/** Type that a parent with tired eyes cannot read. Body by the campaign's profile, imprint and job code 7 pt. */
export const typeSize: Rule = {
  id: 'LF-TYPE-SIZE',
  source: 'RNIB clear print; UKAAF large print; press profile',
  check(subject) {
    const small = panelWords(subject.panel).filter(
      (it) => it.style.size < leastSize(it, subject) - ROUNDING,
    );
    return [...grouped(small, (it) => `${it.role} ${it.style.size}`).values()].flatMap(
      ([first]) => {
        if (first === undefined) return [];
        const least = leastSize(first, subject);
        return [
          finding(
            'preflight/type-size',
            first.place,
            `${quoted(first.words)} is set in ${inPoints(first.style.size)}; the least here is ${inPoints(least)}`,
            `set it in ${inPoints(least)} or more`,
            { sentence: first.words, overMm: least - first.style.size },
          ),
        ];
      },
    );
  },
};

function leastSize({ role }: PanelWords, { profile, campaign, form }: PanelSubject): number {
  const { imprintPt, bodyPt, compactBodyPt } = profile.minimum;
  if (role === 'small' || role === 'notice') return fromPt(imprintPt);
  if (form.template.type === 'large-print') return fromPt(LARGE_PRINT_PT);
  return fromPt(campaign.type === 'compact' ? compactBodyPt : bodyPt);
}
