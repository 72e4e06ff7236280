import { Command } from 'commander';
import { judgeDeck } from '../approval/judge-deck.js';
import { checkDeck } from '../compose/check-deck.js';
import { checkWordings } from '../compose/check-wordings.js';
import { type Finding, isError } from '../diagnostics/finding.js';
import { loadSources } from '../sources/load-sources.js';
import type { Sources } from '../sources/sources.js';
import { type CampaignArgument, campaignArgument } from './campaign-id.js';
import { exitCodeOf } from './exit-code.js';
import { printTable } from './print-table.js';
import { reportFindings } from './report-findings.js';
import { say } from './say.js';
import { sayWordings } from './say-wordings.js';
import type { Setting } from './setting.js';
import { workspaceOption } from './workspace-option.js';

interface StatusOptions {
  readonly workspace: string;
  readonly json: boolean;
}

/** `copy status`: which decks of a campaign are approved, by whom, until when, and what has changed since. */
export function copyStatusCommand(setting: Setting): Command {
  return new Command('status')
    .summary('say what is approved, by whom and until when')
    .argument('<campaign>', 'whose decks')
    .addOption(workspaceOption())
    .option('--json', 'one object a line on stdout instead of text', false)
    .addHelpText('after', '\nExample:\n  safeleaf copy status christmas')
    .action((campaign: string, options: StatusOptions) =>
      status({ ...options, ...campaignArgument(campaign, options.workspace) }, setting),
    );
}

async function status(options: StatusOptions & CampaignArgument, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const { value, findings } = await loadSources(setting.openWorld(options.workspace), options.id);
  const decks = value ? judge(value) : [];
  const style = Object.values(value?.decks ?? {}).flatMap((deck) => [
    ...checkDeck(deck),
    ...(value ? checkWordings(deck, value.register) : []),
  ]);
  const all = [...findings, ...style, ...decks.flatMap((it) => it.findings)];
  reportFindings(all, terminal, options.json);
  if (options.json)
    for (const { findings: found, ...deck } of decks)
      say(terminal, { event: 'deck', ...deck, findings: found.length });
  else if (decks.length > 0) {
    const head = ['deck', 'locale', 'units', 'status', 'approved by', 'until', 'stands'];
    const rows = decks.map((it) => [
      it.deck,
      it.locale,
      String(it.units),
      it.status,
      it.by,
      it.until,
      it.stands ? 'yes' : 'no',
    ]);
    for (const line of printTable(head, rows)) terminal.out(line);
  }
  if (value)
    for (const deck of Object.values(value.decks))
      sayWordings(deck, value.register, terminal, options.json);
  setting.exit(exitCodeOf(all));
}

interface DeckStatus {
  readonly deck: string;
  readonly locale: string;
  readonly units: number;
  readonly status: string;
  readonly by: string;
  readonly until: string;
  readonly stands: boolean;
  readonly findings: readonly Finding[];
}

function judge(sources: Sources): DeckStatus[] {
  return Object.entries(sources.decks).map(([key, deck]) => {
    const approval = sources.approvals[key];
    const findings = judgeDeck(deck, sources);
    return {
      deck: deck.id,
      locale: deck.locale,
      units: deck.units.length,
      status: deck.status,
      by: approval ? `${approval.approver.name}, ${approval.approver.organisation}` : '-',
      until: approval?.endsOn ?? '-',
      stands: !findings.some(isError),
      findings,
    };
  });
}
