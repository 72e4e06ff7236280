import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { makeFolder, writeWhole } from '../batch/atomic-file.js';
import { type Finding, isError } from '../diagnostics/finding.js';
import { formRoom } from '../layout/form-room.js';
import { prepare, type Ready } from '../pipeline.js';
import type { Level } from '../sources/copy-deck.js';
import { type CampaignArgument, campaignArgument } from './campaign-id.js';
import { EXIT } from './exit-code.js';
import { fitPage } from './fit-page.js';
import { printTable } from './print-table.js';
import { reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { userPath } from './user-path.js';
import { workspaceOption } from './workspace-option.js';

interface FitOptions {
  readonly workspace: string;
  readonly out?: string;
  readonly all: boolean;
  readonly json: boolean;
}

/** The room left on a panel of a template, in the form of a brand and locale that has the least. */
export interface FitRow {
  readonly template: string;
  readonly brand: string;
  readonly locale: string;
  readonly panel: string;
  readonly mm: number;
  readonly characters: number;
  readonly form: string;
  /** The level of the wordings that it takes. */
  readonly level: Level;
}

/** How many rows a terminal shows unless all are asked for. */
const SHOWN = 24;

/** `fit`: how much more copy every panel could hold, in every language. */
export function fitCommand(setting: Setting): Command {
  return new Command('fit')
    .summary('show how much room each panel has left in each language')
    .description(
      'Measures the room left on every panel, the tightest first, and draws it as a page, fit.html. Copy need not be approved.',
    )
    .argument('<campaign>', 'a campaign of the workspace, such as demo')
    .option('-o, --out <folder>', 'folder for fit.html (default: out/<campaign>)')
    .option('--all', 'every panel, not only the tightest', false)
    .addOption(workspaceOption())
    .option('--json', 'one object a panel on stdout instead of text', false)
    .addHelpText('after', '\nExamples:\n  safeleaf fit christmas\n  safeleaf fit christmas --all')
    .action((campaign: string, options: FitOptions) =>
      fit({ ...options, ...campaignArgument(campaign, options.workspace) }, setting),
    );
}

async function fit(options: FitOptions & CampaignArgument, setting: Setting): Promise<void> {
  const { terminal, toolVersion } = setting;
  terminal.progress('setting every panel in every language …');
  const world = setting.openWorld(options.workspace);
  // As a draft: an editor asks what fits before the words are approved, and of words that do not fit.
  const { value, findings } = await prepare(world, options.id, { draft: true, toolVersion });
  if (value === undefined) {
    reportFindings(findings, terminal, options.json);
    setting.exit(EXIT.findings);
    return;
  }
  const rows = measureFit(value);
  const shown = userPath(options.out ?? `out/${options.id}`);
  const page = fitPage(value.plan.sources.campaign.title, rows);
  const faults = writePage(page, shown, setting);
  if (options.json) for (const row of rows) say(terminal, { event: 'fit', ...row });
  else for (const line of table(rows, options.all)) terminal.out(line);
  reportFindings(faults, terminal, options.json);
  if (faults.length === 0 && !options.json)
    terminal.err(`As a page, with every panel: ${shown}/fit.html`);
  if (faults.length === 0 && options.json)
    say(terminal, { event: 'made', file: `${shown}/fit.html` });
  setting.exit(faults.some(isError) || rows.some(({ mm }) => mm < 0) ? EXIT.findings : EXIT.done);
}

/** A row for each template, brand, locale and panel: the form with the least room. The tightest first. */
function measureFit({ composed, forms }: Ready): readonly FitRow[] {
  const tightest = new Map<string, FitRow>();
  for (const [index, laidOut] of forms.entries()) {
    const form = composed[index];
    if (!form) continue;
    const { template, brand, locales, id } = form.form;
    for (const { panel, mm, characters, level } of formRoom(form, laidOut)) {
      const row = { template: template.id, brand: brand.id, locale: locales, panel };
      const key = Object.values(row).join('\n');
      const rounded = Math.round(mm * 10) / 10;
      if (rounded < (tightest.get(key)?.mm ?? Number.POSITIVE_INFINITY))
        tightest.set(key, { ...row, mm: rounded, characters, form: id, level });
    }
  }
  return [...tightest.values()].sort((a, b) => a.mm - b.mm);
}

function table(rows: readonly FitRow[], all: boolean): string[] {
  const shown = all ? rows : rows.slice(0, SHOWN);
  const cells = shown.map((row) => [
    row.mm.toFixed(1),
    String(row.characters),
    row.level,
    row.panel,
    row.locale,
    row.brand,
    row.template,
  ]);
  const head = ['mm', 'letters', 'wording', 'panel', 'locale', 'brand', 'template'];
  const lines = printTable(head, cells);
  const over = rows.filter(({ mm }) => mm < 0).length;
  const left = rows.length - shown.length;
  return [
    ...lines,
    '',
    ...(left > 0 ? [`${left} more panels have more room; --all lists them`] : []),
    over > 0
      ? `${over} of ${rows.length} panels hold more copy than they have room for`
      : `all ${rows.length} panels hold their copy`,
  ];
}

function writePage(page: string, shown: string, { cwd }: Setting): Finding[] {
  const folder = resolve(cwd, shown);
  const faults = makeFolder(folder, shown);
  return faults.length > 0
    ? faults
    : writeWhole(join(folder, 'fit.html'), page, `${shown}/fit.html`);
}
