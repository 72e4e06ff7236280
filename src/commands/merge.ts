import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { makeFolder, writeWhole } from '../batch/atomic-file.js';
import { type JoinedFolder, joinFolders } from '../batch/join-folders.js';
import { type Manifest, manifestText, readManifest } from '../batch/manifest.js';
import { mergeManifests } from '../batch/merge-manifests.js';
import { type Finding, finding, isError } from '../diagnostics/finding.js';
import { exitCodeOf } from './exit-code.js';
import { countFindings, countOf, reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { userPath } from './user-path.js';

interface MergeOptions {
  readonly out: string;
  readonly json: boolean;
}

/** `merge`: the parts of a run put together, and every leaflet proven to be there exactly once. */
export function mergeCommand(setting: Setting): Command {
  return new Command('merge')
    .summary('put the parts of a run together, and show that none is missing')
    .description(
      'Joins the folders that build --shard wrote, checks each file against its hash, and says whether every leaflet of the campaign is there exactly once.',
    )
    .argument('<folder...>', 'the folders of the parts')
    .requiredOption('-o, --out <folder>', 'where the whole goes')
    .option('--json', 'one object a line on stdout instead of text', false)
    .addHelpText('after', '\nExample:\n  safeleaf merge part-1 part-2 part-3 --out out/christmas')
    .action((folders: string[], options: MergeOptions) => merge(folders, options, setting));
}

/** Editions keep a manifest of their own. */
const EDITIONS = ['', 'reader'] as const;

function merge(folders: readonly string[], options: MergeOptions, setting: Setting): void {
  const { terminal, cwd } = setting;
  const out = userPath(options.out);
  const shown = folders.map(userPath);
  const findings: Finding[] = [];
  let leaflets = 0;
  if (shown.some((it) => resolve(cwd, it) === resolve(cwd, out))) findings.push(intoPart(out));
  else
    for (const edition of EDITIONS) {
      const merged = mergeEdition(shown, out, edition, cwd);
      findings.push(...merged.findings);
      leaflets += merged.manifest?.leaflets.length ?? 0;
    }
  reportFindings(findings, terminal, options.json);
  const ok = !findings.some(isError);
  if (options.json)
    say(terminal, { event: 'merged', ok, folder: out, leaflets, ...countOf(findings) });
  else
    terminal.err(
      terminal.paint(
        'bold',
        ok
          ? `${leaflets} leaflets in ${out}: all of the campaign, each once.`
          : `Nothing was merged: ${countFindings(findings)}, above.`,
      ),
    );
  setting.exit(exitCodeOf(findings));
}

interface Merged {
  readonly manifest?: Manifest | undefined;
  readonly findings: readonly Finding[];
}

function mergeEdition(
  folders: readonly string[],
  out: string,
  edition: string,
  cwd: string,
): Merged {
  const below = (folder: string) => (edition === '' ? folder : `${folder}/${edition}`);
  const places = folders.map((folder) => ({
    shown: below(folder),
    folder: resolve(cwd, below(folder)),
  }));
  if (!places.some(({ folder }) => existsSync(join(folder, 'manifest.json'))))
    return { findings: edition === '' ? places.map(({ shown }) => unmade(shown)) : [] };
  const parts: JoinedFolder[] = [];
  const findings: Finding[] = [];
  for (const place of places) {
    const manifest = readManifest(join(place.folder, 'manifest.json'));
    if (manifest) parts.push({ ...place, manifest });
    else findings.push(unmade(place.shown));
  }
  if (findings.length > 0) return { findings };
  const { value: manifest, findings: unmerged } = mergeManifests(parts);
  if (!manifest) return { findings: unmerged };
  return joined(parts, manifest, { shown: below(out), folder: resolve(cwd, below(out)) });
}

/** The manifest comes last: a folder without one is no whole run. */
function joined(
  parts: readonly JoinedFolder[],
  manifest: Manifest,
  into: { readonly shown: string; readonly folder: string },
): Merged {
  const closed = makeFolder(into.folder, into.shown);
  const findings = closed.length > 0 ? closed : joinFolders(parts, into);
  if (findings.some(isError)) return { findings };
  const file = `${into.shown}/manifest.json`;
  const unkept = writeWhole(join(into.folder, 'manifest.json'), manifestText(manifest), file);
  return { manifest, findings: [...findings, ...unkept] };
}

const unmade = (shown: string): Finding =>
  finding(
    'merge/no-part',
    { file: shown },
    'no manifest.json lies here, or it cannot be read',
    'name the folder that build wrote; if the run was stopped, run it again',
  );

const intoPart = (out: string): Finding =>
  finding(
    'merge/into-part',
    { file: out },
    '--out names the folder of a part',
    'name another folder for the whole',
  );
