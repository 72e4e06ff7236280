import { plainPages } from '../pdf/plain-pages.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { sha256Hex } from '../units/hash.js';
import { BLACK, type Ink, PAPER } from '../units/ink.js';
import { drawPiece } from './draw-piece.js';
import { pieceFacts } from './piece-facts.js';
import { quantityTable } from './quantity-table.js';
import { GREY, RULE, rectangle, SheetPen } from './sheet-pen.js';
import type { Ticket, TicketPiece } from './ticket.js';

/** A4, mm; what lies within the margins is drawn on. */
const PAGE = { width: 210, height: 297 } as const;
const MARGIN = 14;
const WIDTH = PAGE.width - 2 * MARGIN;
const BOTTOM = PAGE.height - 17;

/** The drawing of a piece, and beside it what is said of it; mm. */
const DRAWING = { width: 94, height: 35, tall: 52 } as const;
const FACTS = { x: MARGIN + 100, label: 19, width: WIDTH - 100 } as const;
const FACT_TYPE = 2.8;
const ROW = 4;
const TABLE_TYPE = 2.6;

/** `sheet.pdf`: what a printer must know, to be read. One page for as many pieces and versions as it holds. */
export function printerSheet(ticket: Ticket, type: Typesetter): Uint8Array {
  const sheet = new SheetFlow(type, ticket);
  sheet.head();
  for (const piece of ticket.pieces) sheet.piece(piece);
  sheet.piles();
  sheet.quantities();
  const pages = sheet.finish();
  return plainPages(
    pages.map(({ items }) => ({ ...PAGE, items })),
    {
      title: `For the printer: ${ticket.title}`,
      prepared: ticket.prepared,
      toolVersion: ticket.safeleaf,
      id: Buffer.from(sha256Hex(JSON.stringify(ticket)).slice(0, 32), 'hex'),
    },
  );
}

/** Blocks below each other; what does not fit goes on the next page. */
class SheetFlow {
  readonly #type: Typesetter;
  readonly #ticket: Ticket;
  readonly #pages: SheetPen[] = [];
  #pen: SheetPen;
  #y: number = MARGIN;

  constructor(type: Typesetter, ticket: Ticket) {
    this.#type = type;
    this.#ticket = ticket;
    this.#pen = this.#open();
  }

  #open(): SheetPen {
    const pen = new SheetPen(this.#type);
    this.#pages.push(pen);
    this.#y = MARGIN;
    return pen;
  }

  #room(height: number): void {
    if (this.#y + height > BOTTOM) this.#pen = this.#open();
  }

  head(): void {
    const { title, campaign, prepared, demonstration, press, sender, pieces } = this.#ticket;
    const pen = this.#pen;
    pen.text(MARGIN, this.#y, 'For the printer', { ink: GREY });
    const date = `prepared ${prepared}`;
    pen.text(MARGIN + WIDTH, this.#y, date, { ink: GREY, align: 'end' });
    this.#y += 5;
    this.#y += pen.text(MARGIN, this.#y, title, { size: 6.4, weight: 700, width: WIDTH }) + 2.5;
    if (demonstration)
      this.#banner('Demonstration, not for distribution: do not print and deliver');
    const quantity = pieces.reduce((sum, it) => sum + it.quantity, 0);
    const contact = sender
      ? [sender.name, sender.email, sender.phone].filter(Boolean).join(', ')
      : 'whoever sent you this ZIP';
    const copies = `${figure(quantity)} copies of ${counted(this.#ticket.leaflets.length, 'leaflet')}, ${counted(pieces.length, 'piece')}`;
    this.#facts(MARGIN, 23, WIDTH, [
      ['Job', `${campaign}: ${copies}`],
      ['Profile', `${press.condition}. ${press.title}. ${press.conditionInfo}`],
      ['Ask', contact],
    ]);
    this.#y += 2;
  }

