import type { ToScreen } from '../pdf/raster.js';
import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import type { ReaderForm } from '../reading/reader-form.js';
import { readerTitle } from '../reading/reader-title.js';
import type { ReadingBlock, ReadingPage } from '../reading/reading-page.js';
import { drawArt, drawCode, drawPicture, type InkToSrgb } from './draw-svg.js';
import { escapeHtml } from './escape-html.js';
import { inlineHtml, isBold } from './inline-html.js';
import { pageLook } from './page-look.js';

type Slot = Extract<ReadingBlock, { kind: 'slot' }>;

/** The words of a form as HTML, with places for a leaflet's own values between the parts. */
interface HtmlForm {
  readonly parts: readonly string[];
  readonly slots: readonly Slot[];
}

/** Marks a slot's place; no text of a leaflet holds a control character. */
const SLOT = '\u0000';

/** What a draft's page begins with, for the eye and the ear. */
const DRAFT =
  '\n<header><p class="notice" lang="en" dir="ltr">DRAFT, not for distribution</p></header>';

/** Makes the page of each leaflet: one HTML file without script, frame, font or picture from elsewhere. */
export class HtmlPages {
  readonly #colour: InkToSrgb;
  readonly #pixels: ToScreen;
  readonly #forms = new Map<ReaderForm, HtmlForm>();

  constructor(colour: InkToSrgb, pixels: ToScreen) {
    this.#colour = colour;
    this.#pixels = pixels;
  }

  page(form: ReaderForm, leaflet: Leaflet): Uint8Array {
    const { parts, slots } = this.#forms.get(form) ?? this.#begin(form);
    const body = parts.map((part, at) => {
      const slot = slots[at];
      return slot ? part + slotHtml(slot, leaflet) : part;
    });
    const title = escapeHtml(readerTitle(form, leaflet));
    const html = body.join('').replace('<title></title>', () => `<title>${title}</title>`);
    return new TextEncoder().encode(html);
  }

  #begin(form: ReaderForm): HtmlForm {
    const slots = form.pages.flatMap(({ blocks }) => blocks.filter((it) => it.kind === 'slot'));
    const made = { parts: this.#whole(form).split(SLOT), slots };
    this.#forms.set(form, made);
    return made;
  }

  #whole(form: ReaderForm): string {
    const { locale } = form.laidOut.form;
    const notices = (form.laidOut.sides[0]?.overlay ?? []).flatMap((item) =>
      item.kind === 'text' ? [item.text.paragraph.runs.map(({ text }) => text).join('')] : [],
    );
    const notice = notices.map(
      (text) => `<p class="notice" lang="en" dir="ltr">${escapeHtml(text)}</p>`,
    );
    const hasPictures = form.pages.some(({ blocks }) =>
      blocks.some(({ kind }) => kind === 'picture'),
    );
    return `<!DOCTYPE html>
<html lang="${locale.tag}" dir="${locale.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${hasPictures ? '; img-src data:' : ''}">
<title></title>
<style>
${pageLook(form, this.#colour)}
</style>
</head>
<body>${form.laidOut.isDraft ? DRAFT : ''}
<main>
${[...notice, ...form.pages.map((page, at) => this.#section(page, at === 0))].join('\n')}
</main>
</body>
</html>
`;
  }

  /** One panel; only the first has the page's main heading. */
  #section(page: ReadingPage, isFirst: boolean): string {
    const { lang, direction } = page.panel;
    const blocks = page.blocks.map((block) => this.#block(block, page, isFirst ? 0 : 1));
    return `<section lang="${lang}" dir="${direction}">\n${blocks.join('\n')}\n</section>`;
  }

  #block(block: ReadingBlock, { context }: ReadingPage, below: 0 | 1): string {
    switch (block.kind) {
      case 'slot':
        return SLOT;
      case 'logo':
        return `<p>${drawArt(block.item, block.alt, this.#colour)}</p>`;
      case 'picture':
        return `<p>${drawPicture(block.item, block.alt, this.#pixels)}</p>`;
      case 'code': {
        const symbol = drawCode(block.item, block.alt, this.#colour);
        return `<p><a href="${escapeHtml(block.link.target)}">${symbol}</a></p>`;
      }
      case 'list': {
        const tag = block.isNumbered ? 'ol' : 'ul';
        const entries = block.entries.map(
          ({ text }) => `<li>${inlineHtml(text.item, context)}</li>`,
        );
        return `<${tag}>\n${entries.join('\n')}\n</${tag}>`;
      }
      case 'text': {
        const { item } = block.text;
        const words = inlineHtml(item, context);
        if (block.role !== 'P') {
          const level = `h${Number(block.role.slice(1)) + below}`;
          return `<${level}>${words}</${level}>`;
        }
        const looks = [
          ...(item.role === 'number' || item.role === 'small' ? [item.role] : []),
          ...(item.role !== 'number' && isBold(item) ? ['strong'] : []),
        ];
        return `<p${looks.length > 0 ? ` class="${looks.join(' ')}"` : ''}>${words}</p>`;
      }
    }
  }
}

/** A record's value as a paragraph of its own; nothing where the catalogue has none. */
function slotHtml({ slot, lang }: Slot, leaflet: Leaflet): string {
  const value = slotValue(leaflet, slot.field);
  if (value === '') return '';
  const { role, style } = slot.node.text;
  const looks = [
    ...(role === 'small' ? ['small'] : []),
    ...(style.weight >= 600 ? ['strong'] : []),
  ];
  const look = looks.length > 0 ? ` class="${looks.join(' ')}"` : '';
  return `<p${look}${lang === undefined ? '' : ` lang="${lang}"`}><bdi>${escapeHtml(value)}</bdi></p>`;
}
