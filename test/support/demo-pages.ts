import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Finding } from '../../src/diagnostics/finding.js';
import { printFindings } from '../../src/diagnostics/print-finding.js';
import { openPressFor, prepare } from '../../src/pipeline.js';
import type { Leaflet } from '../../src/plan/plan.js';
import { grouped } from '../../src/units/grouped.js';
import { type DescribedLeaflet, describeLeaflet } from './describe-leaflet.js';
import { fakeWorld } from './fake-world.js';
import { runProgram } from './outside-program.js';

const PROJECT = new URL('../..', import.meta.url).pathname;

/** The day of the demonstration in tests: the approvals that ship hold on it. */
export const DEMO_DAY = '2026-12-01';

/** `FULL=1`: every leaflet of the campaign; else four phones, three of them in en-GB alone. */
export const IS_FULL = process.env.FULL === '1';

/** All that decides the bytes of the demonstration; what is in no such folder cannot change a leaflet. */
const INPUTS = ['src', 'campaigns', 'brand-kits', 'locales', 'templates', 'press', 'test/support'];

/** How long a build by another worker may take before the test gives up. */
const PATIENCE_MS = 10 * 60_000;

/** Folders of earlier states of the project go after a day. */
const DAY_MS = 24 * 60 * 60_000;

/** A finished leaflet of the demonstration on disk. */
export interface DemoLeaflet extends DescribedLeaflet {
  readonly file: string;
}

interface DemoPages {
  readonly leaflets: readonly DemoLeaflet[];
  /** One leaflet for each piece, brand and locale, all for the same phone. */
  readonly everyForm: readonly DemoLeaflet[];
}

/**
 * The demonstration as finished files with the day fixed. Made once for a state of the project, by
 * the first test that asks; other tests and workers wait for it and read the same files.
 */
export async function demoPages(): Promise<DemoPages> {
  const leaflets = await finishedLeaflets('demo', (all) => {
    const [main] = all;
    return all.filter((it) => isWanted(it, main));
  });
  const sku = leaflets.find(({ locale }) => locale === 'ur')?.sku;
  const first = new Map<string, DemoLeaflet>();
  for (const it of leaflets) {
    const key = `${it.template}/${it.brand}/${it.locale}`;
    if (it.sku === sku && !first.has(key)) first.set(key, it);
  }
  return { leaflets, everyForm: [...first.values()] };
}

/** The other pieces in the same way: each in every format and script, brands and languages in turn; with `FULL=1` all. */
export const piecePages = (): Promise<readonly DemoLeaflet[]> =>
  finishedLeaflets('pieces', (all) => (IS_FULL ? all : oneOfEach(all)));

type Choice = (all: readonly Leaflet[]) => readonly Leaflet[];

async function finishedLeaflets(campaign: string, choose: Choice): Promise<readonly DemoLeaflet[]> {
  const state = `${stateOfProject()}${IS_FULL ? '-full' : ''}`;
  const folder = join(tmpdir(), `safeleaf-demo-${state}-${campaign}`);
  const index = join(folder, 'leaflets.json');
  if (!existsSync(index)) await makeOrAwait(folder, index, campaign, choose);
  return JSON.parse(readFileSync(index, 'utf8')) as DemoLeaflet[];
}

/** One leaflet of each piece, format and script. */
function oneOfEach(all: readonly Leaflet[]): readonly Leaflet[] {
  const kinds = grouped(all, ({ form: { template, format, locale } }) =>
    [template.id, format.id, locale.script].join(' '),
  );
  // Seven shares no factor with the number of brands or languages, so that both take turns.
  return [...kinds.values()].flatMap((kind, at) => kind[(7 * at) % kind.length] ?? []);
}

/** Changes with every byte that a leaflet depends on. */
function stateOfProject(): string {
  const hash = createHash('sha256').update(readFileSync(join(PROJECT, 'package-lock.json')));
  for (const input of INPUTS) {
    const names = readdirSync(join(PROJECT, input), { recursive: true }).map(String).sort();
    for (const name of names) {
      const path = join(PROJECT, input, name);
      if (statSync(path).isFile()) hash.update(`\n${input}/${name}\n`).update(readFileSync(path));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function makeOrAwait(
  folder: string,
  index: string,
  campaign: string,
  choose: Choice,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'being-made');
  const isMine = takeLock(lock);
  if (!isMine) return awaitFile(index, lock);
  try {
    removeOld(folder);
    await make(folder, index, campaign, choose);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (Date.now() - statSync(lock).mtimeMs < PATIENCE_MS) return false;
    rmSync(lock, { recursive: true, force: true });
    return takeLock(lock);
  }
}

async function awaitFile(index: string, lock: string): Promise<void> {
  while (!existsSync(index)) {
    if (!existsSync(lock) && !existsSync(index))
      throw new Error('the demonstration could not be made: see the test that tried it');
    await wait(100);
  }
}

function removeOld(current: string): void {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith('safeleaf-demo-') || folder === current) continue;
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > DAY_MS) rmSync(folder, { recursive: true, force: true });
  }
}

