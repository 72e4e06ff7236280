import { type Finding, type FindingContext, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { sha256Hex } from '../units/hash.js';
import { checkAloud } from './check-aloud.js';
import { checkCode, readsOther } from './check-codes.js';
import { checkFile } from './check-file.js';
import { checkReaderFile } from './check-reader-file.js';
import { checkWords } from './check-words.js';
import type { Eyes } from './eyes.js';
import type { ReadWord } from './gather-words.js';
import { installedEyes } from './installed-eyes.js';
import type { LeafletRecord, SideRecord } from './leaflet-record.js';
import { matchSide } from './match-side.js';
import { type OpenFile, openFile } from './open-file.js';
import { recordedPages } from './owed-page.js';
import type { FontShelf } from './read-font.js';
import { type ReadPage, readPage } from './read-page.js';
import type { GreyPage } from './render-pages.js';
import { panelView } from './turned-page.js';

export { recordOf } from './record-of.js';

/**
 * Reads a finished file back, also one that another program has changed since, and says where it differs
 * from what was made: words, digits, codes, boxes, fonts, colours, things laid over it. Never throws:
 * a file that cannot be read is a finding.
 */
export async function verifyFile(
  bytes: Uint8Array,
  record: LeafletRecord,
  eyes?: Eyes,
): Promise<readonly Finding[]> {
  const at = { file: record.file };
  const { value: opened, findings: unopened } = await openFile(bytes, at);
  if (opened === undefined) return unopened;
  const isTouched = sha256Hex(bytes) !== record.sha256;
  const findings = isTouched ? [changed(at)] : [];
  const pages = readPages(opened);
  findings.push(...checkAsMade(opened, pages, record, at));
  const withCodes = record.sides.flatMap((side, index) =>
    // A page that holds more than any leaflet is told as such, and not drawn: it might take for ever.
    codesOf(side, record).length > 0 && pages[index]?.content.isWhole === true ? [{ index }] : [],
  );
  const look = eyes ?? installedEyes();
  const greys = await look.render(bytes, withCodes);
  for (const [index, side] of record.sides.entries()) {
    const page = pages[index];
    if (page === undefined) continue;
    findings.push(...verifyWords(side, page, record));
    if (withCodes.some((it) => it.index === index))
      findings.push(...(await verifyCodes(side, page, greys.get(index), record, look)));
  }
  return findings;
}

/** What the edition asks of the file as a whole, and of how it is read aloud. */
function checkAsMade(
  { catalog, pages: objects }: OpenFile,
  pages: readonly ReadPage[],
  record: LeafletRecord,
  at: Place,
): readonly Finding[] {
  const { sides, edition, diePlates } = record;
  if (edition !== 'reader') {
    const owed = { sides: sides.map(({ name }) => name), boxes: record, diePlates };
    return [...checkFile(catalog, pages, owed, at), ...checkPlates(pages, record, at)];
  }
  const sizes = sides.map(({ name, trim = record.trim }) => ({ name, trim }));
  const seen = pages.flatMap((page, index) => {
    const object = objects[index];
    return object ? [{ object, page }] : [];
  });
  const owed = recordedPages(record);
  return [
    ...checkReaderFile(catalog, pages, sizes, at),
    ...checkAloud(catalog, seen, owed, at, contextOf(record)),
  ];
}

function readPages({ pages, allowance }: OpenFile): readonly ReadPage[] {
  const shelf: FontShelf = new Map();
  return pages.map((page) => readPage(page, allowance, shelf));
}

const changed = (at: Place): Finding =>
  finding(
    'prove/changed',
    at,
    'the file has been saved anew since it was made',
    'nothing to do if only this stands here; what differs on paper is listed with it',
  );

const placeOf = (record: LeafletRecord, side: SideRecord, panel?: string): Place => ({
  file: record.file,
  part: panel === undefined ? `side "${side.name}"` : `side "${side.name}", panel "${panel}"`,
});

const contextOf = ({ brand, locale }: LeafletRecord, panel?: string): FindingContext => ({
  brand,
  locale,
  panel,
});

function verifyWords(side: SideRecord, page: ReadPage, record: LeafletRecord): readonly Finding[] {
  const loose = [...side.slots, ...side.notices];
  const height = side.trim?.height ?? record.trim.height;
  const bleed = record.edition === 'reader' ? 0 : record.bleed;
  const shape = { loose, panels: side.panels, height, bleed };
  const sorted = matchSide(page.words, shape);
  const compare = (
    words: readonly string[],
    found: readonly ReadWord[] | undefined,
    panel?: string,
  ) =>
    checkWords(
      words,
      (found ?? []).map(({ text }) => text),
      placeOf(record, side, panel),
      contextOf(record, panel),
    );
  return [
    ...loose.flatMap(({ words, panel }, at) => compare(words, sorted.loose[at], panel)),
    ...side.panels.flatMap(({ name, key }, at) =>
      compare(record.shows[key]?.words ?? [], sorted.panels[at], name),
    ),
  ];
}

const codesOf = (side: SideRecord, record: LeafletRecord) =>
  side.panels.flatMap((area) =>
    (record.shows[area.key]?.codes ?? []).map((code) => ({ panel: area.name, area, code })),
  );

async function verifyCodes(
  side: SideRecord,
  { trim }: ReadPage,
  grey: GreyPage | undefined,
  record: LeafletRecord,
  { read }: Eyes,
): Promise<readonly Finding[]> {
  if (grey === undefined) return [notRendered(placeOf(record, side))];
  const findings: Finding[] = [];
  for (const { panel, area, code } of codesOf(side, record)) {
    const own = panelView(grey, trim, { ...area, height: area.height ?? record.trim.height });
    if (record.isDraft && !(await readsOther(code, own.page, own.trim, read))) continue;
    findings.push(
      ...(await checkCode(
        code,
        own.page,
        own.trim,
        read,
        placeOf(record, side, panel),
        contextOf(record, panel),
      )),
    );
  }
  return findings;
}

const notRendered = (at: Place): Finding =>
  finding(
    'prove/not-rendered',
    at,
    'the page cannot be drawn, so its codes cannot be read back',
    'make the file again with "safeleaf build"',
  );

/** Plates that every press has, and the one that means all of them. */
const PROCESS = new Set(['All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black']);

function checkPlates(
  pages: readonly ReadPage[],
  record: LeafletRecord,
  at: Place,
): readonly Finding[] {
  const known = new Set([
    ...record.diePlates,
    ...Object.values(record.shows).flatMap(({ plates }) => plates),
  ]);
  const used = new Set(pages.flatMap(({ content }) => [...content.spaces]));
  return [...used].flatMap((space) => {
    const plate = space.startsWith('Separation ') ? space.slice('Separation '.length) : undefined;
    if (plate === undefined || PROCESS.has(plate) || known.has(plate)) return [];
    const problem = `the file prints on a plate ${quoted(plate)}, which the leaflet does not have`;
    return [finding('prove/colour', at, problem, 'make the file again with "safeleaf build"')];
  });
}
