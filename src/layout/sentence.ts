import type { Paragraph } from '../compose/blocks.js';

/** Most characters of a user's words that a finding quotes. */
const MOST = 60;

/** A user's words as a finding quotes them. */
export function quoted(words: string): string {
  const text = [...words.replace(/\s+/gu, ' ').trim()];
  return text.length > MOST ? `"${text.slice(0, MOST - 1).join('')}…"` : `"${text.join('')}"`;
}

/** All words of a paragraph. */
export const wordsOf = ({ runs }: Paragraph): string => runs.map((run) => run.text).join('');
