import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { isError } from '../diagnostics/finding.js';
import type { Flip } from '../pack/n-up-placement.js';
import { packFolder } from '../pack/pack-folder.js';
import { openSheetType } from '../pack/sheet-type.js';
import type { Ticket } from '../pack/ticket.js';
import { exitCodeOf } from './exit-code.js';
import { countFindings, reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { userPath } from './user-path.js';

interface PackCommandOptions {
  readonly out?: string;
  readonly nUp: boolean;
  readonly flip: Flip;
  readonly json: boolean;
}

/** `pack`: what a printer needs, in one ZIP. */
export function packCommand(setting: Setting): Command {
  return new Command('pack')
    .summary('put all that a printer needs into one ZIP')
    .description(
      'Checks that the folder holds every leaflet as it was made, and makes a ZIP of the PDFs for the press, a sheet to read (sheet.pdf), tickets for machines (ticket.json, ticket.xjdf) and checksums.',
    )
    .argument('<folder>', 'a folder that build wrote, such as out/christmas')
    .option('-o, --out <folder>', 'where the ZIP goes (default: the folder itself)')
    .option(
      '--n-up',
      'sheets of SRA3 for a shop printer, to be cut, instead of single pages',
      false,
    )
    .addOption(
      new Option('--flip <edge>', 'the edge by which the shop printer turns a sheet over')
        .choices(['long', 'short'])
        .default('long'),
    )
    .option('--json', 'one object a line on stdout instead of text', false)
    .addHelpText(
      'after',
      '\nExamples:\n  safeleaf pack out/christmas\n  safeleaf pack out/christmas --n-up --flip short',
    )
    .action((folder: string, options: PackCommandOptions) => pack(folder, options, setting));
}

async function pack(folder: string, options: PackCommandOptions, setting: Setting): Promise<void> {
  const { terminal, cwd } = setting;
  const shown = userPath(folder);
  const into = options.out === undefined ? shown : userPath(options.out);
  const { value, findings } = await packFolder({
    folder: resolve(cwd, shown),
    shown,
    zip: (name) => ({ path: join(resolve(cwd, into), name), shown: `${into}/${name}` }),
    ...(options.nUp && { nUp: options.flip }),
    type: await openSheetType(setting.openWorld('.')),
    onProgress: (done, total) => terminal.progress(`${done} of ${total} files`),
  });
  reportFindings(findings, terminal, options.json);
  const ok = value !== undefined && !findings.some(isError);
  const { leaflets, copies } = tally(value?.ticket);
  if (options.json) {
    if (value) say(terminal, { event: 'made', file: value.zip });
    const files = value?.ticket.files.length ?? 0;
    say(terminal, { event: 'packed', ok, files, leaflets, copies });
  } else if (value) {
    terminal.out(value.zip);
    const size = `${(value.bytes / 1e6).toFixed(1)} MB`;
    terminal.err(
      terminal.paint('bold', `${leaflets} leaflets, ${copies} copies to print, in ${size}.`),
    );
  } else
    terminal.err(terminal.paint('bold', `Nothing was packed: ${countFindings(findings)}, above.`));
  setting.exit(exitCodeOf(findings));
}

/** What the ZIP holds: on imposed sheets, only the leaflets of pieces that are not left out. */
function tally(ticket: Ticket | undefined): { leaflets: number; copies: number } {
  const leftOut = new Set(ticket?.nUp?.leftOut.map(({ piece }) => piece));
  const pieces = ticket?.pieces.filter(({ id }) => !leftOut.has(id)) ?? [];
  return {
    leaflets: pieces.reduce((sum, it) => sum + it.leaflets, 0),
    copies: pieces.reduce((sum, it) => sum + it.quantity, 0),
  };
}
