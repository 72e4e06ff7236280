import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/codes.js';
import { type Finding, isError } from '../../src/diagnostics/finding.js';
import { printFindings } from '../../src/diagnostics/print-finding.js';
import { sortFindings } from '../../src/diagnostics/sort-findings.js';
import { checkCampaign } from '../support/check-campaign.js';
import { textOf } from '../support/fault-base.js';
import { changedWorld, faultWorld } from '../support/fault-workspace.js';
import { elsewhereOf } from './elsewhere.js';

const FOLDER = import.meta.dirname;

const folders = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const nameOf = (code: string): string => code.replaceAll('/', '-');

/** A folder is called after its code, with a few words more where a code has several. */
const isAbout = (folder: string, code: string): boolean =>
  folder === nameOf(code) || folder.startsWith(`${nameOf(code)}-`);

/** Of two codes that fit, such as `contacts/field` and `contacts/field-url`, the longer one is meant. */
const codeOf = (folder: string): string | undefined =>
  Object.keys(CODES)
    .filter((code) => isAbout(folder, code))
    .sort((a, b) => b.length - a.length)[0];

/** A folder must be over in this time; what hangs is a fault of ours. */
const PATIENCE_MS = 15_000;

test.each(folders)(
  '%s is reported as report.txt says',
  async (name) => {
    const folder = join(FOLDER, name);
    const isMeant = ({ code }: Finding) => code === codeOf(name);
    const findings = await checkCampaign(await faultWorld(folder), isMeant);
    const report = `${printFindings(sortFindings(findings)).join('\n\n')}\n`;
    const file = join(folder, 'report.txt');
    if (process.env.UPDATE_FAULTS === '1') writeFileSync(file, report);
    expect(report).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    expect(findings.map(({ code }) => code)).toContain(codeOf(name));
  },
  PATIENCE_MS,
);

test('every code that a user can cause has a folder that brings it about', () => {
  const missing = Object.keys(CODES).filter(
    (code) => elsewhereOf(code) === undefined && !folders.some((it) => codeOf(it) === code),
  );
  expect(missing).toEqual([]);
});

test('a code stands in the list of those tested elsewhere only if no folder brings it about', () => {
  const both = folders.filter((it) => elsewhereOf(codeOf(it) ?? '') !== undefined);
  expect(both).toEqual([]);
});

test('the campaign beneath the faults has none itself, up to its finished files', async () => {
  expect(await checkCampaign(await faultWorld())).toEqual([]);
});

test('a glob with the separators of Windows finds the catalogues', async () => {
  const world = await changedWorld((files) => {
    const campaign = 'campaigns/small/campaign.yaml';
    files[campaign] = textOf(files, campaign).replace('phones.csv', '"shops\\\\*.csv"');
    files['campaigns/small/shops/leeds.csv'] = textOf(files, 'campaigns/small/phones.csv');
    delete files['campaigns/small/phones.csv'];
  });
  expect(await checkCampaign(world, () => true)).toEqual([]);
});

test('a report has no trace of the program that wrote it', () => {
  for (const name of folders) {
    const report = readFileSync(join(FOLDER, name, 'report.txt'), 'utf8');
    expect(report, name).not.toMatch(/\bat .*\.[jt]s:\d|node_modules|undefined|NaN|\[object|Error:/);
  }
});

test('what stops print and what does not is told apart', async () => {
  const notes = await checkCampaign(await faultWorld(join(FOLDER, 'catalogue-columns-unused')));
  expect(notes.some(isError)).toBe(false);
});
