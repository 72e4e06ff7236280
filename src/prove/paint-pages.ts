import { PDFiumLibrary, PDFiumModule, type PDFiumPage } from '@hyzyla/pdfium';
import type { World } from '../world.js';
import { PDFIUM, programOf } from './eyes.js';

const PT_PER_INCH = 72;
/** The longest side of a picture, pixels: a page of a metre and a half at the resolution of a screen. */
const MOST_PIXELS = 8_000;

/** A page in the colours of a screen: four bytes a pixel (red, green, blue, opaque), row by row. */
export interface ColourPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Paints all pages of a file at a resolution in dots an inch; a page that cannot be drawn is left out. */
export type PaintPages = (bytes: Uint8Array, dpi: number) => Promise<readonly ColourPage[]>;

/** Opens PDFium to paint pages for a person to look at: colours as on a screen, no proof of anything. */
export function openPainter(world: Pick<World, 'readPackage'>): PaintPages {
  let library: Promise<PDFiumLibrary> | undefined;
  return async (bytes, dpi) => {
    library ??= openLibrary(programOf(world, PDFIUM));
    const document = await (await library).loadDocument(bytes);
    try {
      const pages: ColourPage[] = [];
      for (const page of document.pages()) {
        const painted = await paint(page, dpi);
        if (painted) pages.push(painted);
      }
      return pages;
    } finally {
      document.destroy();
    }
  };
}

/** What PDFium would print on the terminal is of no use to a person. */
const SILENT = { print: () => {}, printErr: () => {} };

const openLibrary = (program: Uint8Array): Promise<PDFiumLibrary> =>
  PDFiumLibrary.initBase({
    vendor: (options) => PDFiumModule(Object.assign(options, SILENT)),
    wasmBinary: Uint8Array.from(program).buffer,
  });

async function paint(page: PDFiumPage, dpi: number): Promise<ColourPage | undefined> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const width = Math.round((originalWidth * dpi) / PT_PER_INCH);
  const height = Math.round((originalHeight * dpi) / PT_PER_INCH);
  if (!(Math.max(width, height) <= MOST_PIXELS && Math.min(width, height) > 0)) return undefined;
  const render = async ({ data }: { readonly data: Uint8Array }): Promise<Uint8Array> => data;
  const { data } = await page.render({ width, height, scale: 1, colorSpace: 'BGRA', render });
  return { width, height, data };
}
