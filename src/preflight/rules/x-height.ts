import { type Finding, finding, type Place } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { slotValue } from '../../layout/slot-value.js';
import type { GlyphRun, SetParagraph } from '../../typeset/set-paragraph.js';
import { fromPt, toPt } from '../../units/length.js';
import { longest, textItems } from '../panel-text.js';
import type { PanelSubject, Rule } from '../rule.js';
import { inMm, inPoints } from '../wording.js';

/** The least height of a small letter in clear print, mm (RNIB; "minimum x-height of 2mm or more ideally 2.3mm"). */
const LEAST_X_HEIGHT = 2;

/** What rounding may take off, mm. */
const ROUNDING = 0.001;

/** Scripts whose small letters have an x-height: in others the type size alone says how large they look. */
const SMALL_LETTER = /(?=\p{Ll})[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Type of 12 pt whose letters are small in their size: two fonts of one size may differ by a quarter. */
export const xHeight: Rule = {
  id: 'LF-X-HEIGHT',
  source: 'RNIB clear print, x-height 2 mm',
  check(subject) {
    if (subject.campaign.type !== 'clear-print') return [];
    const told = new Set<string>();
    // Smaller type has a finding of its own.
    const least = fromPt(subject.profile.minimum.bodyPt);
    const isJudged = (run: GlyphRun) => run.size >= least - ROUNDING;
    return bodyTexts(subject).flatMap(({ text, place }) => judge(text, place, { told, isJudged }));
  },
};

/** Everything set in body type: the imprint, notices and list marks are held to less. */
function bodyTexts({ panel, typesetter }: PanelSubject): { text: SetParagraph; place: Place }[] {
  const texts = textItems(panel.items)
    .filter(({ role }) => role !== 'small' && role !== 'notice' && role !== 'marker')
    .map(({ text, place }) => ({ text, place }));
  const values = panel.slots
    .filter(({ node }) => node.text.role !== 'small')
    .map(({ node }) => ({
      text: typesetter.set(slotValue(node, longest(node.values)), Number.POSITIVE_INFINITY),
      place: node.place,
    }));
  return [...texts, ...values];
}

/** One finding for each face and size that is too small. */
function judge(
  text: SetParagraph,
  place: Place,
  { told, isJudged }: { told: Set<string>; isJudged: (run: GlyphRun) => boolean },
): Finding[] {
  return text.lines
    .flatMap(({ runs }) => runs)
    .filter(isJudged)
    .flatMap((run) => {
      const height = heightOf(run);
      const key = `${run.face.id} ${run.size}`;
      if (height === undefined || height >= LEAST_X_HEIGHT - ROUNDING || told.has(key)) return [];
      told.add(key);
      const words = text.paragraph.runs.map((it) => it.text).join('');
      const least = (run.size * LEAST_X_HEIGHT) / height;
      return [
        finding(
          'preflight/x-height',
          place,
          `the small letters of ${run.face.familyName} in ${quoted(words)} are ${height.toFixed(2)} mm high; clear print asks for ${inMm(LEAST_X_HEIGHT)}`,
          `set it in ${inPoints(fromPt(Math.ceil(toPt(least) * 10) / 10))} or more, or choose a font with larger small letters`,
          { sentence: words, overMm: LEAST_X_HEIGHT - height },
        ),
      ];
    });
}

/** The height of a run's small letters, mm; undefined where it has none. */
function heightOf({ face, size, glyphs }: GlyphRun): number | undefined {
  if (!glyphs.some(({ text }) => SMALL_LETTER.test(text))) return undefined;
  return (face.xHeight / face.unitsPerEm) * size;
}
