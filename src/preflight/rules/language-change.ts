import { finding } from '../../diagnostics/finding.js';
import { quoted } from '../../layout/sentence.js';
import { grouped } from '../../units/grouped.js';
import type { Ink } from '../../units/ink.js';
import { type PanelWords, panelWords } from '../panel-text.js';
import { isBare, platesOf } from '../plates.js';
import type { PanelSubject, Rule } from '../rule.js';

/** Words that need another plate than black, on a piece whose languages may differ in black alone. */
export const languageChange: Rule = {
  id: 'LF-language-change',
  source: 'the template: languageChange in template.yaml (printers call it a black plate change)',
  check: ({ panel, form, profile }) => {
    if (form.template.languageChange !== 'black-plate') return [];
    const wrong = panelWords(panel).filter((it) => !isOnBlackAlone(it, profile));
    const once = grouped(wrong, ({ words, style }) => `${style.ink.token} ${words}`);
    return [...once.values()].flatMap(([first]) => {
      if (first === undefined) return [];
      const { words, role, style, ground, place } = first;
      const name = role === 'marker' ? `the list mark ${quoted(words)}` : quoted(words);
      return [
        finding(
          'preflight/language-change',
          place,
          `${name} prints in "${style.ink.token}", ${inWords(style.ink, ground, profile)}; the template says that languages differ on the black plate alone`,
          'give it a colour that is black alone (0 0 0 100), or leave "languageChange" out of template.yaml',
          { sentence: words },
        ),
      ];
    });
  },
};

/** Solid black overprints its ground; a grey takes its ground away under it, so it needs bare paper. */
function isOnBlackAlone(
  { style: { ink }, ground }: PanelWords,
  profile: PanelSubject['profile'],
): boolean {
  if (isBare(ink)) return isBare(ground);
  const plates = platesOf(ink, profile);
  if (plates.size !== 1 || !plates.has('black')) return false;
  return isSolidBlack(ink) || isBare(ground);
}

const isSolidBlack = ({ cmyk, spot }: Ink): boolean => spot === undefined && cmyk[3] === 1;

function inWords(ink: Ink, ground: Ink, profile: PanelSubject['profile']): string {
  const plates = [...platesOf(ink, profile).keys()];
  if (plates.length === 0) return `no ink, cut out of its ground "${ground.token}"`;
  if (plates.join() === 'black') return `a grey, cut out of its ground "${ground.token}"`;
  return `on the plate${plates.length > 1 ? 's' : ''} ${plates.join(', ')}`;
}
