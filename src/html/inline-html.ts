import type { InlineRun } from '../compose/blocks.js';
import type { TextItem } from '../layout/laid-out.js';
import { langOf, linkOf, type ReadingContext } from '../reading/reading-spans.js';
import { escapeHtml } from './escape-html.js';

/** From this weight on type is bold. */
const BOLD = 600;

/** Whether all of a text is bold: then the paragraph is, and not the words in it. */
export const isBold = ({ text }: TextItem): boolean =>
  text.paragraph.runs.every(({ style }) => style.weight >= BOLD);

/** The words of a text with their links, languages and what of them is bold. */
export function inlineHtml(item: TextItem, context: ReadingContext): string {
  const { runs, lang, direction } = item.text.paragraph;
  const isHeading = /^h[1-3]$/.test(item.role);
  const marksBold = !isHeading && !isBold(item);
  return runs
    .map((run) => {
      const isStrong = marksBold && run.style.weight >= BOLD;
      const words = withDirection(run, direction, escapeHtml(run.text).replaceAll('\n', '<br>'));
      return linked(run, langOf(run, lang, context), isStrong ? strong(words) : words, context);
    })
    .join('');
}

/** The spaces at the ends of a bold run stay outside of it. */
const strong = (words: string): string =>
  words.replace(/^(\s*)(.*?)(\s*)$/s, '$1<strong>$2</strong>$3');

/** A number to call keeps its digits in their order in a line that runs from right to left. */
const withDirection = ({ isolate }: InlineRun, direction: 'ltr' | 'rtl', words: string): string =>
  isolate && direction === 'rtl' ? `<bdi dir="ltr">${words}</bdi>` : words;

function linked(
  run: InlineRun,
  lang: string | undefined,
  words: string,
  context: ReadingContext,
): string {
  const spoken = lang === undefined ? '' : ` lang="${lang}"`;
  const link = linkOf(run, context);
  // The printed words are the link's name; a label of other words would hide them from who speaks them to click.
  if (link) return `<a href="${escapeHtml(link.target)}"${spoken}>${words}</a>`;
  return spoken === '' ? words : `<span${spoken}>${words}</span>`;
}
