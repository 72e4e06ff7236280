import { Command, Option } from 'commander';
import type { Shard } from '../batch/batch-options.js';
import { type BuildOptions, build } from './build-leaflets.js';
import { campaignArgument } from './campaign-id.js';
import { editionOption } from './edition-option.js';
import { parseJobs } from './jobs.js';
import { onlyOption } from './only-option.js';
import { parsed } from './parsed.js';
import type { Setting } from './setting.js';
import { parseShard } from './shard.js';
import { workspaceOption } from './workspace-option.js';

/** `build`: a PDF for each leaflet of a campaign, press-ready or to be read on a screen. */
export function buildCommand(setting: Setting): Command {
  return new Command('build')
    .summary('make the leaflets of a campaign')
    .description(
      'Makes the leaflets of a campaign: a PDF for each phone, brand and locale, for the press and for readers.',
    )
    .argument('<campaign>', 'a campaign of the workspace, such as demo')
    .option('-o, --out <folder>', 'where the leaflets go (default: out/<campaign>)')
    .addOption(workspaceOption())
    .addOption(editionOption())
    .option(
      '--draft',
      'drafts to look at, with pictures: watermarked, made in spite of errors, in a folder of their own',
      false,
    )
    .addOption(onlyOption())
    .addOption(
      new Option(
        '--shard <i/n>',
        'only the i-th of n equal parts; auto or auto/n in a job of an array (Slurm, AWS Batch, Kubernetes, GitLab, Azure)',
      ).argParser<Shard>(parsed(parseShard)),
    )
    .option(
      '--one-file',
      'one PDF for all phones of a leaflet, brand and locale, with a record a phone (PDF/VT-1)',
      false,
    )
    .addOption(
      new Option(
        '--on-bad-record <policy>',
        'where a phone cannot have its leaflet: stop before anything is made, skip it, or set-aside its row in a file to be mended',
      )
        .choices(['stop', 'skip', 'set-aside'])
        .default('stop'),
    )
    .option('--no-cache', 'make everything anew: neither look at what earlier runs kept, nor keep')
    .addOption(
      new Option(
        '--jobs <n>',
        'how many threads write leaflets; 1: no other than the one that sets them',
      )
        .argParser<number | 'auto'>((text) => parsed(parseJobs)(text).jobs)
        .default('auto', 'auto, one for each core where that saves time'),
    )
    .option('--explain', 'say of each file that is written why: new, or what has changed', false)
    .option('--json', 'one object a line on stdout instead of text', false)
    .addHelpText(
      'after',
      `
Examples:
  safeleaf build demo
  safeleaf build christmas --out D:\\leaflets
  safeleaf build christmas --draft --only locale=ur --only brand=kite
  safeleaf build christmas --one-file
  safeleaf build christmas --edition reader
  safeleaf build christmas --shard 2/8 --json`,
    )
    .action((campaign: string, options: BuildOptions) =>
      build({ ...inOnePiece(options), ...campaignArgument(campaign, options.workspace) }, setting),
    );
}

/** The only shard of one, as an array of one job has it, is the run in one piece: it has its names and bytes. */
function inOnePiece({ shard, ...options }: BuildOptions): BuildOptions {
  return shard && shard.of > 1 ? { ...options, shard } : options;
}
