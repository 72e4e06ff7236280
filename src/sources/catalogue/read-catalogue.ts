import { type Checked, type Finding, finding } from '../../diagnostics/finding.js';
import { quoted } from '../../diagnostics/quoted.js';
import type { World } from '../../world.js';
import type { Campaign } from '../campaign.js';
import type { ContactRegister } from '../contact-register.js';
import type { Phone } from '../phone.js';
import { readFileBytes } from '../read-text-file.js';
import type { BadRow } from './bad-row.js';
import { fewOfEach } from './few-of-each.js';
import { matchColumns } from './match-columns.js';
import { readCsv } from './read-csv.js';
import { readPhone } from './read-phone.js';
import type { Table } from './table.js';

/** Most bytes of a catalogue file: half a million phones. */
const CATALOGUE_LIMIT = 64 * 1024 * 1024;

const CODES = {
  missing: 'catalogue/none',
  unreadable: 'catalogue/unreadable',
  kind: 'catalogue',
} as const;

/** The rows of all catalogue files of a campaign. */
export interface Catalogue {
  readonly phones: readonly Phone[];
  readonly badRows: readonly BadRow[];
  /** What the findings tell of the bad rows: the first few of a kind. */
  readonly told: readonly Finding[];
}

/** Reads every catalogue file that a campaign names. Every damaged cell is reported. */
export async function readCatalogue(
  world: World,
  campaign: Campaign,
  networks: ContactRegister['networks'] | undefined,
): Promise<Checked<Catalogue>> {
  const { files, findings } = catalogueFiles(world, campaign);
  const phones: Phone[] = [];
  const badRows: BadRow[] = [];
  const told: Finding[] = [];
  const unused = new Set<string>();
  for (const file of files) {
    const table = await readTable(world, file);
    findings.push(...table.findings);
    if (table.value === undefined) continue;
    const { columns, findings: faults } = matchColumns(table.value, campaign);
    findings.push(...faults);
    if (faults.length > 0) continue;
    for (const heading of columns.unused) unused.add(heading);
    const reader = { file, columns, networks, once: once() };
    const faulty: Finding[] = [];
    for (const row of table.value.rows) {
      const read = readPhone(reader, row);
      for (const it of read.findings) faulty.push(it);
      if ('phone' in read) phones.push(read.phone);
      else badRows.push(read);
    }
    told.push(...fewOfEach(faulty));
    if (table.value.rows.length === 0) findings.push(noPhones(file));
  }
  findings.push(...told, ...sameSkuTwice(phones), ...unusedNote(campaign, unused));
  return { value: { phones, badRows, told }, findings };
}

/** Gives each text as it was met first. */
function once(): (text: string) => string {
  const met = new Map<string, string>();
  return (text) => {
    const known = met.get(text) ?? text;
    met.set(text, known);
    return known;
  };
}

/** The files that the globs name, each once; a glob that names none is a finding. */
function catalogueFiles(world: World, campaign: Campaign) {
  const findings: Finding[] = [];
  const files = new Set<string>();
  campaign.catalogue.forEach((glob, index) => {
    const found = world
      .list(`campaigns/${campaign.id}/${glob.replace(/^(\.\/)+/, '')}`)
      .filter((file) => !(file.split('/').at(-1) ?? '').startsWith('~$'));
    for (const file of found) files.add(file);
    if (found.length > 0) return;
    const problem = `no file is called ${quoted(glob)} in campaigns/${campaign.id}`;
    const fix = `name a CSV or XLSX file in that folder${filesThere(world, campaign.id)}`;
    findings.push(finding('catalogue/none', campaign.locate(['catalogue', index]), problem, fix));
  });
  return { files: [...files], findings };
}

function filesThere(world: World, id: string): string {
  const there = world.list(`campaigns/${id}/**/*.{csv,xlsx,CSV,XLSX,tsv,txt}`);
  const names = there.map((file) => file.slice(`campaigns/${id}/`.length));
  return names.length === 0 ? '' : `, such as ${names.slice(0, 5).join(', ')}`;
}

/** One catalogue file as cells. */
export async function readTable(world: World, file: string): Promise<Checked<Table>> {
  const ending = /\.([^./]*)$/.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined || !['csv', 'tsv', 'txt', 'xlsx'].includes(ending)) {
    const fix = 'save it from the spreadsheet as XLSX or as "CSV UTF-8"';
    const problem = `a catalogue is a CSV or XLSX file; this one ends in ${quoted(ending ?? '')}`;
    const fault = finding('catalogue/unreadable', { file }, problem, fix);
    return { value: undefined, findings: [fault] };
  }
  const { value, findings } = readFileBytes(world, file, CODES, CATALOGUE_LIMIT);
  if (value === undefined) return { value: undefined, findings };
  if (ending !== 'xlsx') return readCsv(file, value.bytes);
  // Most catalogues are CSV: what opens workbooks is loaded for one.
  const { readXlsx } = await import('./read-xlsx.js');
  return readXlsx(file, value.bytes);
}

const noPhones = (file: string): Finding =>
  finding(
    'catalogue/empty',
    { file },
    'there are headings and no phone',
    'write a line for each phone below the headings',
  );

/** File names ignore case on Windows and macOS, so skus are compared without it. */
function sameSkuTwice(phones: readonly Phone[]): readonly Finding[] {
  const first = new Map<string, Phone>();
  const findings = phones.flatMap((phone) => {
    const { sku, shop, place } = phone;
    const name = JSON.stringify([sku.toLowerCase(), shop?.toLowerCase()]);
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, phone);
      return [];
    }
    const where = `${before.place.file}, ${before.place.part}`;
    const under = shop === undefined ? '' : ` for the shop ${quoted(shop)}`;
    const problem = `the sku ${quoted(sku)} stands here again${under}; it is already in ${where}`;
    const fix = 'keep one row and add the quantities, or say which shop each is for';
    return [finding('catalogue/same-sku', place, problem, fix)];
  });
  return fewOfEach(findings);
}

function unusedNote({ locate }: Campaign, unused: ReadonlySet<string>): Finding[] {
  if (unused.size === 0) return [];
  const names = [...unused];
  const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
  const columns = names.length === 1 ? '1 column is' : `${names.length} columns are`;
  const problem = `${columns} not used: ${names.slice(0, 8).map(quoted).join(', ')}${more}`;
  const fix = 'nothing to do; to use one, name it under columns: in campaign.yaml';
  return [finding('catalogue/columns-unused', locate(['catalogue']), problem, fix)];
}