async function make(
  folder: string,
  index: string,
  campaign: string,
  choose: Choice,
): Promise<void> {
  const run = { draft: false, toolVersion: '0.0.0' };
  const { value: ready, findings } = await prepare(demoWorld(), campaign, run);
  if (!ready) throw new Error(`campaign ${campaign} does not print:\n${report(findings)}`);
  const press = openPressFor(ready, run);
  const forms = new Map(ready.forms.map((it) => [it.form, it]));
  const leaflets = choose(ready.plan.leaflets).map((leaflet) => {
    const form = forms.get(leaflet.form);
    if (!form) throw new Error(`no layout for ${leaflet.form.id}`);
    const file = join(folder, `${leaflet.fileName}.pdf`);
    writeFileSync(file, press.write(leaflet).bytes);
    return { ...describeLeaflet(leaflet, form, ready.plan.sources.press), file };
  });
  writeFileSync(`${index}.part`, JSON.stringify(leaflets));
  renameSync(`${index}.part`, index);
}

const report = (findings: readonly Finding[]): string => printFindings(findings).join('\n\n');

/** One phone in every form; the others show what differs by phone, in en-GB. */
const isWanted = (it: Leaflet, main: Leaflet | undefined): boolean =>
  IS_FULL || it.form.locale.tag === 'en-GB' || it.phone === main?.phone;

/** The project's files as they ship, on a fixed day, with a short catalogue unless all is asked for. */
export function demoWorld(files: Readonly<Record<string, string>> = {}) {
  const phones = 'campaigns/demo/phones.csv';
  const catalogue = readFileSync(join(PROJECT, phones), 'utf8');
  const own = IS_FULL ? {} : { [phones]: shortCatalogue(catalogue) };
  return fakeWorld({ ...own, ...files }, { shipped: true, today: DEMO_DAY });
}

/** Four phones: the longest name first, then one of each of the other systems and networks that come first. */
function shortCatalogue(catalogue: string): string {
  const [heading = '', ...rows] = catalogue.trimEnd().split(/\r?\n/);
  const cells = (row: string) => row.split(',');
  const nameLength = (row: string) => cells(row).slice(1, 3).join(' ').length;
  const longest = rows.reduce((best, row) => (nameLength(row) > nameLength(best) ? row : best));
  const chosen = [longest];
  for (const row of rows) {
    const differs = chosen.every(
      (it) => cells(it)[1] !== cells(row)[1] && cells(it)[4] !== cells(row)[4],
    );
    if (differs && chosen.length < 4) chosen.push(row);
  }
  return `${[heading, ...chosen].join('\n')}\n`;
}

/** A grey picture of a page. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What a platesetter shows, and what a person sees: 300 dots an inch. */
export const PAGE_DPI = 300;

/** A page of a leaflet as poppler draws it, as a PGM file; drawn once. `page` counts from 1. */
export function pagePicture(leaflet: DemoLeaflet, page: number, resolution = PAGE_DPI): string {
  const picture = leaflet.file.replace(/\.pdf$/, `-${page}-${resolution}.pgm`);
  if (existsSync(picture)) return picture;
  const part = `${picture.replace(/\.pgm$/, '')}.${process.pid}`;
  const [first, dpi] = [String(page), String(resolution)];
  const args = ['-r', dpi, '-gray', '-f', first, '-l', first, '-singlefile', leaflet.file, part];
  const { status, err } = runProgram('pdftoppm', args);
  if (status !== 0) throw new Error(`pdftoppm: ${err}`);
  renameSync(`${part}.pgm`, picture);
  return picture;
}

let lastRead: { path: string; picture: GreyPicture } | undefined;

/** Reads a PGM file (binary, 8 bits) as pdftoppm writes it; the last one is kept. */
export function readPgm(path: string): GreyPicture {
  if (lastRead?.path !== path) lastRead = { path, picture: parsePgm(path) };
  return lastRead.picture;
}

function parsePgm(path: string): GreyPicture {
  const bytes = readFileSync(path);
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64));
  if (!header) throw new Error(`${path} is no PGM`);
  const [whole, width, height] = header;
  return { width: Number(width), height: Number(height), data: bytes.subarray(whole.length) };
}

/** Part of a picture, in mm of the leaflet's trim; `margin` is the paper round it. White outside. */
export function crop(
  picture: GreyPicture,
  box: { x: number; y: number; width: number; height: number },
  margin: number,
  dpi = PAGE_DPI,
): GreyPicture {
  const pixels = (length: number) => Math.round((length / 25.4) * dpi);
  const [left, top] = [pixels(box.x + margin), pixels(box.y + margin)];
  const [width, height] = [pixels(box.width), pixels(box.height)];
  const data = new Uint8Array(width * height).fill(255);
  for (let row = 0; row < height; row++) {
    const from = (top + row) * picture.width + left;
    data.set(picture.data.subarray(from, from + width), row * width);
  }
  return { width, height, data };
}

/** Writes a picture as PGM. */
export const writePgm = (path: string, { width, height, data }: GreyPicture): void =>
  writeFileSync(path, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]));
