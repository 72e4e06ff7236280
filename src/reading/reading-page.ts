import type {
  ArtItem,
  CodeItem,
  LaidOutPanel,
  LaidOutSlot,
  PictureItem,
  TextItem,
} from '../layout/laid-out.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { Locale } from '../sources/locale.js';
import { contactLink, type ReadingLink } from './contact-link.js';
import {
  marketLanguage,
  type ReadingContext,
  type ReadingSpan,
  readingSpans,
} from './reading-spans.js';

/** Headings follow each other without a gap, whatever sizes the template chose. */
type ReadingRole = 'H1' | 'H2' | 'H3' | 'P';

/** A text with its place in the panel's items. */
export interface ReadingText {
  readonly index: number;
  readonly item: TextItem;
  readonly spans: readonly ReadingSpan[];
}

/** An entry of a list. */
export interface ReadingListEntry {
  readonly marker: { readonly index: number; readonly item: TextItem } | undefined;
  readonly text: ReadingText;
}

/** A part of a panel in the order in which it is read. */
export type ReadingBlock =
  | { readonly kind: 'text'; readonly role: ReadingRole; readonly text: ReadingText }
  | {
      readonly kind: 'list';
      readonly isNumbered: boolean;
      readonly entries: readonly ReadingListEntry[];
    }
  | {
      readonly kind: 'slot';
      readonly role: ReadingRole;
      readonly slot: LaidOutSlot;
      /** Which of the panel's slots. */
      readonly at: number;
      /** The item that is painted next after the slot's own ground. */
      readonly before: number;
      /** BCP 47, where the value is not in the panel's language. */
      readonly lang: string | undefined;
    }
  | {
      readonly kind: 'code';
      readonly index: number;
      readonly item: CodeItem;
      readonly alt: string;
      readonly link: ReadingLink;
    }
  | { readonly kind: 'logo'; readonly index: number; readonly item: ArtItem; readonly alt: string }
  | {
      readonly kind: 'picture';
      readonly index: number;
      readonly item: PictureItem;
      readonly alt: string;
    };

/** One panel as a reader meets it: a page of its own. */
export interface ReadingPage {
  readonly panel: LaidOutPanel;
  /** Its first heading, or else its first words: what a list of contents shows. */
  readonly title: string;
  readonly blocks: readonly ReadingBlock[];
  readonly context: ReadingContext;
}

/** A panel as it is read. */
export function readingPage(
  panel: LaidOutPanel,
  locale: Locale,
  register: ContactRegister,
): ReadingPage {
  const market = marketLanguage(register.country);
  const context = { register, market, script: locale.script };
  const blocks = new PanelReader(panel, locale, context).read();
  return { panel, title: titleOf(blocks), blocks, context };
}

class PanelReader {
  readonly #panel: LaidOutPanel;
  readonly #locale: Locale;
  readonly #context: ReadingContext;
  /** Of the heading before. */
  #level = 0;

  constructor(panel: LaidOutPanel, locale: Locale, context: ReadingContext) {
    this.#panel = panel;
    this.#locale = locale;
    this.#context = context;
  }

  read(): readonly ReadingBlock[] {
    return this.#panel.reading.flatMap((part): readonly ReadingBlock[] => {
      if (part.kind === 'slot') return this.#slot(part.slot, part.before);
      if (part.kind === 'item') return this.#item(part.item);
      const entries = part.entries.map(({ marker, item }) => ({
        marker: marker === undefined ? undefined : { index: marker, item: this.#text(marker) },
        text: this.#spans(item),
      }));
      const first = entries[0]?.marker?.item.text.lines[0]?.words[0]?.text ?? '';
      return [{ kind: 'list', isNumbered: /\d/.test(first), entries }];
    });
  }

  #item(index: number): readonly ReadingBlock[] {
    const item = this.#panel.items[index];
    if (item?.kind === 'code') return this.#code(index, item);
    if (item?.kind === 'picture') return [{ kind: 'picture', index, item, alt: item.alt }];
    if (item?.kind === 'art') return [{ kind: 'logo', index, item, alt: item.alt }];
    return [{ kind: 'text', role: this.#role(this.#text(index).role), text: this.#spans(index) }];
  }

  /** A code is said as what it opens, and is a link: nobody can scan the screen that shows it. */
  #code(index: number, item: CodeItem): readonly ReadingBlock[] {
    const link = contactLink(this.#context.register, item.contact);
    if (link?.target !== item.symbol.target)
      throw new Error(`the code for ${item.contact} leads elsewhere than its contact`);
    const name = this.#locale.spoken?.qrCode;
    const alt = name === undefined ? link.label : `${name}, ${link.label}`;
    return [{ kind: 'code', index, item, alt, link }];
  }

  #slot(at: number, before: number): readonly ReadingBlock[] {
    const slot = this.#panel.slots[at];
    if (!slot) throw new Error(`panel "${this.#panel.name}" has no slot ${at}`);
    const { market, script } = this.#context;
    const lang = script === 'Latn' ? undefined : market;
    return [{ kind: 'slot', role: this.#role(slot.node.text.role), slot, at, before, lang }];
  }

  #text(index: number): TextItem {
    const item = this.#panel.items[index];
    if (item?.kind !== 'text') throw new Error(`item ${index} of "${this.#panel.name}" is no text`);
    return item;
  }

  #spans(index: number): ReadingText {
    const item = this.#text(index);
    return { index, item, spans: readingSpans(item.text, this.#context) };
  }

  #role(role: TextItem['role']): ReadingRole {
    const asked = { h1: 1, h2: 2, h3: 3 }[role as 'h1' | 'h2' | 'h3'];
    if (asked === undefined) return 'P';
    this.#level = Math.min(asked, this.#level + 1);
    return `H${this.#level}` as ReadingRole;
  }
}

function titleOf(blocks: readonly ReadingBlock[]): string {
  const texts = blocks.filter((it) => it.kind === 'text');
  const title = texts.find(({ role }) => role !== 'P') ?? texts[0];
  return title ? spokenText(title.text.item) : '';
}

/** A set text as one line of words. */
const spokenText = ({ text }: TextItem): string =>
  text.lines.flatMap((line) => line.words.map((word) => word.text)).join(' ');
