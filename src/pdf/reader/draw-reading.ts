import type { PanelItem, TextItem } from '../../layout/laid-out.js';
import type {
  ReadingBlock,
  ReadingListEntry,
  ReadingPage,
  ReadingText,
} from '../../reading/reading-page.js';
import type { ReadingSpan } from '../../reading/reading-spans.js';
import type { Box } from '../../units/box.js';
import type { Ink } from '../../units/ink.js';
import { toPt } from '../../units/length.js';
import { Content, type ContentResources } from '../content.js';
import { deflate } from '../deflate.js';
import { drawItems } from '../draw-items.js';
import { drawText } from '../draw-text.js';
import type { FontUse } from '../font-use.js';
import type { ToScreen } from '../raster.js';
import type { LinkArea, TagKid, TagNode } from './tag-node.js';

/** A panel as page content with its tags, drawn and deflated once for all files that hold it. */
export interface DrawnReading extends ContentResources {
  /** Streams that follow each other; after each but the last stands the value of a slot. */
  readonly parts: readonly Uint8Array[];
  /** The slots in the order in which their values stand between the parts. */
  readonly slots: readonly number[];
  /** MCIDs in the parts: 0 up to this. A slot's value has this plus the slot's own number. */
  readonly marks: number;
  readonly tags: readonly TagNode[];
}

/** What a reader's pages are drawn with. */
export interface ReaderInk {
  readonly fonts: FontUse;
  /** Red, green and blue of an ink, 0 to 1. */
  readonly colour: (ink: Ink) => readonly number[];
  readonly pixels: ToScreen;
}

/** Draws a panel: what is read in marked parts numbered from 0, all else as ornament. Its bytes depend on the panel alone. */
export function drawReading(page: ReadingPage, ink: ReaderInk): DrawnReading {
  return new ReadingDrawer(page, ink).draw();
}

/** Room round a link's words for a finger, mm. */
const TOUCH = 0.6;

type Owner =
  | { readonly block: ReadingBlock; readonly entry?: undefined }
  | { readonly block: Extract<ReadingBlock, { kind: 'list' }>; readonly entry: ReadingListEntry };

class ReadingDrawer {
  readonly #page: ReadingPage;
  readonly #fonts: FontUse;
  readonly #content: Content;
  readonly #parts: Uint8Array[] = [];
  /** What has been drawn of each block and entry. */
  readonly #kids = new Map<object, TagKid[]>();
  #marks = 0;
  #isOrnament = false;

  constructor(page: ReadingPage, { fonts, colour, pixels }: ReaderInk) {
    this.#page = page;
    this.#fonts = fonts;
    this.#content = new Content('fallback', { colour, pixels });
  }

  draw(): DrawnReading {
    const { panel, blocks } = this.#page;
    const slots = blocks.filter((it) => it.kind === 'slot');
    const owners = ownersOf(blocks);
    let next = 0;
    panel.items.forEach((item, index) => {
      for (; (slots[next]?.before ?? Infinity) <= index; next += 1) this.#cut();
      const owner = owners.get(index);
      if (owner) this.#drawRead(item, owner);
      else this.#drawOrnament(item);
    });
    for (; next < slots.length; next += 1) this.#cut();
    this.#cut();
    return {
      parts: this.#parts,
      slots: slots.map(({ at }) => at),
      marks: this.#marks,
      tags: blocks.map((block) => this.#tagOf(block)),
      fonts: this.#content.fonts,
      spots: this.#content.spots,
      rasters: this.#content.rasters,
    };
  }

  #cut(): void {
    this.#endOrnament();
    this.#parts.push(deflate(this.#content.take()));
  }

  #drawOrnament(item: PanelItem): void {
    if (!this.#isOrnament) this.#content.put('/Artifact BMC');
    this.#isOrnament = true;
    drawItems(this.#content, this.#fonts, [item], this.#page.panel.height);
  }

  #endOrnament(): void {
    if (this.#isOrnament) this.#content.put('EMC');
    this.#isOrnament = false;
  }

  #drawRead(item: PanelItem, { block, entry }: Owner): void {
    this.#endOrnament();
    if (entry && entry.marker?.item === item)
      this.#keep(entry.marker, [this.#drawPlain(entry.marker.item)]);
    else if (entry) this.#keep(entry.text, this.#drawText(entry.text, 'LBody'));
    else if (block.kind === 'text') this.#keep(block, this.#drawText(block.text, block.role));
    else this.#keep(block, [this.#drawFigure(item)]);
  }

