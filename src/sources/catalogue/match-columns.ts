import { type Finding, finding } from '../../diagnostics/finding.js';
import { nearest } from '../../diagnostics/nearest.js';
import { quoted } from '../../diagnostics/quoted.js';
import type { Campaign } from '../campaign.js';
import { CATALOGUE_COLUMNS, type CatalogueColumn, REQUIRED_COLUMNS } from './columns.js';
import { placeOf, type Table } from './table.js';

/** Which column of a file is which of ours. */
export interface ColumnMap {
  readonly index: Partial<Record<CatalogueColumn, number>>;
  /** The file's own headings, in order, as findings name them. */
  readonly headings: readonly string[];
  /** Headings that nobody asked for. */
  readonly unused: readonly string[];
}

const plain = (heading: string): string => heading.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Finds our columns by the retailer's headings, as `columns:` in campaign.yaml maps them. */
export function matchColumns(
  table: Table,
  campaign: Campaign,
): { readonly columns: ColumnMap; readonly findings: readonly Finding[] } {
  const headings = table.headings.cells.map(({ text }) => text);
  const index: Partial<Record<CatalogueColumn, number>> = {};
  const findings: Finding[] = [];
  for (const name of CATALOGUE_COLUMNS) {
    const wanted = campaign.columns[name] ?? name;
    const found = headings.flatMap((heading, at) => (plain(heading) === plain(wanted) ? [at] : []));
    if (found.length > 1) findings.push(twice(table, wanted, found.length));
    if (found[0] !== undefined) index[name] = found[0];
    else if (campaign.columns[name] !== undefined)
      findings.push(mappedMissing(table, campaign, name, headings));
    else if (REQUIRED_COLUMNS.includes(name)) findings.push(missing(table, name, headings));
  }
  const used = new Set(Object.values(index));
  const unused = headings.filter((heading, at) => heading !== '' && !used.has(at));
  return { columns: { index, headings, unused }, findings };
}

const list = (headings: readonly string[]): string =>
  headings
    .filter((it) => it !== '')
    .slice(0, 12)
    .map(quoted)
    .join(', ') || 'none';

function missing(table: Table, name: CatalogueColumn, headings: readonly string[]): Finding {
  const problem = `there is no column ${quoted(name)}; the headings are ${list(headings)}`;
  const guess = nearest(name, headings);
  const fix =
    guess === undefined
      ? `add the column, or name its heading in campaign.yaml: columns: { ${name}: "…" }`
      : `did you mean ${quoted(guess)}? Then write in campaign.yaml: columns: { ${name}: ${quoted(guess)} }`;
  return finding('catalogue/column-missing', placeOf(table.file, table.headings), problem, fix);
}

function mappedMissing(
  table: Table,
  campaign: Campaign,
  name: CatalogueColumn,
  headings: readonly string[],
): Finding {
  const wanted = campaign.columns[name] ?? name;
  const guess = nearest(wanted, headings);
  const problem = `${table.file} has no heading ${quoted(wanted)}; its headings are ${list(headings)}`;
  const fix =
    guess === undefined
      ? `write the heading of the ${name} as it stands in the file`
      : `did you mean ${quoted(guess)}? Write the heading as it stands in the file`;
  return finding('catalogue/column-unknown', campaign.locate(['columns', name]), problem, fix);
}

function twice(table: Table, heading: string, count: number): Finding {
  const problem = `the heading ${quoted(heading)} stands over ${count} columns`;
  const fix = 'rename all but one of them';
  return finding('catalogue/column-twice', placeOf(table.file, table.headings), problem, fix);
}
