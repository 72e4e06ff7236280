import { finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import { contactTarget } from '../sources/contact-target.js';
import type { Composition, Words } from './composition.js';
import { contactById, contactWords } from './contact-words.js';
import type { Content, Element } from './element.js';
import { CARD_FIELDS } from './elements.js';

const CARD_CLASSES: Readonly<Record<string, string>> = {
  name: 'contact-name',
  phone: 'contact-number',
  text: 'contact-number',
  url: 'contact-address',
  hours: 'contact-hours',
  cost: 'contact-cost',
};

/** Fields by which a reader can reach a contact. */
const REACHES = new Set(['phone', 'text', 'url']);

const paragraph = (words: Words, className: string, { place }: Element): Element => ({
  kind: 'element',
  tag: 'p',
  classes: [className],
  id: undefined,
  attributes: {},
  children: [{ kind: 'words', words, strong: false }],
  place,
});

/** What a contact element prints, and whether a reader can reach help by it. */
export interface ContactContent {
  readonly children: readonly Content[];
  readonly reaches: boolean;
}

/** The paragraphs of a contact card, in the order of its `show`. */
export function cardContent(it: Composition, card: Element): ContactContent {
  const id = card.attributes.contact ?? '';
  const fields = (card.attributes.show ?? '').split(/\s+/).filter(Boolean);
  if (fields.length === 0 && card.attributes.show !== undefined) reportField(it, card, '');
  let reaches = false;
  const children = fields.flatMap((field) => {
    if (!(CARD_FIELDS as readonly string[]).includes(field)) {
      reportField(it, card, field);
      return [];
    }
    const words = contactWords(it, id, field, card.place);
    if (!words) return [];
    reaches ||= REACHES.has(field);
    return [paragraph(words, CARD_CLASSES[field] ?? '', card)];
  });
  return { children, reaches };
}

function reportField(it: Composition, card: Element, field: string): void {
  const problem = `show="${field}" names nothing that a contact card shows`;
  it.report(finding('html/value', card.place, problem, nameOneOf(field, CARD_FIELDS)));
}

/** The symbol of a QR code with its target, and the same in words beneath it. */
export function codeContent(it: Composition, code: Element): ContactContent {
  const { contact: id, field, label } = code.attributes;
  if (id === undefined || field === undefined) return { children: [], reaches: false };
  const words = contactWords(it, id, field, code.place);
  const contact = words && contactById(it, id, code.place);
  const target = contact && contactTarget(contact, field);
  if (!words || target === undefined || words.origin.kind !== 'contact')
    return { children: [], reaches: false };
  const symbol: Element = {
    kind: 'element',
    tag: 'qr-symbol',
    classes: [],
    id: undefined,
    attributes: { target, contact: words.origin.ref },
    children: [],
    place: code.place,
  };
  const children = label === 'none' ? [symbol] : [symbol, paragraph(words, 'qr-label', code)];
  return { children, reaches: true };
}