  #banner(text: string): void {
    const height = 8;
    this.#pen.fill(rectangle(MARGIN, this.#y, WIDTH, height), BLACK);
    const look = { size: 3.8, weight: 700, ink: WHITE, align: 'centre' } as const;
    this.#pen.text(MARGIN + WIDTH / 2, this.#y + 1.6, text, look);
    this.#y += height + 3;
  }

  /** Labels in grey, and beside each what it says. */
  #facts(x: number, label: number, width: number, facts: readonly (readonly [string, string])[]) {
    for (const [name, text] of facts) {
      this.#pen.text(x, this.#y, name, { size: FACT_TYPE, ink: GREY });
      const look = { size: FACT_TYPE, width: width - label };
      this.#y += Math.max(3.8, this.#pen.text(x + label, this.#y, text, look) + 0.4);
    }
  }

  piece(piece: TicketPiece): void {
    const { flat, fold } = piece;
    const isTall = fold.steps.length > 0 && flat.height > flat.width;
    const height = isTall ? DRAWING.tall : DRAWING.height;
    this.#room(height + 8);
    this.#heading(`${piece.id}  ${piece.title}`, `${figure(piece.quantity)} copies`);
    const top = this.#y;
    const drawn = drawPiece(this.#pen, piece, { x: MARGIN, y: top, width: DRAWING.width, height });
    this.#facts(FACTS.x, FACTS.label, FACTS.width, pieceFacts(piece, this.#ticket));
    this.#y = Math.max(this.#y, top + drawn) + 3;
  }

  #heading(left: string, right: string): void {
    const look = { size: 4, weight: 700 } as const;
    this.#pen.line(MARGIN, this.#y, MARGIN + WIDTH, this.#y, 0.3);
    this.#y += 1.5;
    this.#pen.text(MARGIN, this.#y, left, look);
    this.#pen.text(MARGIN + WIDTH, this.#y, right, { ...look, align: 'end' });
    this.#y += 6.3;
  }

  /** Only of sheets that are imposed: what lies on them, and how they are turned. */
  piles(): void {
    const { nUp } = this.#ticket;
    if (!nUp) return;
    this.#room(30);
    const { sheet, flip, gutter, piles, leftOut } = nUp;
    const sheets = piles.reduce((sum, it) => sum + it.sheets, 0);
    this.#heading('Imposed sheets', `${figure(sheets)} sheets`);
    const ups = [...new Set(piles.map(({ piece, up }) => `${piece} ${up} up`))].join(', ');
    this.#facts(MARGIN, 23, WIDTH, [
      ['Sheet', `SRA3, ${sheet.width} × ${sheet.height} mm, gutters ${gutter} mm: ${ups}`],
      ['Duplex', `flip on the ${flip} edge; print at actual size, without scaling`],
      [
        'Cut',
        'each file is a pile: cut it, then lay the stacks on each other, from left to right and row by row, the first on top',
      ],
      ...leftOut.map(({ piece, why }): [string, string] => ['Not here', `${piece}: ${why}`]),
    ]);
    this.#y += 2;
  }

  quantities(): void {
    const { name, head, rows, note } = quantityTable(this.#ticket);
    this.#room(Math.min(rows.length, 6) * ROW + 16);
    this.#heading(name, '');
    const columns = this.#columns(head, rows);
    this.#row(head, columns, GREY);
    for (const row of rows) {
      if (this.#y + ROW > BOTTOM) {
        this.#pen = this.#open();
        this.#row(head, columns, GREY);
      }
      this.#row(row, columns, BLACK);
    }
    if (note !== '') this.#pen.text(MARGIN, this.#y + 1, note, { size: 2.5, ink: GREY });
  }

  /** Where each column begins and ends: as wide as its widest cell; what is left goes between them. */
  #columns(head: readonly string[], rows: readonly (readonly string[])[]) {
    const look = { size: TABLE_TYPE };
    const widths = head.map((title, at) =>
      Math.max(
        ...[title, ...rows.map((row) => row[at] ?? '')].map((it) => this.#pen.widthOf(it, look)),
      ),
    );
    const used = widths.reduce((sum, it) => sum + it, 0);
    const scale = Math.min(1, (WIDTH - 3 * (head.length - 1)) / used);
    const gap = Math.max(3, (WIDTH - used) / Math.max(1, head.length - 1));
    let x = MARGIN;
    return widths.map((width) => {
      const column = { x, width: width * scale };
      x += width * scale + Math.min(gap, 14);
      return column;
    });
  }

  #row(
    cells: readonly string[],
    columns: readonly { readonly x: number; readonly width: number }[],
    ink: Ink,
  ): void {
    let height = ROW;
    for (const [at, cell] of cells.entries()) {
      const { x = MARGIN, width = WIDTH } = columns[at] ?? {};
      const isNumber = /^[\d,]+$/.test(cell) || cell === 'copies' || cell === 'PDFs';
      const look = { size: TABLE_TYPE, ink };
      const high = isNumber
        ? this.#pen.text(x + width, this.#y, cell, { ...look, align: 'end' })
        : this.#pen.text(x, this.#y, cell, { ...look, width: width + 0.5 });
      height = Math.max(height, high + 0.9);
    }
    this.#y += height;
    this.#pen.line(MARGIN, this.#y - 0.6, MARGIN + WIDTH, this.#y - 0.6, 0.1, RULE);
  }

  finish(): readonly SheetPen[] {
    for (const [at, pen] of this.#pages.entries()) {
      const y = PAGE.height - 12;
      const look = { size: 2.5, ink: GREY } as const;
      const said = `ticket.json and ticket.xjdf say the same for machines; checksums.txt shows that no file changed. Made by safeleaf ${this.#ticket.safeleaf}.`;
      pen.text(MARGIN, y, said, look);
      const count = `${at + 1} of ${this.#pages.length}`;
      pen.text(MARGIN + WIDTH, y, count, { ...look, align: 'end' });
    }
    return this.#pages;
  }
}

const WHITE: Ink = { ...PAPER, token: 'white' };

/** 12,300 */
const figure = (count: number): string => count.toLocaleString('en-GB');

const counted = (count: number, thing: string): string =>
  `${figure(count)} ${thing}${count === 1 ? '' : 's'}`;
