import { Command } from 'commander';
import { campaignArgument } from './campaign-id.js';
import { editionOption } from './edition-option.js';
import { onlyOption } from './only-option.js';
import type { Setting } from './setting.js';
import { type WatchOptions, watchCampaign } from './watch-campaign.js';
import { workspaceOption } from './workspace-option.js';

/** `watch`: makes a campaign's drafts, and after each save those that the saved file touches. */
export function watchCommand(setting: Setting): Command {
  return new Command('watch')
    .summary('make drafts, and after each save those that it touches')
    .description(
      'Makes the drafts of a campaign, stays, and after each save makes those anew that the saved file touches. Says which files changed, what was made and why, and what was found or is mended. Where something stops a leaflet, the last good file stays. Ctrl-C ends it.',
    )
    .argument('<campaign>', 'a campaign of the workspace, such as demo')
    .option('-o, --out <folder>', 'where the leaflets go (default: out/<campaign>)')
    .addOption(workspaceOption())
    .addOption(editionOption())
    .option('--draft', 'drafts with pictures, made in spite of errors; this is what is made', true)
    .option('--no-draft', 'leaflets as build makes them for print, with every check')
    .addOption(onlyOption())
    .option('--json', 'one object a line on stdout instead of text', false)
    .addHelpText(
      'after',
      `
Examples:
  safeleaf watch christmas
  safeleaf watch christmas --only locale=ur --only brand=kite --only sku=APL-IP17-256
  safeleaf watch christmas --no-draft --json

Exit codes: 0 where Ctrl-C came while nothing was being made, 130 where it cut a round short; 1 where there is no such campaign.`,
    )
    .action((campaign: string, options: WatchOptions) =>
      watchCampaign({ ...options, ...campaignArgument(campaign, options.workspace) }, setting),
    );
}
