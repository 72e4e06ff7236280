import { dirname, join } from 'node:path';
import { cannotWrite, makeFolder } from '../batch/atomic-file.js';
import { readPieces } from '../batch/read-pieces.js';
import { type Checked, type Finding, finding, isError } from '../diagnostics/finding.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { sha256Hex } from '../units/hash.js';
import { checkRun, type MadeFolder } from './check-run.js';
import { makeTicket } from './make-ticket.js';
import { GUTTER, SRA3, upOf } from './n-up-grid.js';
import { type PlannedPile, planPiles } from './n-up-piles.js';
import type { Flip } from './n-up-placement.js';
import { PileSource } from './pile-source.js';
import { printerSheet } from './printer-sheet.js';
import type { NUpTicket, PackedFile, Ticket } from './ticket.js';
import { ticketXjdf } from './ticket-xjdf.js';
import { writePile } from './write-pile.js';
import { ZIP_LIMITS, ZipFile } from './zip-file.js';

/** What to pack, and where. */
export interface PackOptions extends MadeFolder {
  /** Where the ZIP goes, from its name: absolute, and as the user would write it. */
  readonly zip: (name: string) => MadeZip;
  /** Sheets for a shop printer in place of single pages. */
  readonly nUp?: Flip | undefined;
  /** Sets the sheet for the printer. */
  readonly type: Typesetter;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

interface MadeZip {
  readonly path: string;
  readonly shown: string;
}

/** What was packed. */
export interface Packed {
  readonly zip: string;
  readonly bytes: number;
  readonly ticket: Ticket;
}

/** One ZIP for the printer from a folder that build wrote; nothing where a leaflet is missing or was changed. */
export async function packFolder(options: PackOptions): Promise<Checked<Packed>> {
  const { value: checked, findings } = checkRun(options);
  if (!checked) return { value: undefined, findings };
  const singles = makeTicket(checked.run, checked.files);
  const said = singles.demonstration ? [...findings, demonstration(options)] : findings;
  const large = tooLarge(checked.files, options);
  if (large.length > 0) return { value: undefined, findings: [...said, ...large] };
  const zip = options.zip(`${singles.campaign}${options.nUp ? '-n-up' : '-print'}.zip`);
  const closed = makeFolder(dirname(zip.path), dirname(zip.shown));
  if (closed.length > 0) return { value: undefined, findings: [...said, ...closed] };
  const made = await writeZip(zip, singles, options);
  return { value: made.value, findings: [...said, ...made.findings] };
}

async function writeZip(
  zip: MadeZip,
  singles: Ticket,
  options: PackOptions,
): Promise<Checked<Packed>> {
  const plan = options.nUp && planPiles(singles, options.shown);
  const findings = plan?.findings ?? [];
  if (findings.some(isError)) return { value: undefined, findings };
  let file: ZipFile | undefined;
  try {
    file = new ZipFile(zip.path, singles.prepared);
    const ticket = plan
      ? await addPiles(file, singles, { ...plan, flip: options.nUp ?? 'long' }, options)
      : addSingles(file, singles, options);
    addPapers(file, ticket, options.type);
    const { bytes } = file.finish();
    return { value: { zip: zip.shown, bytes, ticket }, findings };
  } catch (error) {
    file?.abandon();
    return { value: undefined, findings: [...findings, cannotWrite(error, zip.shown)] };
  }
}

function addSingles(zip: ZipFile, ticket: Ticket, { folder, onProgress }: PackOptions): Ticket {
  for (const [at, { file }] of ticket.files.entries()) {
    zip.add(file, readPieces(join(folder, file)));
    onProgress?.(at + 1, ticket.files.length);
  }
  return ticket;
}

interface FlippedPlan {
  readonly piles: readonly PlannedPile[];
  readonly leftOut: NUpTicket['leftOut'];
  readonly flip: Flip;
}

/** Sheets in place of single pages: the ticket tells of these, pile by pile. */
async function addPiles(
  zip: ZipFile,
  singles: Ticket,
  { piles, leftOut, flip }: FlippedPlan,
  { folder, onProgress }: PackOptions,
): Promise<Ticket> {
  const source = new PileSource(folder, singles);
  const { prepared, safeleaf: toolVersion } = singles;
  const files: PackedFile[] = [];
  for (const [at, { file, title, grid, sheets, piece }] of piles.entries()) {
    const bytes = await writePile({
      ...{ title, prepared, toolVersion, grid, flip, sheets },
      bleed: piece.bleed,
      pagesOf: (jobCode) => source.pagesOf(jobCode),
    });
    zip.add(file, [bytes]);
    files.push({ file, sha256: sha256Hex(bytes), bytes: bytes.length });
    onProgress?.(at + 1, piles.length);
  }
  const nUp: NUpTicket = {
    sheet: SRA3,
    flip,
    gutter: GUTTER,
    piles: piles.map(({ file, piece, brand, locale, grid, sheets, copies }) => ({
      ...{ file, piece: piece.id, brand, locale },
      up: upOf(grid),
      sheets: sheets.length,
      leaflets: copies,
    })),
    leftOut: [...leftOut],
  };
  const leaflets = singles.leaflets.map(({ file: _, pages: __, ...rest }) => rest);
  return { ...singles, leaflets, nUp, files };
}

/** What goes along with the PDFs. */
function addPapers(zip: ZipFile, ticket: Ticket, type: Typesetter): void {
  const papers: readonly (readonly [string, Uint8Array])[] = [
    ['sheet.pdf', printerSheet(ticket, type)],
    ['ticket.json', Buffer.from(`${JSON.stringify(ticket, null, 1)}\n`)],
    ['ticket.xjdf', Buffer.from(ticketXjdf(ticket))],
  ];
  for (const [name, bytes] of papers) zip.add(name, [bytes]);
  const sums = [
    ...ticket.files.map(({ file, sha256 }) => `${sha256}  ${file}\n`),
    ...papers.map(([name, bytes]) => `${sha256Hex(bytes)}  ${name}\n`),
  ];
  zip.add('checksums.txt', [Buffer.from(sums.join(''))]);
}

function tooLarge(files: readonly PackedFile[], { shown, nUp }: PackOptions): Finding[] {
  const bytes = files.reduce((sum, it) => sum + it.bytes, 0);
  if (nUp || (files.length <= ZIP_LIMITS.files && bytes <= ZIP_LIMITS.bytes)) return [];
  return [
    finding(
      'pack/too-large',
      { file: shown },
      `${files.length} files of ${Math.round(bytes / 1e6)} MB are more than a ZIP holds that every program opens (${ZIP_LIMITS.files} files, ${ZIP_LIMITS.bytes / 1e6} MB)`,
      'build with --one-file, which shares fonts and panels among the leaflets, or make a campaign for each piece',
    ),
  ];
}

const demonstration = ({ shown }: MadeFolder): Finding =>
  finding(
    'pack/demonstration',
    { file: `${shown}/manifest.json` },
    'this is a demonstration; the sheet in the ZIP says so, as every page does',
    'nothing to do: show it to whom you like, but let nobody print and deliver it',
  );
