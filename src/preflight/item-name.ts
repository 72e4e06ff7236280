import type { PanelItem } from '../layout/laid-out.js';
import { quoted, wordsOf } from '../layout/sentence.js';

/** What a reader would call an item. */
export function itemName(item: PanelItem): string {
  if (item.kind === 'text') return quoted(wordsOf(item.text.paragraph));
  if (item.kind === 'code') return `the QR code for "${item.contact}"`;
  if (item.kind === 'picture') return `the picture "${item.picture.name}"`;
  if (item.kind === 'art') return `the ${item.role}`;
  return `a ${item.kind === 'fill' ? 'ground or border' : 'line'} in "${item.ink.token}"`;
}
