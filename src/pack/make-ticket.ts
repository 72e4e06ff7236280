import { grouped } from '../units/grouped.js';
import type { MadeForm, MadeLeaflet, MadeRun } from './made-run.js';
import type { PackedFile, Ticket, TicketLeaflet, TicketPiece, TicketVersion } from './ticket.js';

/** A leaflet of the run with its form. */
interface Made {
  readonly leaflet: MadeLeaflet;
  readonly form: MadeForm;
}

/** What a printer must know of a run, from its manifest; `files` are the PDFs that go with it. */
export function makeTicket(run: MadeRun, files: readonly PackedFile[]): Ticket {
  const { safeleaf, campaign, title, demonstration, printOn, sender, press } = run;
  const { id, title: profile, condition, conditionInfo } = press;
  const all = run.leaflets.map((leaflet): Made => ({ leaflet, form: formOf(run, leaflet) }));
  const byPiece = [...grouped(all, ({ form }) => pieceKey(form)).values()];
  return {
    ticket: 1,
    ...{ safeleaf, campaign, title, demonstration, prepared: printOn },
    ...(sender && { sender }),
    press: { id, title: profile, condition, conditionInfo },
    pieces: byPiece.map((made, at) => pieceOf(pieceId(at), made)),
    versions: byPiece.flatMap((made, at) => versionsOf(pieceId(at), made, run)),
    leaflets: byPiece.flatMap((made, at) => made.map((it) => leafletOf(pieceId(at), it))),
    files: [...files],
  };
}

const pieceId = (at: number): string => `P${at + 1}`;

function formOf(run: MadeRun, { form }: MadeLeaflet): MadeForm {
  const found = run.forms.get(form);
  if (!found) throw new Error(`the form ${form} was not read`);
  return found;
}

/** What is cut and folded alike is one piece, whatever its words: left to right or right to left, it goes through other hands. */
const pieceKey = ({ template, trim, bleed, piece, diePlates, sides }: MadeForm): string =>
  JSON.stringify([
    ...[template, trim, bleed, piece.format, piece.finished, piece.folding, diePlates],
    sides.map(({ name, panels }) => [name, panels.map((it) => [it.name, it.x, it.width, it.y])]),
  ]);

function pieceOf(id: string, made: readonly Made[]): TicketPiece {
  const form = made[0]?.form;
  if (!form) throw new Error(`no leaflet is of piece ${id}`);
  const { template, trim, bleed, piece, diePlates, sides } = form;
  return {
    id,
    template,
    title: piece.title,
    format: { id: piece.format.id, title: piece.format.title },
    flat: trim,
    finished: piece.finished,
    bleed,
    pages: sides.length,
    fold: {
      kind: piece.fold,
      ...(piece.foldCatalog !== undefined && { catalog: piece.foldCatalog }),
      steps: piece.folding,
    },
    ...(piece.stock && { stock: piece.stock }),
    processingSteps: [...diePlates],
    sides: sides.map(({ name, panels }) => ({
      name,
      panels: panels.map(({ name, x, y = 0, width, height = trim.height, isTurned }) => ({
        ...{ name, x, y, width, height },
        ...(isTurned && { turned: true }),
      })),
    })),
    leaflets: made.length,
    quantity: quantityOf(made),
  };
}

const quantityOf = (made: readonly Made[]): number =>
  made.reduce((sum, { leaflet }) => sum + leaflet.quantity, 0);

function versionsOf(piece: string, made: readonly Made[], run: MadeRun): TicketVersion[] {
  const groups = grouped(made, ({ form }) => `${form.brand}\n${form.piece.locales}`);
  return [...groups.values()].flatMap((group) => {
    const form = group[0]?.form;
    if (!form) return [];
    const codes = group.map(({ leaflet }) => leaflet.jobCode).sort();
    return {
      ...{ piece, brand: form.brand, locale: form.piece.locales },
      plates: ['Cyan', 'Magenta', 'Yellow', 'Black', ...spotsOf(group, run)],
      leaflets: group.length,
      quantity: quantityOf(group),
      jobCodes: { first: codes[0] ?? '', last: codes.at(-1) ?? '' },
    };
  });
}

/** A digital press has no plates for spot colours: they print in the four inks. */
function spotsOf(made: readonly Made[], { press, plates }: MadeRun): string[] {
  if (press.spots === 'fallback') return [];
  const forms = [...new Set(made.map(({ form }) => form))];
  const panels = forms.flatMap(({ sides }) => sides.flatMap((side) => side.panels));
  return [...new Set(panels.flatMap(({ key }) => plates.get(key) ?? []))].sort();
}

function leafletOf(piece: string, { leaflet, form }: Made): TicketLeaflet {
  const { sku, shop, jobCode, quantity, file, record = 1 } = leaflet;
  const pages = form.sides.length;
  const first = (record - 1) * pages + 1;
  return {
    ...{ piece, brand: form.brand, locale: form.piece.locales, sku },
    ...(shop !== undefined && { shop }),
    ...{ jobCode, quantity, file, pages: [first, first + pages - 1] },
  };
}
