import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import fastGlob from 'fast-glob';
import { leftOutNames } from '../batch/left-out-names.js';
import { type LeafletEntry, type Manifest, readManifest } from '../batch/manifest.js';
import { type Finding, finding, isError } from '../diagnostics/finding.js';
import { checkPage } from '../prove/check-page.js';
import { type Eyes, openEyes } from '../prove/eyes.js';
import type { LeafletRecord } from '../prove/leaflet-record.js';
import { recordedPages } from '../prove/owed-page.js';
import { judgeFile } from '../prove/rules/judge-file.js';
import type { Product } from '../prove/rules/rule.js';
import { recordOf, verifyFile } from '../prove/verify-file.js';
import { exitCodeOf } from './exit-code.js';
import { countFindings, reportFindings } from './report-findings.js';
import { judgeByRules, type RulesChoice } from './rules-alone.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { userPath } from './user-path.js';
import { verifyRecords } from './verify-records.js';

interface VerifyOptions {
  readonly json: boolean;
  readonly rules?: RulesChoice;
  readonly product?: Product;
}

/** `verify`: finished PDFs read back, also ones that someone has edited since. */
export function verifyCommand(setting: Setting): Command {
  return new Command('verify')
    .summary('read finished PDFs back and say what differs')
    .description(
      'Reads words, numbers, QR codes, boxes, inks and fonts of finished PDFs, and says what differs from what was made. Needs the manifest.json that lies beside them. Each file is also judged by the rules of its edition: PDF/X-4 and the Ghent Workgroup’s for print, PDF/UA-1 for readers. With --rules, files of anybody are judged by rules alone.',
    )
    .argument('<path...>', 'PDFs, or folders that build wrote')
    .addOption(
      new Option(
        '--rules <which>',
        'judge by rules alone, without a manifest: claimed (those that a file says it keeps), pdfx, gwg, pdfua',
      ).choices(['claimed', 'pdfx', 'gwg', 'pdfua']),
    )
    .addOption(
      new Option(
        '--product <kind>',
        'with --rules: the kind of product for the Ghent Workgroup’s rules (default: as the file’s inks and layers say)',
      ).choices(['sheet-cmyk', 'sheet-spot', 'label-leaflet']),
    )
    .option('--json', 'one object a line on stdout instead of text', false)
    .addHelpText(
      'after',
      '\nExamples:\n  safeleaf verify out/christmas\n  safeleaf verify D:\\from-printer\\christmas_parent_kite_en-GB_A1.pdf\n  safeleaf verify --rules claimed somebody-elses.pdf',
    )
    .action((paths: string[], options: VerifyOptions) => verify(paths, options, setting));
}

async function verify(paths: string[], options: VerifyOptions, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const { rules, product } = options;
  const progress = (text: string) => terminal.progress(text);
  const { findings, files, good } =
    rules === undefined
      ? await verifyAsMade(paths, setting)
      : await judgeByRules(paths, setting.cwd, { rules, product }, progress);
  reportFindings(findings, terminal, options.json);
  const ok = !findings.some(isError);
  if (options.json) say(terminal, { event: 'verified', ok, files, asMade: good });
  else {
    const what =
      rules === undefined ? 'show what was made' : 'keep the rules; no word was compared';
    const told = files === 0 ? 'No file was read back' : `${good} of ${files} files ${what}`;
    terminal.err(terminal.paint('bold', `${told} (${countFindings(findings)}).`));
  }
  setting.exit(exitCodeOf(findings));
}

async function verifyAsMade(paths: readonly string[], setting: Setting) {
  const targets = paths.map((path) => findTargets(path, setting.cwd));
  const findings: Finding[] = targets.flatMap((it) => it.findings);
  const files = targets.flatMap((it) => it.files);
  if (files.length === 0 && !findings.some(isError)) findings.push(nothingRead(paths));
  const eyes = await openEyes({ world: setting.openWorld('.') });
  let good = 0;
  for (const [index, file] of files.entries()) {
    setting.terminal.progress(`${index + 1} of ${files.length} files`);
    const found = await verifyOne(file, eyes);
    findings.push(...found);
    if (!found.some(isError)) good += 1;
  }
  return { findings, files: files.length, good };
}

const nothingRead = (paths: readonly string[]): Finding =>
  finding(
    'verify/nothing',
    { file: userPath(paths[0] ?? '') },
    'no PDF lies here',
    'name the folder that build wrote, or a PDF of it',
  );

/** A finished file with what the manifest says of it. */
interface Target {
  readonly path: string;
  /** As the user would write it. */
  readonly shown: string;
  readonly manifest: Manifest;
  readonly entry: LeafletEntry;
}

interface Targets {
  readonly files: readonly Target[];
  readonly findings: readonly Finding[];
}

function findTargets(argument: string, cwd: string): Targets {
  const shown = userPath(argument);
  const path = resolve(cwd, shown);
  if (!existsSync(path))
    return none('verify/nothing', shown, 'there is no such file or folder', 'check the path');
  const isFolder = statSync(path).isDirectory();
  const homes = isFolder ? homesIn(path) : homesOf(dirname(path));
  const manifests = new Map(homes.map((home) => [home, readManifest(join(home, 'manifest.json'))]));
  if (homes.length === 0 || [...manifests.values()].includes(undefined))
    return none(
      'verify/no-manifest',
      shown,
      'no manifest.json lies with this, or it cannot be read',
      'put the PDF back into the folder that build wrote, or copy its manifest.json beside it',
    );
  const files = (isFolder ? pdfsIn(path) : [path]).flatMap((file) => {
    // Drafts and the reader edition lie below the leaflets for print, and have manifests of their own.
    const home = homesOf(dirname(file))[0] ?? homes[0];
    const manifest = home && (manifests.get(home) ?? readManifest(join(home, 'manifest.json')));
    return home && manifest ? [targetOf(file, home, manifest, shownOf(file, path, shown))] : [];
  });
  const missing = [...manifests].flatMap(([home, manifest]) =>
    isFolder && manifest ? missingIn(path, home, manifest, shownOf(home, path, shown)) : [],
  );
  return {
    files: files.filter((it): it is Target => 'entry' in it),
    findings: [...files.filter((it): it is Finding => 'code' in it), ...missing],
  };
}

