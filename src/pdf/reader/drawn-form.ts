import type { LaidOutForm, PanelItem } from '../../layout/laid-out.js';
import { placeSlot } from '../../layout/place-slot.js';
import type { ReaderForm } from '../../reading/reader-form.js';
import type { ReadingPage } from '../../reading/reading-page.js';
import { toPt } from '../../units/length.js';
import { Content } from '../content.js';
import { deflate } from '../deflate.js';
import { drawItems } from '../draw-items.js';
import { drawText } from '../draw-text.js';
import { type PageText, pageTexts, type SlotDrawings } from '../page-text.js';
import { type DrawnReading, drawReading, type ReaderInk } from './draw-reading.js';
import type { TagNode } from './tag-node.js';

/** What the tool puts over a page: the demonstration notice, a draft's watermark. */
export interface ReaderOverlay extends PageTextResources {
  readonly bytes: Uint8Array;
  /** The notice's element; only where it is read. */
  readonly tag: TagNode | undefined;
}

type PageTextResources = Pick<PageText, 'fonts' | 'spots'>;

/** A panel of a form as a page, drawn. */
export interface DrawnPage {
  readonly page: ReadingPage;
  readonly drawn: DrawnReading;
  /** One for each of the panel's slots. */
  readonly slots: readonly SlotDrawings[];
  readonly overlay: ReaderOverlay | undefined;
}

/** A form of the reader edition, drawn. */
export interface DrawnForm {
  readonly form: ReaderForm;
  readonly pages: readonly DrawnPage[];
}

/** Draws forms for readers. Panels that are the same in several forms are drawn once; so are a slot's values. */
export class ReaderDrawer {
  readonly #drawn = new Map<string, DrawnReading>();
  readonly #slots = new Map<string, SlotDrawings>();
  readonly #ink: ReaderInk;

  constructor(ink: ReaderInk) {
    this.#ink = ink;
  }

  draw(form: ReaderForm): DrawnForm {
    const { laidOut } = form;
    const pages = form.pages.map((page, at): DrawnPage => {
      const drawn = this.#panel(page);
      const slots = page.panel.slots.map((_, slot) => this.#slot(laidOut, page, slot, drawn.marks));
      const mark = drawn.marks + slots.length;
      const items = laidOut.sides[at]?.overlay ?? [];
      const overlay = this.#overlay(items, page.panel.height, at === 0 ? mark : undefined);
      return { page, drawn, slots, overlay };
    });
    return { form, pages };
  }

  #panel(page: ReadingPage): DrawnReading {
    const { key } = page.panel;
    const drawn = this.#drawn.get(key) ?? drawReading(page, this.#ink);
    this.#drawn.set(key, drawn);
    return drawn;
  }

  #slot(
    { form, typesetter, secondTypesetter }: LaidOutForm,
    { panel }: ReadingPage,
    at: number,
    marks: number,
  ): SlotDrawings {
    const key = [form.brand.id, panel.key, at, marks].join('\n');
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    const slot = panel.slots[at];
    if (slot === undefined) throw new Error(`panel "${panel.name}" has no slot ${at}`);
    const isSecond = panel.lang !== form.locale.tag;
    const setter = (isSecond ? secondTypesetter : undefined) ?? typesetter;
    const texts = pageTexts((value): PageText => {
      const { paragraph, x, y } = placeSlot(slot, value, setter);
      const content = this.#pageContent();
      const before = (line: number, word: number) =>
        line === 0 && word === 0 ? `/P <</MCID ${marks + at}>> BDC` : undefined;
      const top = toPt(panel.height - y);
      drawText(content, this.#ink.fonts, paragraph, toPt(x), top, { before, end: 'EMC' });
      const { text, fonts, spots } = content;
      return { text, width: paragraph.width, fonts, spots };
    });
    const drawings = { ...texts, field: slot.field, boxWidth: slot.box.width };
    this.#slots.set(key, drawings);
    return drawings;
  }

  /** Names that cannot meet those of a panel's own streams. */
  #pageContent(): Content {
    const { fonts, colour } = this.#ink;
    return new Content('fallback', { colour, font: (face) => `V${fonts.of(face).name}` });
  }

  /** The notice is read on the first page and stands on all others as print furniture does; `mark` is its MCID there. */
  #overlay(
    items: readonly PanelItem[],
    height: number,
    mark: number | undefined,
  ): ReaderOverlay | undefined {
    if (items.length === 0) return undefined;
    const content = this.#pageContent();
    for (const item of items)
      this.#put(content, item, height, item.kind === 'text' ? mark : undefined);
    const { fonts, spots } = content;
    const isRead = mark !== undefined && items.some(({ kind }) => kind === 'text');
    return {
      bytes: deflate(content.text),
      fonts,
      spots,
      tag: isRead ? noticeTag(mark) : undefined,
    };
  }

  #put(content: Content, item: PanelItem, height: number, mark: number | undefined): void {
    content.put(mark === undefined ? '/Artifact BMC' : `/P <</MCID ${mark}>> BDC`);
    drawItems(content, this.#ink.fonts, [item], height);
    content.put('EMC');
  }
}

/** The tool's own words are English, whatever the leaflet's language. */
const noticeTag = (mcid: number): TagNode => ({
  kind: 'element',
  type: 'P',
  lang: 'en',
  kids: [{ kind: 'content', mcid }],
});
