import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { makeFolder, writeWhole } from '../batch/atomic-file.js';
import { type Finding, finding } from '../diagnostics/finding.js';
import { EXIT, exitCodeOf } from './exit-code.js';
import { reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { starterCampaign, starterWorkspace } from './starter.js';
import { userPath } from './user-path.js';
import { workspaceOption } from './workspace-option.js';

interface NewOptions {
  readonly workspace: string;
  readonly json: boolean;
}

/** A campaign's id is a folder's name, and a part of file names on every system. */
const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** `new`: a workspace or a campaign to start from. Never writes over a file. */
export function newCommand(setting: Setting): Command {
  const json = ['--json', 'one object a line on stdout instead of text'] as const;
  return new Command('new')
    .summary('start a workspace or a campaign')
    .addCommand(
      new Command('workspace')
        .summary('a folder with a first campaign in it')
        .argument('<folder>', 'a folder that does not exist yet, or is empty')
        .option(...json, false)
        .addHelpText('after', '\nExample:\n  safeleaf new workspace my-leaflets')
        .action((folder: string, options: NewOptions) => newWorkspace(folder, options, setting)),
    )
    .addCommand(
      new Command('campaign')
        .summary('a campaign in this workspace')
        .argument('<id>', 'its name: small letters, digits and hyphens')
        .addOption(workspaceOption())
        .option(...json, false)
        .addHelpText('after', '\nExample:\n  safeleaf new campaign christmas')
        .action((id: string, options: NewOptions) => newCampaign(id, options, setting)),
    );
}

function newWorkspace(folder: string, { json }: NewOptions, setting: Setting): void {
  const { today } = setting.openWorld('.');
  const shown = userPath(folder);
  const files = { ...starterWorkspace(), ...starterCampaign('first', today) };
  if (!writeNew(shown, files, json, setting)) return;
  const { terminal } = setting;
  if (json) return;
  terminal.err('');
  terminal.err('Next:');
  terminal.err(`  cd ${shown}`);
  terminal.err('  npx safeleaf build first --draft     drafts to look at');
  terminal.err('  put your phones into campaigns/first/phones.csv (Excel can save it)');
}

function newCampaign(id: string, { workspace, json }: NewOptions, setting: Setting): void {
  const { terminal } = setting;
  if (!ID.test(id)) {
    const wrong = finding(
      'new/name',
      { file: id },
      `"${id}" cannot be a campaign's name`,
      'use small letters, digits and hyphens, such as christmas-2027',
    );
    reportFindings([wrong], terminal, json);
    setting.exit(EXIT.findings);
    return;
  }
  const shown = userPath(workspace);
  writeNew(shown, starterCampaign(id, setting.openWorld(workspace).today), json, setting);
}

/** Writes files that must all be new; true when they stand. */
function writeNew(
  shown: string,
  files: Readonly<Record<string, string>>,
  json: boolean,
  { terminal, cwd, exit }: Setting,
): boolean {
  const root = resolve(cwd, shown);
  const label = (name: string): string => (shown === '.' ? name : `${shown}/${name}`);
  const findings: Finding[] = Object.keys(files)
    .filter((name) => existsSync(join(root, name)))
    .map((name) =>
      finding(
        'new/exists',
        { file: label(name) },
        'a file of this name is already there',
        'choose another name, or move the file away',
      ),
    );
  if (findings.length === 0)
    for (const [name, text] of Object.entries(files)) {
      const path = join(root, name);
      const faults = makeFolder(dirname(path), dirname(label(name)));
      findings.push(...(faults.length > 0 ? faults : writeWhole(path, text, label(name))));
      if (findings.length > 0) break;
      if (json) say(terminal, { event: 'made', file: label(name) });
      else terminal.out(label(name));
    }
  reportFindings(findings, terminal, json);
  exit(exitCodeOf(findings));
  return findings.length === 0;
}