const none = (
  code: 'verify/nothing' | 'verify/no-manifest',
  shown: string,
  problem: string,
  fix: string,
): Targets => ({ files: [], findings: [finding(code, { file: shown }, problem, fix)] });

/** The nearest folder upwards that holds a manifest: PDFs lie beside it or one below. */
const homesOf = (folder: string): string[] =>
  [folder, dirname(folder)].filter((it) => existsSync(join(it, 'manifest.json'))).slice(0, 1);

/** All folders with manifests that a folder stands for: its own or the one above it, and those below. */
const homesIn = (folder: string): string[] => {
  const below = fastGlob.sync('{draft,reader,draft/reader}/manifest.json', { cwd: folder });
  return [...homesOf(folder), ...below.sort().map((it) => join(folder, dirname(it)))];
};

const pdfsIn = (folder: string): string[] =>
  fastGlob.sync('**/*.pdf', { cwd: folder, absolute: true, caseSensitiveMatch: false }).sort();

const shownOf = (file: string, path: string, shown: string): string =>
  file.startsWith(path) && file !== path
    ? `${shown}/${relative(path, file).replaceAll('\\', '/')}`
    : shown;

function targetOf(path: string, home: string, manifest: Manifest, shown: string): Target | Finding {
  const name = relative(home, path).replaceAll('\\', '/');
  const base = name.split('/').pop();
  const entry =
    manifest.leaflets.find(({ file }) => file === name) ??
    manifest.leaflets.find(({ file }) => file.split('/').pop() === base);
  if (entry) return { path, shown, manifest, entry };
  return finding(
    'verify/not-listed',
    { file: shown },
    'the manifest lists no leaflet of this name',
    'give the file back the name that build gave it, or make it anew',
  );
}

function unfinished({ complete, missing = [] }: Manifest, shown: string): Finding[] {
  if (complete) return [];
  const file = `${shown}/manifest.json`;
  if (missing.length > 0)
    return [
      finding(
        'verify/left-out',
        { file },
        `the folder is not whole: ${missing.length === 1 ? 'a leaflet' : `${missing.length} leaflets`} could not be made, for ${leftOutNames(missing)}`,
        'mend the rows of the catalogue that the manifest names under "missing", and build again',
      ),
    ];
  const problem = 'the run that wrote this folder did not finish';
  return [finding('verify/incomplete', { file }, problem, 'run the same build again')];
}

function missingIn(path: string, home: string, manifest: Manifest, shown: string): Finding[] {
  const findings = unfinished(manifest, shown);
  if (!home.startsWith(path)) return findings;
  const { leaflets, planned } = manifest;
  if (manifest.complete && leaflets.length < planned)
    findings.push(
      finding(
        'verify/part',
        { file: `${shown}/manifest.json` },
        `the folder holds ${leaflets.length} of the ${planned} leaflets of the campaign`,
        'make the rest too: run build without --only and --shard, or with the other parts',
      ),
    );
  const listed = new Set(
    manifest.leaflets.flatMap(({ file, page }) => (page ? [file, page.file] : [file])),
  );
  const gone = [...listed].filter((file) => !existsSync(join(home, file)));
  return [
    ...findings,
    ...gone.map((file) =>
      finding(
        'verify/missing',
        { file: `${shown}/${file}` },
        'the manifest lists this leaflet, and it is not there',
        'run the same build again',
      ),
    ),
  ];
}

/** The page beside a leaflet of the reader edition; one that is not there is told by its absence. */
function verifyPage(
  path: string,
  shown: string,
  { page }: LeafletEntry,
  record: LeafletRecord,
): readonly Finding[] {
  const beside = page && join(dirname(path), basename(page.file));
  if (!beside || !existsSync(beside)) return [];
  const file = `${shown.slice(0, shown.length - basename(path).length)}${basename(page.file)}`;
  const { brand, locale } = record;
  return checkPage(readFileSync(beside), recordedPages(record), { file }, { brand, locale });
}

async function verifyOne(
  { path, shown, manifest, entry }: Target,
  eyes: Eyes,
): Promise<readonly Finding[]> {
  const many = manifest.files?.find(({ file }) => file === entry.file);
  if (many) {
    const entries = manifest.leaflets.filter(({ file }) => file === many.file);
    return verifyRecords({ path, shown, manifest, sha256: many.sha256, entries }, eyes);
  }
  const record = recordOf(entry, manifest);
  if (!record)
    return [
      finding(
        'verify/no-manifest',
        { file: shown },
        'the manifest does not say what this file must show, or has been changed',
        'run the same build again; it writes the manifest anew',
      ),
    ];
  const bytes = readFileSync(path);
  const found = [
    ...(await verifyFile(bytes, { ...record, file: shown }, eyes)),
    ...verifyPage(path, shown, entry, record),
  ];
  // A draft shows what is wrong; nobody prints it.
  if (record.isDraft) return found;
  const families = record.edition === 'reader' ? PDFUA : PDFX;
  return [...found, ...(await judgeFile(bytes, { file: shown }, { families }))];
}

const PDFX = ['pdfx', 'gwg'] as const;
const PDFUA = ['pdfua'] as const;
