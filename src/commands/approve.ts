import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { readPrivateKey } from '../approval/key-pair.js';
import { referencesOf } from '../approval/references-of.js';
import { signApproval } from '../approval/sign-approval.js';
import { makeFolder, writeWhole } from '../batch/atomic-file.js';
import { checkWordings } from '../compose/check-wordings.js';
import { type Finding, finding, isError } from '../diagnostics/finding.js';
import type { CopyDeck } from '../sources/copy-deck.js';
import { loadSources } from '../sources/load-sources.js';
import type { Sources } from '../sources/sources.js';
import { addDays } from '../units/day.js';
import { type CampaignArgument, campaignArgument } from './campaign-id.js';
import { EXIT, exitCodeOf } from './exit-code.js';
import { reportFindings } from './report-findings.js';
import { say } from './say.js';
import { sayWordings } from './say-wordings.js';
import type { Setting } from './setting.js';
import { workspaceOption } from './workspace-option.js';

interface ApproveOptions {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly until?: string;
  readonly deck: readonly string[];
  readonly locale: readonly string[];
  readonly workspace: string;
  readonly json: boolean;
}

/** How long an approval lasts when its giver does not say: two years, our choice, because helplines move. */
const DEFAULT_DAYS = 730;

/** `copy approve`: signs the words of a campaign's decks, and the contacts they print. */
export function approveCommand(setting: Setting): Command {
  return new Command('approve')
    .summary('sign the words that a campaign prints')
    .description(
      'Signs the exact words of the decks of a campaign and the contacts that they print.',
    )
    .argument('<campaign>', 'whose decks are approved')
    .requiredOption('--key <file>', 'your private key (safeleaf copy keygen makes one)')
    .requiredOption('--name <name>', 'who approves; printed on every leaflet')
    .requiredOption('--organisation <name>', 'for which organisation')
    .option('--until <day>', 'the last day of the approval, YYYY-MM-DD (default: two years)')
    .option('--deck <deck...>', 'only these decks', [])
    .option('--locale <tag...>', 'only these locales', [])
    .addOption(workspaceOption())
    .option('--json', 'one object a line on stdout instead of text', false)
    .addHelpText(
      'after',
      '\nExample:\n  safeleaf copy approve christmas --key charity.key --name "A. Editor" --organisation "The Lantern Trust" --locale en-GB',
    )
    .action((campaign: string, options: ApproveOptions) =>
      approve({ ...options, ...campaignArgument(campaign, options.workspace) }, setting),
    );
}

async function approve(
  options: ApproveOptions & CampaignArgument,
  setting: Setting,
): Promise<void> {
  const { terminal } = setting;
  const world = setting.openWorld(options.workspace);
  const until = options.until ?? addDays(world.today, DEFAULT_DAYS);
  const { key, findings } = openKey(options.key, setting);
  const sources = await loadSources(world, options.id);
  const all = [...findings, ...dayFault(until, world.today), ...sources.findings];
  if (!key || !sources.value || all.some(isError)) {
    reportFindings(all, terminal, options.json);
    setting.exit(EXIT.findings);
    return;
  }
  const decks = wantedDecks(sources.value, options);
  const { register } = sources.value;
  // What no leaflet could print is not to be signed either.
  const words = decks.flatMap((deck) => checkWordings(deck, register));
  const terms = { key, until, today: world.today };
  const made = words.some(isError) ? [] : signAll(decks, sources.value, options, terms, setting);
  reportFindings([...all, ...words, ...made], terminal, options.json);
  setting.exit(exitCodeOf([...all, ...words, ...made]));
}

function wantedDecks({ decks }: Sources, { deck, locale }: ApproveOptions): readonly CopyDeck[] {
  const wanted = (list: readonly string[], it: string): boolean =>
    list.length === 0 || list.includes(it);
  return Object.values(decks).filter((it) => wanted(deck, it.id) && wanted(locale, it.locale));
}

function signAll(
  decks: readonly CopyDeck[],
  sources: Sources,
  options: ApproveOptions,
  terms: {
    readonly key: Parameters<typeof signApproval>[4];
    readonly until: string;
    readonly today: string;
  },
  { terminal, cwd }: Setting,
): Finding[] {
  const approver = { name: options.name, organisation: options.organisation };
  return decks.flatMap((deck) => {
    const templates = Object.values(sources.templates).filter((it) => it.deck === deck.id);
    sayWordings(deck, sources.register, terminal, options.json);
    const refs = referencesOf(deck, templates, sources.register);
    const dates = { approver, approvedOn: terms.today, endsOn: terms.until };
    const approval = signApproval(deck, sources.register, refs, dates, terms.key);
    const file = deck.file.replace(/\.yaml$/, '.approval.json');
    const text = `${JSON.stringify(approval, null, 2)}\n`;
    const path = join(resolve(cwd, options.workspace), file);
    const unwritten = [
      ...makeFolder(dirname(path), dirname(file)),
      ...writeWhole(path, text, file),
    ];
    if (unwritten.length === 0)
      if (options.json) say(terminal, { event: 'made', file });
      else terminal.out(file);
    return unwritten;
  });
}

function openKey(file: string, { cwd }: Setting) {
  const fault = (problem: string) => ({
    key: undefined,
    findings: [
      finding(
        'copy/key-unreadable',
        { file },
        problem,
        'name the private key file that safeleaf copy keygen made',
      ),
    ],
  });
  try {
    const key = readPrivateKey(readFileSync(resolve(cwd, file), 'utf8'));
    return key ? { key, findings: [] } : fault('the file holds no Ed25519 private key');
  } catch {
    return fault('the file cannot be read');
  }
}

function dayFault(until: string, today: string): Finding[] {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until));
  if (isDay && until > today) return [];
  return [
    finding(
      'copy/approval-day',
      { file: '--until' },
      `"${until}" is no day after ${today}`,
      'write the last day of the approval as YYYY-MM-DD',
    ),
  ];
}
