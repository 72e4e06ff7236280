import { type Finding, finding } from '../diagnostics/finding.js';
import { grouped } from '../units/grouped.js';
import { cutAndStack, type StackedSheet } from './cut-and-stack.js';
import { lengthText } from './draw-piece.js';
import { type NUpGrid, nUpGrid, SRA3, upOf } from './n-up-grid.js';
import type { NUpTicket, Ticket, TicketLeaflet, TicketPiece } from './ticket.js';

/** Most sheets of a pile: a ream is what a guillotine of a copy shop takes at a time. */
const MOST_SHEETS = 500;

/** A pile to be made: one version, a copy in each cell, by job code. */
export interface PlannedPile {
  readonly file: string;
  readonly title: string;
  readonly piece: TicketPiece;
  readonly brand: string;
  readonly locale: string;
  readonly grid: NUpGrid;
  readonly sheets: readonly StackedSheet<string>[];
  readonly copies: number;
}

/** Which piles a delivery needs, and which pieces cannot be imposed. */
export interface PilePlan {
  readonly piles: readonly PlannedPile[];
  readonly leftOut: NUpTicket['leftOut'];
  readonly findings: readonly Finding[];
}

/** Copies of every leaflet as its quantity says, version by version, in piles that a guillotine takes. `shown`: the folder, for findings. */
export function planPiles(ticket: Ticket, shown: string): PilePlan {
  const findings: Finding[] = [];
  const leftOut: { piece: string; why: string }[] = [];
  const piles: PlannedPile[] = [];
  for (const piece of ticket.pieces) {
    const grid = piece.processingSteps.length > 0 ? undefined : nUpGrid(piece.flat);
    if (grid) piles.push(...pilesOf(piece, grid, ticket));
    else {
      const fault = notImposed(piece, shown);
      findings.push(fault);
      leftOut.push({ piece: piece.id, why: `${piece.title}, ${fault.problem}` });
    }
  }
  if (piles.length === 0) findings.push(nothing(shown));
  return { piles, leftOut, findings };
}

function pilesOf(piece: TicketPiece, grid: NUpGrid, ticket: Ticket): PlannedPile[] {
  const own = ticket.leaflets.filter((it) => it.piece === piece.id);
  const versions = grouped(own, ({ brand, locale }) => `${brand}\n${locale}`);
  return [...versions.values()].flatMap((version) => versionPiles(piece, grid, version, ticket));
}

function versionPiles(
  piece: TicketPiece,
  grid: NUpGrid,
  version: readonly TicketLeaflet[],
  { title }: Ticket,
): PlannedPile[] {
  const [first] = version;
  if (!first) return [];
  const { brand, locale } = first;
  const name = [piece.id, piece.template, brand, locale].map(fileWord).join('_');
  const most = MOST_SHEETS * upOf(grid);
  return [...inPiles(copiesOf(version), most)].map((copies, at) => ({
    file: `sheets/${name}_${at + 1}.pdf`,
    title: `${title}: ${piece.title}, ${brand}, ${locale}, pile ${at + 1}`,
    ...{ piece, brand, locale, grid },
    sheets: cutAndStack(copies, upOf(grid)),
    copies: copies.length,
  }));
}

function* copiesOf(version: readonly TicketLeaflet[]): Generator<string> {
  for (const { jobCode, quantity } of version)
    for (let copy = 0; copy < quantity; copy += 1) yield jobCode;
}

function* inPiles(copies: Iterable<string>, most: number): Generator<string[]> {
  let pile: string[] = [];
  for (const copy of copies) {
    pile.push(copy);
    if (pile.length < most) continue;
    yield pile;
    pile = [];
  }
  if (pile.length > 0) yield pile;
}

/** A part of a file name on every system. */
const fileWord = (word: string): string => word.replace(/[^A-Za-z0-9.+-]/g, '-');

function notImposed(piece: TicketPiece, shown: string): Finding {
  const { flat, title, processingSteps } = piece;
  const at = { file: shown, part: title };
  const fix = 'pack without --n-up, and have a printer make this piece';
  if (processingSteps.length > 0)
    return finding('pack/die-cut', at, `it is cut by a die (${processingSteps.join(', ')})`, fix);
  const size = `${lengthText(flat.width)} × ${lengthText(flat.height)} mm`;
  return finding(
    'pack/does-not-fit',
    at,
    `flat it has ${size}, more than a sheet of ${SRA3.width} × ${SRA3.height} mm holds with its bleed and 5 mm unprinted at each edge`,
    fix,
  );
}

const nothing = (shown: string): Finding =>
  finding(
    'pack/nothing-to-impose',
    { file: shown },
    'no piece of the campaign can be imposed on a sheet of SRA3, or no leaflet has a quantity',
    'pack without --n-up',
  );
