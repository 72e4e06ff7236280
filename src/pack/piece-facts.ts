import { lengthText } from './draw-piece.js';
import type { Ticket, TicketPiece } from './ticket.js';

const FOLDS = {
  none: 'none',
  roll: 'roll fold',
  half: 'half fold',
  z: 'Z-fold or concertina',
  cross: 'cross fold',
} as const;

/** What a printer asks of a piece, line by line: a label, and the answer. */
export function pieceFacts(
  piece: TicketPiece,
  { versions }: Ticket,
): readonly (readonly [string, string])[] {
  const { format, flat, finished, bleed, pages, stock, processingSteps } = piece;
  const own = versions.filter(({ piece: id }) => id === piece.id);
  const paper = stock
    ? `${stock.from} to ${stock.to} g/m², about ${lengthText(stock.caliper)} mm thick`
    : 'as agreed';
  const steps = processingSteps.join(', ');
  const locales = [...new Set(own.map(({ locale }) => locale))].join(', ');
  return [
    ['Locales', locales],
    ['Format', format.title],
    ['Flat', `${sizeText(flat)}, bleed ${lengthText(bleed)} mm`],
    ['Finished', sizeText(finished)],
    ['Pages', pages === 1 ? '1, printed on one side' : '2, front and back, head to head'],
    ['Fold', foldText(piece)],
    ['Stock', paper],
    ['Plates', platesText(own)],
    ...(steps === '' ? [] : [['Die', `${steps}: plates that are not printed`] as const]),
  ];
}

const sizeText = ({ width, height }: TicketPiece['flat']): string =>
  `${lengthText(width)} × ${lengthText(height)} mm`;

function foldText({ fold }: TicketPiece): string {
  if (fold.steps.length === 0) return fold.catalog ? `none (${fold.catalog})` : 'none';
  const name = fold.catalog ? `${FOLDS[fold.kind]} (CIP4 ${fold.catalog})` : FOLDS[fold.kind];
  const steps = fold.steps.map(
    ({ part, at, to }, index) => `${index + 1} ${part} part ${to} at ${lengthText(at)} mm`,
  );
  return `${name}: ${steps.join('; ')}`;
}

/** The four inks, then each spot colour with the brands that have it. */
function platesText(versions: Ticket['versions']): string {
  const process = new Set(['Cyan', 'Magenta', 'Yellow', 'Black']);
  const brands = new Map<string, Set<string>>();
  for (const { plates, brand } of versions)
    for (const plate of plates.filter((it) => !process.has(it)))
      brands.set(plate, (brands.get(plate) ?? new Set()).add(brand));
  const spots = [...brands].map(([plate, of]) => `${plate} (${[...of].join(', ')})`);
  return ['CMYK', ...spots].join(' + ');
}
