import { Command } from 'commander';
import { Certifier } from '../batch/certifier.js';
import { type Finding, isError } from '../diagnostics/finding.js';
import { openPressFor, openReaderEdition, prepare } from '../pipeline.js';
import { openProver } from '../prove/open-prover.js';
import { openReaderProver } from '../prove/open-reader-prover.js';
import { type CampaignArgument, campaignArgument } from './campaign-id.js';
import { exitCodeOf } from './exit-code.js';
import { countFindings, countOf, reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { tellProgress } from './tell-progress.js';
import { workspaceOption } from './workspace-option.js';

interface CheckOptions {
  readonly workspace: string;
  readonly draft: boolean;
  readonly json: boolean;
}

/** `check`: every refusal of `build`, and no PDFs. */
export function checkCommand(setting: Setting): Command {
  return new Command('check')
    .summary('find all that would stop print, without making files')
    .description(
      'Runs every check of build, the proof of the finished bytes included, and writes nothing.',
    )
    .argument('<campaign>', 'a campaign of the workspace, such as demo')
    .addOption(workspaceOption())
    .option('--draft', 'check as a draft: approval is not asked for', false)
    .option('--json', 'one object a line on stdout instead of text', false)
    .addHelpText(
      'after',
      '\nExamples:\n  safeleaf check christmas\n  safeleaf check christmas --json',
    )
    .action((campaign: string, options: CheckOptions) =>
      check({ ...options, ...campaignArgument(campaign, options.workspace) }, setting),
    );
}

async function check(options: CheckOptions & CampaignArgument, setting: Setting): Promise<void> {
  const { terminal, toolVersion } = setting;
  const { id } = options;
  const world = setting.openWorld(options.workspace);
  const run = { draft: options.draft, toolVersion };
  terminal.progress('reading the campaign, setting and checking its panels …');
  const { value: ready, findings } = await prepare(world, id, run);
  const all: Finding[] = [...findings];
  // A draft goes on in spite of errors; its proof would tell them once more, in other words.
  if (ready && !findings.some(isError)) {
    const { editions } = ready.plan.sources.campaign;
    const press = openPressFor(ready, run);
    const prover = await openProver({ world });
    const certifiers: Partial<Record<'print' | 'reader', Certifier>> = {
      print: new Certifier(ready, press, prover, options.draft),
    };
    if (editions.includes('reader')) {
      const reader = openReaderEdition(ready, run);
      const prover = await openReaderProver({ world });
      certifiers.reader = new Certifier(reader.ready, reader.press, prover, options.draft);
    }
    const { leaflets } = ready.plan;
    for (const edition of ['print', 'reader'] as const) {
      const certifier = certifiers[edition];
      if (certifier === undefined) continue;
      const tell = tellProgress(edition, options.json, terminal);
      for (const [index, leaflet] of leaflets.entries()) {
        all.push(...(await certifier.certify(leaflet)).findings);
        tell(index + 1, leaflets.length, all.length);
      }
    }
  }
  reportFindings(all, terminal, options.json);
  const code = exitCodeOf(all);
  const leaflets = ready?.plan.leaflets.length ?? 0;
  if (options.json)
    say(terminal, { event: 'checked', campaign: id, ok: code === 0, leaflets, ...countOf(all) });
  else
    terminal.err(
      terminal.paint(
        'bold',
        code === 0
          ? `${id}: nothing stops print (${leaflets} leaflets, ${countFindings(all)}).`
          : `${id}: print is stopped: ${countFindings(all)}.`,
      ),
    );
  setting.exit(code);
}
