import { PDFiumModule } from '@hyzyla/pdfium';
import type { Box } from '../units/box.js';
import type { PixelBox } from './ink-canvas.js';

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

/** A page that is to be rendered. */
interface WantedPage {
  readonly index: number;
  /** mm from the page's top left: what is looked at, all else is left as paper. Absent: all of the page. */
  readonly areas?: readonly Box[] | undefined;
}

/** Renders pages of a file in grey, by their index; a page that cannot be drawn is left out. */
export type RenderPages = (
  bytes: Uint8Array,
  wanted: readonly WantedPage[],
) => Promise<ReadonlyMap<number, GreyPage>>;

/** PDFium's own functions: its package gives pages only as a whole, and copies them twice. */
type PDFium = Awaited<ReturnType<typeof PDFiumModule>>;

/** Opens PDFium from the bytes of its program; it fetches nothing. */
export function openRenderer(program: Uint8Array): RenderPages {
  let opened: Promise<PDFium> | undefined;
  return async (bytes, wanted) => {
    const pages = new Map<number, GreyPage>();
    if (wanted.length === 0) return pages;
    opened ??= openPDFium(program);
    try {
      renderAll(await opened, bytes, wanted, pages);
    } catch {
      // What a broken file did to the program's memory is not known: the next file gets a new one.
      opened = undefined;
    }
    return pages;
  };
}

async function openPDFium(program: Uint8Array): Promise<PDFium> {
  const wasmBinary = Uint8Array.from(program).buffer;
  // What PDFium would print on the terminal is told as a finding.
  const silent = { print: () => {}, printErr: () => {} };
  const pdfium = await PDFiumModule({ wasmBinary, ...silent } as Parameters<
    typeof PDFiumModule
  >[0]);
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
  return pdfium;
}

/** Runs with room in PDFium's memory, and gives it back. */
function withRoom<T>({ wasmExports }: PDFium, size: number, run: (at: number) => T): T {
  const at = wasmExports.malloc(size);
  if (at === 0) throw new Error(`no room for ${size} bytes`);
  try {
    return run(at);
  } finally {
    wasmExports.free(at);
  }
}

function renderAll(
  pdfium: PDFium,
  bytes: Uint8Array,
  wanted: readonly WantedPage[],
  pages: Map<number, GreyPage>,
): void {
  withRoom(pdfium, bytes.length, (at) => {
    pdfium.HEAPU8.set(bytes, at);
    const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
    if (document === 0) throw new Error('no PDF');
    const count = pdfium._FPDF_GetPageCount(document);
    for (const { index, areas } of wanted.filter((it) => it.index < count)) {
      const page = pdfium._FPDF_LoadPage(document, index);
      const rendered = renderPage(pdfium, page, areas);
      pdfium._FPDF_ClosePage(page);
      if (rendered !== undefined) pages.set(index, rendered);
    }
    pdfium._FPDF_CloseDocument(document);
  });
}

function renderPage(
  pdfium: PDFium,
  page: number,
  areas: readonly Box[] | undefined,
): GreyPage | undefined {
  const [wide, high] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)];
  const width = Math.round((wide * DPI) / PT_PER_INCH);
  const height = Math.round((high * DPI) / PT_PER_INCH);
  if (!(Math.max(width, height) <= MOST_PIXELS && Math.min(width, height) > 0)) return undefined;
  const scaleX = (width / wide) * (PT_PER_INCH / MM_PER_INCH);
  const scaleY = (height / high) * (PT_PER_INCH / MM_PER_INCH);
  const data = new Uint8Array(width * height);
  const grey = { width, height, data, scaleX, scaleY };
  const whole = { left: 0, top: 0, right: width, bottom: height };
  const parts = areas?.map((area) => pixelsOf(area, grey)) ?? [whole];
  const sum = parts.reduce((all, it) => all + sizeOf(it), 0);
  // Each part takes another pass over all that stands on the page.
  const isWorthIt = sum < MOST_IN_PARTS * width * height;
  if (isWorthIt) data.fill(255);
  for (const part of isWorthIt ? parts : [whole]) drawPart(pdfium, page, part, grey);
  return grey;
}

/** Parts larger than this share of their page are not worth being drawn one by one. */
const MOST_IN_PARTS = 0.75;

const sizeOf = ({ left, top, right, bottom }: PixelBox): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

const pixelsOf = (
  { x, y, width, height }: Box,
  page: Pick<GreyPage, 'width' | 'height' | 'scaleX' | 'scaleY'>,
): PixelBox => ({
  left: Math.max(0, Math.floor(x * page.scaleX)),
  top: Math.max(0, Math.floor(y * page.scaleY)),
  right: Math.min(page.width, Math.ceil((x + width) * page.scaleX)),
  bottom: Math.min(page.height, Math.ceil((y + height) * page.scaleY)),
});

/** PDFium's name for a byte of grey a pixel, and for notes, letters as on paper and no colours (fpdfview.h). */
const GREY = 1;
const FLAGS = 0x01 | 0x02 | 0x08;
const PAPER = 0xffffffff;

/** Draws what lies in a box of the page, as it would be on all of it. */
function drawPart(
  pdfium: PDFium,
  page: number,
  { left, top, right, bottom }: PixelBox,
  to: GreyPage,
) {
  const [width, height] = [right - left, bottom - top];
  if (!(width > 0 && height > 0)) return;
  withRoom(pdfium, width * height, (at) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, GREY, at, width);
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, PAPER);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, -left, -top, to.width, to.height, 0, FLAGS);
    pdfium._FPDFBitmap_Destroy(bitmap);
    for (let row = 0; row < height; row += 1) {
      const from = at + row * width;
      to.data.set(pdfium.HEAPU8.subarray(from, from + width), (top + row) * to.width + left);
    }
  });
}
