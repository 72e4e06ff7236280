import type { Heard, HeardLink } from '../layout/laid-out.js';
import type { ReadingBlock, ReadingPage, ReadingText } from './reading-page.js';

/** The links and pictures of a page in the order in which they are met: what its proof looks for. */
export const heardOf = ({ blocks }: ReadingPage): Heard => ({
  links: blocks.flatMap(linksOf),
  pictures: blocks.flatMap((it) => ('alt' in it ? [it.alt] : [])),
});

function linksOf(block: ReadingBlock): readonly HeardLink[] {
  if (block.kind === 'code') return [{ ...block.link, words: [] }];
  if (block.kind === 'text') return textLinks(block.text);
  return block.kind === 'list' ? block.entries.flatMap(({ text }) => textLinks(text)) : [];
}

const textLinks = ({ item, spans }: ReadingText): readonly HeardLink[] =>
  spans.flatMap(({ link, words }) => {
    if (!link) return [];
    const set = words.map(({ line, word }) => item.text.lines[line]?.words[word]?.text ?? '');
    return [{ ...link, words: set }];
  });
