import { PDFDocument, PDFName, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { deflate } from '../pdf/deflate.js';
import { pdfNumber } from '../pdf/pdf-number.js';
import { toPt } from '../units/length.js';
import { concat, type Matrix } from '../units/matrix.js';
import type { StackedSheet } from './cut-and-stack.js';
import { cutMarks } from './cut-marks.js';
import { type NUpGrid, SHOWN_BLEED, SRA3 } from './n-up-grid.js';
import { backPlacement, type Flip, frontPlacement } from './n-up-placement.js';
import { type ImportedPage, PageImporter } from './page-importer.js';

/** Where the pages of a leaflet lie: a finished file, and which of its pages, from 1. */
export interface LeafletPages {
  readonly bytes: Uint8Array;
  readonly pages: readonly [number, number];
}

/** One pile of sheets: what stands in its cells, by a leaflet's key. */
export interface Pile {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly prepared: string;
  readonly toolVersion: string;
  readonly grid: NUpGrid;
  readonly flip: Flip;
  /** Of the piece, mm; more than half a gutter is not shown. */
  readonly bleed: number;
  readonly sheets: readonly StackedSheet<string>[];
  pagesOf(key: string): LeafletPages;
}

/**
 * A pile as one file: front and back of each sheet in turn, leaflets from their finished pages. It claims nothing of PDF/X: a sheet
 * is no page that somebody trims.
 */
export async function writePile(pile: Pile): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, pile);
  const leaflets = await importAll(document, pile);
  const sides = Math.max(1, ...[...leaflets.values()].map(({ length }) => length));
  const press = new SheetPress(document, pile, leaflets);
  for (const sheet of pile.sheets)
    for (let side = 0; side < sides; side += 1) press.add(sheet, side);
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}

function describe(document: PDFDocument, { title, prepared, toolVersion }: Pile): void {
  const day = new Date(`${prepared}T00:00:00Z`);
  const tool = `safeleaf ${toolVersion}`;
  document.setTitle(title);
  document.setProducer(tool);
  document.setCreator(tool);
  document.setCreationDate(day);
  document.setModificationDate(day);
}

/** Each leaflet once, with the profile that they were all made for. */
async function importAll(
  document: PDFDocument,
  { sheets, pagesOf, bleed }: Pile,
): Promise<ReadonlyMap<string, readonly ImportedPage[]>> {
  const importer = new PageImporter(document);
  const shown = toPt(Math.min(bleed, SHOWN_BLEED));
  const leaflets = new Map<string, readonly ImportedPage[]>();
  let profile: PDFObject | undefined;
  for (const key of new Set(sheets.flat())) {
    if (key === undefined) continue;
    const { bytes, pages } = pagesOf(key);
    const imported = await importer.add(bytes, pages, shown);
    profile ??= imported.intents;
    leaflets.set(key, imported.pages);
  }
  if (profile) document.catalog.set(PDFName.of('OutputIntents'), profile);
  return leaflets;
}

/** Draws the sides of sheets; those that are alike share what they show. */
class SheetPress {
  readonly #document: PDFDocument;
  readonly #pile: Pile;
  readonly #leaflets: ReadonlyMap<string, readonly ImportedPage[]>;
  readonly #drawn = new Map<string, { readonly contents: PDFRef; readonly resources: PDFRef }>();

  constructor(
    document: PDFDocument,
    pile: Pile,
    leaflets: ReadonlyMap<string, readonly ImportedPage[]>,
  ) {
    this.#document = document;
    this.#pile = pile;
    this.#leaflets = leaflets;
  }

  add(sheet: StackedSheet<string>, side: number): void {
    const key = JSON.stringify([side, sheet]);
    const drawn = this.#drawn.get(key) ?? this.#draw(sheet, side);
    this.#drawn.set(key, drawn);
    const page = this.#document.addPage([toPt(SRA3.width), toPt(SRA3.height)]);
    page.node.set(PDFName.of('Contents'), drawn.contents);
    page.node.set(PDFName.of('Resources'), drawn.resources);
  }

  #draw(sheet: StackedSheet<string>, side: number) {
    const { context } = this.#document;
    const { grid, flip } = this.#pile;
    const names = new Map<PDFRef, string>();
    const lines = [cutMarks(grid, side === 0 ? undefined : flip)];
    for (const [index, key] of sheet.entries()) {
      const page = key === undefined ? undefined : this.#leaflets.get(key)?.[side];
      if (page === undefined) continue;
      const name = names.get(page.form) ?? `L${names.size}`;
      names.set(page.form, name);
      const place = side === 0 ? frontPlacement(grid, index) : backPlacement(grid, index, flip);
      lines.push(`q\n${matrix(place, page)} cm\n/${name} Do\nQ`);
    }
    const forms = Object.fromEntries([...names].map(([form, name]) => [name, form]));
    const contents = context.register(
      PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), deflate(lines.join('\n'))),
    );
    return { contents, resources: context.register(context.obj({ XObject: forms })) };
  }
}

/** From the page's own points to the sheet's: its trim's bottom left goes where the cell is. */
function matrix([a, b, c, d, e, f]: Matrix, { trim }: ImportedPage): string {
  const fromTrim: Matrix = [1, 0, 0, 1, -trim.x, -trim.y];
  return concat(fromTrim, [a, b, c, d, toPt(e), toPt(f)])
    .map(pdfNumber)
    .join(' ');
}