  #keep(what: object, kids: TagKid[]): void {
    this.#kids.set(what, kids);
  }

  #begin(type: string): { readonly mcid: number; readonly operator: string } {
    const mcid = this.#marks;
    this.#marks += 1;
    return { mcid, operator: `/${type} <</MCID ${mcid}>> BDC` };
  }

  #drawPlain(item: TextItem): TagKid {
    const { mcid, operator } = this.#begin('Lbl');
    this.#put(item, (line, word) => (line === 0 && word === 0 ? operator : undefined));
    return { kind: 'content', mcid };
  }

  #drawFigure(item: PanelItem): TagKid {
    const { mcid, operator } = this.#begin('Figure');
    this.#content.put(operator);
    drawItems(this.#content, this.#fonts, [item], this.#page.panel.height);
    this.#content.put('EMC');
    return { kind: 'content', mcid };
  }

  #drawText({ item, spans }: ReadingText, type: string): TagKid[] {
    const operators = new Map<string, string>();
    const kids = spans.map((span, at): TagKid => {
      const inner = span.link ? 'Link' : 'Span';
      const isPlain = !span.link && span.lang === undefined;
      const { mcid, operator } = this.#begin(isPlain ? type : inner);
      const first = span.words[0];
      operators.set(`${first?.line} ${first?.word}`, at === 0 ? operator : `EMC\n${operator}`);
      const content: TagKid = { kind: 'content', mcid };
      if (isPlain) return content;
      const areas = this.#areas(item, span);
      return { kind: 'element', type: inner, lang: span.lang, kids: [content, ...areas] };
    });
    this.#put(item, (line, word) => operators.get(`${line} ${word}`));
    return kids;
  }

  #put(item: TextItem, before: (line: number, word: number) => string | undefined): void {
    const { height } = this.#page.panel;
    const tags = { before, end: 'EMC' };
    drawText(this.#content, this.#fonts, item.text, toPt(item.x), toPt(height - item.y), tags);
  }

  /** Where a link's words stand: one area a line. */
  #areas(item: TextItem, { link, words }: ReadingSpan): LinkArea[] {
    if (!link) return [];
    const lines = [...new Set(words.map(({ line }) => line))];
    return lines.flatMap((at) => {
      const line = item.text.lines[at];
      if (!line) return [];
      const set = words
        .filter((it) => it.line === at)
        .flatMap(({ word }) => line.words[word] ?? []);
      const left = Math.min(...set.map((word) => word.x)) - TOUCH;
      const right = Math.max(...set.map((word) => word.x + word.width)) + TOUCH;
      const y = item.y + line.baseline - line.ascent - TOUCH;
      const height = line.ascent + line.descent + 2 * TOUCH;
      return [this.#area(link, { x: item.x + line.x + left, y, width: right - left, height })];
    });
  }

  #area({ target, label }: { target: string; label: string }, box: Box): LinkArea {
    return { kind: 'area', target, label, rect: this.#rect(box) };
  }

  /** A box of the panel in points from its bottom left, to a thousandth. */
  #rect({ x, y, width, height }: Box): readonly number[] {
    const bottom = this.#page.panel.height - y - height;
    const sides = [x, bottom, x + width, bottom + height];
    return sides.map((side) => Math.round(toPt(side) * 1000) / 1000);
  }

  #tagOf(block: ReadingBlock): TagNode {
    const kids = this.#kids.get(block) ?? [];
    switch (block.kind) {
      case 'text':
        return { kind: 'element', type: block.role, kids };
      case 'slot': {
        const slot: TagKid = { kind: 'slot', at: block.at };
        return { kind: 'element', type: block.role, lang: block.lang, kids: [slot] };
      }
      case 'list': {
        const numbering = block.isNumbered ? 'Decimal' : 'Disc';
        const entries = block.entries.map((entry) => this.#entryTag(entry));
        return { kind: 'element', type: 'L', numbering, kids: entries };
      }
      case 'logo':
      case 'picture':
        return this.#figure(block.item.box, block.alt, kids);
      case 'code': {
        const { x, y, module, symbol } = block.item;
        const size = module * symbol.modules;
        const box = { x, y, width: size, height: size };
        const figure = this.#figure(box, block.alt, kids);
        const link: TagKid[] = [figure, this.#area(block.link, box)];
        return {
          kind: 'element',
          type: 'P',
          kids: [{ kind: 'element', type: 'Link', kids: link }],
        };
      }
    }
  }

  #figure(box: Box, alt: string, kids: readonly TagKid[]): TagNode {
    return { kind: 'element', type: 'Figure', alt, bbox: this.#rect(box), kids };
  }

  #entryTag({ marker, text }: ReadingListEntry): TagNode {
    const label: TagKid[] = marker
      ? [{ kind: 'element', type: 'Lbl', kids: this.#kids.get(marker) ?? [] }]
      : [];
    const body: TagKid = { kind: 'element', type: 'LBody', kids: this.#kids.get(text) ?? [] };
    return { kind: 'element', type: 'LI', kids: [...label, body] };
  }
}

/** Which block each item of a panel belongs to; an item of none is ornament. */
function ownersOf(blocks: readonly ReadingBlock[]): ReadonlyMap<number, Owner> {
  const owners = new Map<number, Owner>();
  for (const block of blocks) {
    if (block.kind === 'text') owners.set(block.text.index, { block });
    if ('alt' in block) owners.set(block.index, { block });
    if (block.kind !== 'list') continue;
    for (const entry of block.entries) {
      if (entry.marker) owners.set(entry.marker.index, { block, entry });
      owners.set(entry.text.index, { block, entry });
    }
  }
  return owners;
}
