import type { PanelItem } from '../layout/laid-out.js';
import type { Ink } from '../units/ink.js';
import { toPt } from '../units/length.js';
import { Content } from './content.js';
import { deflate } from './deflate.js';
import { drawItems } from './draw-items.js';
import { embedFont } from './embedded-font.js';
import { FontUse } from './font-use.js';
import { PdfFile } from './pdf-file.js';
import { pdfText, written } from './pdf-syntax.js';

/** A page for an office printer or a screen. Lengths in mm, items from its top left. */
export interface PlainPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PanelItem[];
}

/** What a plain file says of itself. `prepared`: `YYYY-MM-DD`. */
export interface PlainInfo {
  readonly title: string;
  readonly prepared: string;
  readonly toolVersion: string;
  /** 16 bytes. */
  readonly id: Uint8Array;
}

/** Pages that go along with leaflets, and are none: red, green and blue, no marks, no boxes but the page's own. */
export function plainPages(pages: readonly PlainPage[], info: PlainInfo): Uint8Array {
  const fonts = new FontUse();
  const drawn = pages.map(({ width, height, items }) => {
    const content = new Content('fallback', {
      colour: plainColour,
      font: (it) => fonts.of(it).name,
    });
    drawItems(content, fonts, items, height);
    return { box: [0, 0, toPt(width), toPt(height)], text: content.text };
  });
  fonts.close();
  const producer = `safeleaf ${info.toolVersion}`;
  const file = new PdfFile({
    title: written(pdfText(info.title)),
    producer,
    prepared: new Date(`${info.prepared}T00:00:00Z`),
    lang: 'en',
    id: info.id,
    edition: 'reader',
  });
  const faces = fonts.faces.map((use) => [use.name, embedFont(use).addTo(file)] as const);
  const resources = file.add({ Font: Object.fromEntries(faces) });
  for (const { box, text } of drawn) {
    const content = file.addStream({ Filter: 'FlateDecode' }, deflate(text));
    file.addPage({ MediaBox: box, Resources: resources, Contents: content });
  }
  return Buffer.concat(file.finish().chunks);
}

/** For a screen and an office printer simple arithmetic will do: nothing here is judged by its colour. */
const plainColour = ({ cmyk: [c, m, y, k] }: Ink): readonly number[] =>
  [c, m, y].map((share) => Math.round((1 - share) * (1 - k) * 1000) / 1000);
