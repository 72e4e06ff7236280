import { join } from 'node:path';
import { fileHash } from '../batch/file-hash.js';
import { leftOutNames } from '../batch/left-out-names.js';
import { type Manifest, readManifest } from '../batch/manifest.js';
import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { type MadeRun, madeRun } from './made-run.js';
import type { PackedFile } from './ticket.js';

/** A folder that build wrote: absolute, and as the user typed it. */
export interface MadeFolder {
  readonly folder: string;
  readonly shown: string;
}

/** A run that may go to a printer, and its files as they were found. */
export interface CheckedRun {
  readonly run: MadeRun;
  readonly files: readonly PackedFile[];
}

/** Reads what build wrote, and says why it may not go to a printer: all reasons at once. */
export function checkRun(made: MadeFolder): Checked<CheckedRun> {
  const manifest = readManifest(join(made.folder, 'manifest.json'));
  if (!manifest) return none(noManifest(made));
  if (manifest.draft || isReader(manifest)) return none(notForPress(made, manifest.draft));
  const whole = [...unfinished(made, manifest), ...missing(made, manifest)];
  const run = madeRun(manifest);
  const wanted = run && filesOf(run);
  if (!run || !wanted) return { value: undefined, findings: [...whole, unsaid(made)] };
  const { value, findings } = checkFiles(wanted, made);
  const faults = [...whole, ...findings];
  return { value: faults.length === 0 ? { run, files: value } : undefined, findings: faults };
}

const none = (why: Finding): Checked<CheckedRun> => ({ value: undefined, findings: [why] });

const isReader = ({ forms }: Manifest): boolean =>
  Object.values(forms).some((it) => (it as { edition?: string } | null)?.edition === 'reader');

/** Each file once, with the hash that it had; undefined where a leaflet stands in a file without one. */
function filesOf({ leaflets, files }: MadeRun): ReadonlyMap<string, string> | undefined {
  const hashes = new Map(files.map(({ file, sha256 }) => [file, sha256]));
  for (const { file, sha256 } of leaflets) if (sha256 !== undefined) hashes.set(file, sha256);
  return leaflets.every(({ file }) => hashes.has(file)) ? hashes : undefined;
}

function checkFiles(wanted: ReadonlyMap<string, string>, { folder, shown }: MadeFolder) {
  const value: PackedFile[] = [];
  const findings: Finding[] = [];
  for (const [file, sha256] of wanted) {
    const found = fileHash(join(folder, file));
    if (found?.sha256 === sha256) value.push({ file, ...found });
    else findings.push(changed(`${shown}/${file}`, found === undefined));
  }
  return { value, findings };
}

const noManifest = ({ shown }: MadeFolder): Finding =>
  finding(
    'pack/no-manifest',
    { file: shown },
    'no manifest.json lies here, or it cannot be read',
    'name the folder that "safeleaf build" wrote, such as out/christmas',
  );

const unsaid = ({ shown }: MadeFolder): Finding =>
  finding(
    'pack/no-manifest',
    { file: `${shown}/manifest.json` },
    'it does not say all that a printer must know: it has been changed, or an older safeleaf wrote it',
    'run the same build again; it writes the manifest anew',
  );

const notForPress = ({ shown }: MadeFolder, isDraft: boolean): Finding =>
  finding(
    'pack/not-for-press',
    { file: `${shown}/manifest.json` },
    isDraft ? 'these are drafts' : 'these are leaflets for readers, not for a press',
    isDraft
      ? 'build the campaign without --draft, and name the folder of the campaign'
      : 'name the folder of the campaign; the files for the press lie in its print folder',
  );

function unfinished({ shown }: MadeFolder, { complete, missing = [] }: Manifest): Finding[] {
  if (complete) return [];
  const problem =
    missing.length === 0
      ? 'the run did not finish'
      : `leaflets could not be made, for ${leftOutNames(missing)}`;
  const fix =
    missing.length === 0
      ? 'run the same build again, and mend what it reports'
      : 'mend the rows of the catalogue that the manifest names under "missing", and build again';
  return [finding('pack/unfinished', { file: `${shown}/manifest.json` }, problem, fix)];
}

function missing({ shown }: MadeFolder, manifest: Manifest): Finding[] {
  const { planned, leaflets, shard } = manifest;
  if (leaflets.length + (manifest.missing?.length ?? 0) >= planned) return [];
  const part = shard ? `part ${shard.part} of ${shard.of}` : 'a part of the run';
  return [
    finding(
      'pack/missing',
      { file: `${shown}/manifest.json` },
      `the folder holds ${leaflets.length} of the ${planned} leaflets of the campaign: ${part}`,
      shard
        ? 'put all parts together with "safeleaf merge", and pack the whole'
        : 'build the campaign without --only',
    ),
  ];
}

const changed = (file: string, isGone: boolean): Finding =>
  finding(
    'pack/changed',
    { file },
    isGone ? 'the file is not there' : 'the file is not as it was made',
    'run the same build again: it makes the file anew',
  );
