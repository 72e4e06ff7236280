import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { grouped } from '../../units/grouped.js';
import { contrastRatio } from '../luminance.js';
import { panelWords } from '../panel-text.js';
import { inkOnGround } from '../plates.js';
import type { PanelSubject, Rule } from '../rule.js';

/** The least contrast of text and ground: WCAG 2.2, 1.4.3. For all sizes: paper has no zoom. */
const LEAST = 4.5;

/** Text that is too light on its ground, as the press prints both. */
export const contrast: Rule = {
  id: 'LF-CONTRAST',
  source: 'WCAG 2.2, 1.4.3, from the inks through the press profile',
  check: ({ panel, colour }) =>
    [
      ...grouped(
        panelWords(panel),
        ({ style, ground }) => `${style.ink.token} ${ground.token}`,
      ).values(),
    ]
      .map(([first]) => first)
      .flatMap((words) => {
        if (words === undefined) return [];
        const ratio = ratioOf(words, colour);
        if (ratio >= LEAST) return [];
        const { ink } = words.style;
        return [
          finding(
            'preflight/contrast',
            words.place,
            `${quoted(words.words)} in "${ink.token}" on "${words.ground.token}" has a contrast of ${ratio.toFixed(1)} to 1; the least is ${LEAST} to 1`,
            'use a darker ink on a light ground, or a lighter one on a dark ground',
            { sentence: words.words },
          ),
        ];
      }),
};

function ratioOf(
  { style, ground }: ReturnType<typeof panelWords>[number],
  colour: PanelSubject['colour'],
): number {
  return contrastRatio(colour.inkToSrgb(inkOnGround(style.ink, ground)), colour.inkToSrgb(ground));
}
