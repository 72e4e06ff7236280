import { PDFiumLibrary, PDFiumModule, type PDFiumPage } from '@hyzyla/pdfium';

/** Dots per inch of a proof: what office printers and the figures of QR readers mean by a clear picture. */
const DPI = 300;
/** Points in an inch. */
const PT_PER_INCH = 72;
const MM_PER_INCH = 25.4;
/** The longest side of a page that is rendered, in pixels: 1.2 m at 300 dpi. */
const MOST_PIXELS = 14_200;

/** A page as paper would show it: grey from 0 (solid ink) to 255 (paper), row by row. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Pixels in a millimetre. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** Renders pages of a file in grey, by their index; a page that cannot be drawn is left out. */
export type RenderPages = (
  bytes: Uint8Array,
  wanted: readonly number[],
) => Promise<ReadonlyMap<number, GreyPage>>;

/** Opens PDFium from the bytes of its program; it fetches nothing. */
export function openRenderer(program: Uint8Array): RenderPages {
  let library: Promise<PDFiumLibrary> | undefined;
  return async (bytes, wanted) => {
    const pages = new Map<number, GreyPage>();
    if (wanted.length === 0) return pages;
    library ??= openLibrary(program);
    try {
      await renderAll(await library, bytes, wanted, pages);
    } catch {
      // What a broken file did to the program's memory is not known: the next file gets a new one.
      library = undefined;
    }
    return pages;
  };
}

/** What PDFium would print on the terminal is told as a finding. */
const SILENT = { print: () => {}, printErr: () => {} };

const openLibrary = (program: Uint8Array): Promise<PDFiumLibrary> =>
  PDFiumLibrary.initBase({
    vendor: (options) => PDFiumModule(Object.assign(options, SILENT)),
    wasmBinary: Uint8Array.from(program).buffer,
  });

async function renderAll(
  library: PDFiumLibrary,
  bytes: Uint8Array,
  wanted: readonly number[],
  pages: Map<number, GreyPage>,
): Promise<void> {
  const document = await library.loadDocument(bytes);
  const count = document.getPageCount();
  for (const index of wanted.filter((it) => it < count)) {
    const page = await renderPage(document.getPage(index));
    if (page !== undefined) pages.set(index, page);
  }
  document.destroy();
}

async function renderPage(page: PDFiumPage): Promise<GreyPage | undefined> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const width = Math.round((originalWidth * DPI) / PT_PER_INCH);
  const height = Math.round((originalHeight * DPI) / PT_PER_INCH);
  if (!(Math.max(width, height) <= MOST_PIXELS && Math.min(width, height) > 0)) return undefined;
  const { data } = await page.render({
    width,
    height,
    scale: 1,
    colorSpace: 'Gray',
    render: plain,
  });
  const scaleX = (width / originalWidth) * (PT_PER_INCH / MM_PER_INCH);
  const scaleY = (height / originalHeight) * (PT_PER_INCH / MM_PER_INCH);
  return { width, height, data, scaleX, scaleY };
}

/** The pixels as they are, no picture file. */
const plain = async ({ data }: { readonly data: Uint8Array }): Promise<Uint8Array> => data;
