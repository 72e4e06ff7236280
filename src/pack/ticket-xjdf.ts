import { toPt } from '../units/length.js';
import type { Ticket, TicketPiece, TicketVersion } from './ticket.js';

/** One namespace for all XJDF 2.x (print-spec 8). */
const NAMESPACE = 'http://www.CIP4.org/JDFSchema_2_0';
const VERSION = '2.1';

/**
 * `ticket.xjdf`: the least that a printer's management system takes, a product for each piece. Only elements and
 * attributes that the published 2.1 schema knows; lengths in points, as it asks.
 */
export function ticketXjdf(ticket: Ticket): string {
  const { campaign, title, safeleaf, prepared, demonstration, pieces } = ticket;
  const name = demonstration ? `${title} (demonstration, not for distribution)` : title;
  const root = {
    xmlns: NAMESPACE,
    Version: VERSION,
    JobID: nmtoken(campaign),
    Types: 'Product',
    DescriptiveName: name,
  };
  const header = {
    AgentName: 'safeleaf',
    AgentVersion: safeleaf,
    DeviceID: 'safeleaf',
    Time: `${prepared}T00:00:00Z`,
  };
  const lines = element('XJDF', root, [
    ...element('AuditPool', {}, element('AuditCreated', {}, element('Header', header))),
    ...element(
      'ProductList',
      {},
      pieces.flatMap((piece) => product(piece, ticket)),
    ),
    ...element('ResourceSet', { Name: 'RunList', Usage: 'Input' }, runLists(ticket)),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

function product(piece: TicketPiece, ticket: Ticket): string[] {
  const { id, quantity, title, fold, stock } = piece;
  const versions = ticket.versions.filter((it) => it.piece === id);
  const folding = fold.catalog === undefined ? [] : [foldingIntent(fold.catalog, piece)];
  const media = stock ? [mediaIntent(stock)] : [];
  const intents = [colorIntent(versions, piece, ticket), ...folding, layoutIntent(piece), ...media];
  const about = {
    ID: id,
    Amount: String(quantity),
    IsRoot: 'true',
    ProductType: productType(piece),
    DescriptiveName: title,
  };
  return element('Product', about, intents.flat());
}

/** A piece that is folded is a brochure, in XJDF's words; one that is not, a flyer or, if a die cuts it, a label. */
function productType({ fold, processingSteps }: TicketPiece): string {
  if (fold.steps.length > 0) return 'Brochure';
  return processingSteps.length > 0 ? 'Label' : 'Flyer';
}

const intent = (name: string, inner: readonly string[]): string[] =>
  element('Intent', { Name: name }, inner);

function colorIntent(
  versions: readonly TicketVersion[],
  { pages }: TicketPiece,
  { press }: Ticket,
): string[] {
  const plates = [...new Set(versions.flatMap((it) => it.plates))].map(nmtoken).join(' ');
  const surface = (Surface: string) =>
    element('SurfaceColor', {
      Surface,
      ColorsUsed: plates,
      PrintStandard: nmtoken(press.condition),
    });
  const surfaces = [...surface('Front'), ...(pages > 1 ? surface('Back') : [])];
  return intent('ColorIntent', element('ColorIntent', {}, surfaces));
}

const FOLD_NAMES = { none: '', roll: 'RollFold', half: 'HalfFold', z: 'ZFold', cross: 'CrossFold' };

const foldingIntent = (FoldCatalog: string, { fold }: TicketPiece): string[] =>
  intent(
    'FoldingIntent',
    element('FoldingIntent', {
      FoldCatalog,
      ...(fold.kind !== 'none' && { FoldingDetails: FOLD_NAMES[fold.kind] }),
    }),
  );

function layoutIntent({ bleed, flat, finished, pages }: TicketPiece): string[] {
  const layout = {
    Bleed: points(bleed),
    Dimensions: `${points(flat.width)} ${points(flat.height)}`,
    FinishedDimensions: `${points(finished.width)} ${points(finished.height)} 0`,
    Pages: String(pages),
    Sides: pages > 1 ? 'TwoSidedHeadToHead' : 'OneSided',
  };
  return intent('LayoutIntent', element('LayoutIntent', layout));
}

/** The format is made for a range of papers; a weight is named only where the range is one weight. */
function mediaIntent({ from, to }: NonNullable<TicketPiece['stock']>): string[] {
  const [weight, range] =
    from === to
      ? [{ Weight: String(from) }, `${from} gsm`]
      : [{}, `${from} to ${to} gsm, as agreed with the sender`];
  const media = { MediaType: 'Paper', ...weight, MediaQuality: range };
  return intent('MediaIntent', element('MediaIntent', media));
}

/** A run list for each file, with the piece that it prints. */
function runLists({ files, leaflets, nUp }: Ticket): string[] {
  const pages = new Map<string, number>();
  const pieces = new Map<string, string>();
  for (const { file, pages: own, piece } of leaflets) {
    if (file === undefined || own === undefined) continue;
    pages.set(file, Math.max(pages.get(file) ?? 0, own[1]));
    pieces.set(file, piece);
  }
  for (const { file, piece } of nUp?.piles ?? []) pieces.set(file, piece);
  return files.flatMap(({ file }, at) => {
    const piece = pieces.get(file);
    const count = pages.get(file);
    const spec = element('FileSpec', { URL: encodeURI(file), MimeType: 'application/pdf' });
    return element('Resource', {}, [
      ...element('Part', { ...(piece && { Product: piece }), Run: `R${at + 1}` }),
      ...element('RunList', count === undefined ? {} : { NPage: String(count) }, spec),
    ]);
  });
}

/** To a thousandth of a point. */
const points = (mm: number): string => String(Math.round(toPt(mm) * 1000) / 1000);

/** XML's NMTOKEN: a spot colour's spaces, and whatever else may not stand in one, become underscores. */
const nmtoken = (text: string): string => text.replace(/[^\p{L}\p{N}._-]/gu, '_');

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  inner: readonly string[] = [],
): string[] {
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  if (inner.length === 0) return [`<${name}${said}/>`];
  return [`<${name}${said}>`, ...inner.map((line) => `  ${line}`), `</${name}>`];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text in an attribute; what XML cannot hold at all (XML 1.0, 2.2) is left out. */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (it) => ENTITIES[it] ?? it);
