import { BLACK, type Ink, PAPER } from '../units/ink.js';
import { GREY, RULE, rectangle, type SheetPen } from './sheet-pen.js';
import type { TicketPiece } from './ticket.js';

type FoldStep = TicketPiece['fold']['steps'][number];

/** Type on a panel and at a fold, mm. */
const SMALL = 2.2;
/** Room above and left of the drawing for the numbers of the folds, mm. */
const ROOM = 5;
/** The circle that a fold's number stands in, mm. */
const RADIUS = 1.8;
const GROUND: Ink = { token: 'ground', cmyk: [0, 0, 0, 0.06] };

/** Where a side is drawn, mm. */
interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a piece flat: each side with its panels, and on the last one the folds in the order in which they are made, with
 * an arrow from the part that moves. Gives the height, mm.
 */
export function drawPiece(pen: SheetPen, piece: TicketPiece, room: Room): number {
  const { sides, fold } = piece;
  const width = (room.width - BETWEEN * (sides.length - 1)) / sides.length;
  let height = 0;
  for (const [at, { name }] of sides.entries()) {
    const box = { ...room, x: room.x + at * (width + BETWEEN), width };
    const isLast = at === sides.length - 1;
    const drawn = drawSide(pen, piece, at, box);
    const folds = isLast && fold.steps.length > 0 ? ': folds in the order of their numbers' : '';
    const look = { size: SMALL, ink: GREY };
    height = Math.max(height, drawn + 1 + pen.text(box.x, box.y + drawn + 1, name + folds, look));
  }
  return height;
}

/** Between two sides, mm. */
const BETWEEN = 5;

function drawSide(pen: SheetPen, piece: TicketPiece, at: number, box: Room): number {
  const { flat, fold, sides } = piece;
  const isAcross = fold.steps.some(({ part }) => part === 'top' || part === 'bottom');
  const isUpright = fold.steps.some(({ part }) => part === 'left' || part === 'right');
  const [besides, above] = [isAcross ? ROOM : 0, isUpright ? ROOM : 0];
  const scale = Math.min(
    (box.width - besides) / flat.width,
    (box.height - above - SMALL * 2) / flat.height,
  );
  const [left, top] = [box.x + besides, box.y + above];
  const [width, height] = [flat.width * scale, flat.height * scale];
  pen.fill(rectangle(left, top, width, height), GROUND);
  for (const panel of sides[at]?.panels ?? []) drawPanel(pen, panel, { left, top, scale });
  pen.stroke(rectangle(left, top, width, height), 0.35);
  const frame = { left, top, width, height, scale };
  if (at === sides.length - 1)
    for (const [nth, step] of fold.steps.entries()) drawStep(pen, step, nth + 1, frame);
  return above + height;
}

type Panel = TicketPiece['sides'][number]['panels'][number];

function drawPanel(
  pen: SheetPen,
  { name, x, y, width, height, turned }: Panel,
  { left, top, scale }: { readonly left: number; readonly top: number; readonly scale: number },
): void {
  const box = [left + x * scale, top + y * scale, width * scale, height * scale] as const;
  pen.stroke(rectangle(...box), 0.15, RULE);
  const names = wrapped(pen, name, box[2] - 1);
  const facts = [`${lengthText(width)} × ${lengthText(height)}`, ...(turned ? ['turned'] : [])];
  const lines = [...names, ...facts];
  const widest = Math.max(...lines.map((line) => pen.widthOf(line, { size: SMALL })));
  const size = SMALL * Math.min(1, (box[2] - 0.8) / widest);
  const middle = box[0] + box[2] / 2;
  const start = box[1] + (box[3] - lines.length * size * 1.3) / 2;
  for (const [at, line] of lines.entries()) {
    const ink = at < names.length ? BLACK : GREY;
    pen.text(middle, start + at * size * 1.3, line, { size, ink, align: 'centre' });
  }
}

/** A panel's name in lines that its width holds, broken at its hyphens. */
function wrapped(pen: SheetPen, name: string, width: number): string[] {
  const lines = [''];
  for (const part of name.split(/(?<=-)/)) {
    const longer = `${lines.at(-1)}${part}`;
    if (lines.at(-1) === '' || pen.widthOf(longer, { size: SMALL }) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** The fold's line and its number, with an arrow from the part that moves. */
function drawStep(pen: SheetPen, { part, at }: FoldStep, nth: number, frame: Frame): void {
  const { left, top, width, height, scale } = frame;
  const isUpright = part === 'left' || part === 'right';
  const place = at * scale;
  const mark = isUpright
    ? { x: left + place, y: top - RADIUS - 1 }
    : { x: left - RADIUS - 1, y: top + place };
  if (isUpright) pen.dashes([left + place, top], [left + place, top + height]);
  else pen.dashes([left, top + place], [left + width, top + place]);
  drawArrow(pen, mark, part);
  pen.fill(circle(mark.x, mark.y, RADIUS), PAPER);
  pen.stroke(circle(mark.x, mark.y, RADIUS), 0.25);
  pen.text(mark.x, mark.y - SMALL * 0.68, String(nth), {
    size: SMALL,
    weight: 700,
    align: 'centre',
  });
}

/** How far an arrow reaches out on the side of the part that moves, mm. */
const ARROW = 5.5;

function drawArrow(
  pen: SheetPen,
  { x, y }: { readonly x: number; readonly y: number },
  part: FoldStep['part'],
): void {
  const way = part === 'left' || part === 'top' ? -1 : 1;
  const isUpright = part === 'left' || part === 'right';
  const at = (along: number, beside: number): readonly [number, number] =>
    isUpright ? [x + way * along, y + beside] : [x + beside, y + way * along];
  pen.line(...at(ARROW, 0), ...at(-ARROW / 1.6, 0), 0.25);
  pen.fill(
    [
      ['M', ...at(-ARROW / 1.6 - 1.4, 0)],
      ['L', ...at(-ARROW / 1.6 + 0.4, 0.9)],
      ['L', ...at(-ARROW / 1.6 + 0.4, -0.9)],
      ['Z'],
    ],
    BLACK,
  );
}

/** A circle's quarter as a Bézier curve: 4/3 (√2 − 1). */
const QUARTER = 0.5523;

function circle(x: number, y: number, r: number) {
  const c = r * QUARTER;
  return [
    ['M', x + r, y],
    ['C', x + r, y + c, x + c, y + r, x, y + r],
    ['C', x - c, y + r, x - r, y + c, x - r, y],
    ['C', x - r, y - c, x - c, y - r, x, y - r],
    ['C', x + c, y - r, x + r, y - c, x + r, y],
    ['Z'],
  ] as const;
}

/** A length as a person writes it: 97, 148.5. */
export const lengthText = (mm: number): string => String(Math.round(mm * 100) / 100);
