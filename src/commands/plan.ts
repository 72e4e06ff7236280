import { Command } from 'commander';
import { judgeDeck } from '../approval/judge-deck.js';
import { isError } from '../diagnostics/finding.js';
import { makePlan } from '../plan/make-plan.js';
import type { Form, Plan } from '../plan/plan.js';
import { loadSources } from '../sources/load-sources.js';
import type { Sources } from '../sources/sources.js';
import { grouped } from '../units/grouped.js';
import { type CampaignArgument, campaignArgument } from './campaign-id.js';
import { exitCodeOf } from './exit-code.js';
import { printTable } from './print-table.js';
import { reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { workspaceOption } from './workspace-option.js';

interface PlanOptions {
  readonly workspace: string;
  readonly json: boolean;
}

/** `plan`: what a campaign will make, counted, before anything is made. */
export function planCommand(setting: Setting): Command {
  return new Command('plan')
    .summary('count what a campaign will make')
    .description(
      'Counts records, forms, panels, pages and sheets, and names what is not approved yet.',
    )
    .argument('<campaign>', 'a campaign of the workspace, such as demo')
    .addOption(workspaceOption())
    .option('--json', 'one object on stdout instead of text', false)
    .addHelpText('after', '\nExample:\n  safeleaf plan christmas')
    .action((campaign: string, options: PlanOptions) =>
      plan({ ...options, ...campaignArgument(campaign, options.workspace) }, setting),
    );
}

async function plan(options: PlanOptions & CampaignArgument, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const sources = await loadSources(setting.openWorld(options.workspace), options.id);
  const made =
    sources.value && !sources.findings.some(isError)
      ? makePlan(sources.value)
      : { value: undefined, findings: [] };
  const findings = [...sources.findings, ...made.findings];
  reportFindings(findings, terminal, options.json);
  if (made.value) report(count(made.value), options, setting);
  setting.exit(exitCodeOf(findings));
}

/** A row for each template, brand and locale. Sheets are copies: one leaflet each, by quantity. */
interface PlanRow {
  readonly template: string;
  readonly brand: string;
  readonly locale: string;
  readonly records: number;
  readonly forms: number;
  readonly panels: number;
  readonly pages: number;
  readonly sheets: number;
  readonly approval: string;
}

function count({ leaflets, sources }: Plan): PlanRow[] {
  const groups = grouped(leaflets, ({ form: { template, brand, locales } }) =>
    [template.id, brand.id, locales].join('\n'),
  );
  return [...groups.values()].flatMap((group) => {
    const form = group[0]?.form;
    if (!form) return [];
    const { template, brand, locales, format } = form;
    return [
      {
        template: template.id,
        brand: brand.id,
        locale: locales,
        records: group.length,
        forms: new Set(group.map((it) => it.form)).size,
        panels: format.sides.reduce((sum, { panels }) => sum + panels.length, 0),
        pages: group.length * format.sides.length,
        sheets: group.reduce((sum, { phone }) => sum + phone.quantity, 0),
        approval: standing(form, sources),
      },
    ];
  });
}

/** Until when the words may print, or why they may not. */
function standing({ deck, approval }: Form, sources: Sources): string {
  if (approval && !judgeDeck(deck, sources).some(isError)) return `until ${approval.endsOn}`;
  if (approval) return 'does not stand';
  return deck.status === 'draft' ? 'draft translation' : 'not approved';
}

function report(rows: readonly PlanRow[], options: PlanOptions, { terminal }: Setting): void {
  const total = (field: 'records' | 'forms' | 'pages' | 'sheets'): number =>
    rows.reduce((sum, row) => sum + row[field], 0);
  if (options.json) {
    const totals = {
      records: total('records'),
      forms: total('forms'),
      pages: total('pages'),
      sheets: total('sheets'),
    };
    say(terminal, { event: 'plan', rows, totals });
    return;
  }
  const head = [
    'template',
    'brand',
    'locale',
    'records',
    'forms',
    'panels',
    'pages',
    'sheets',
    'approval',
  ];
  const cells = rows.map((row) => [
    row.template,
    row.brand,
    row.locale,
    ...[row.records, row.forms, row.panels, row.pages, row.sheets].map(String),
    row.approval,
  ]);
  for (const line of printTable(head, cells)) terminal.out(line);
  terminal.out('');
  terminal.out(
    `${total('records')} records, ${total('forms')} forms, ${total('pages')} pages; ${total('sheets')} sheets to print`,
  );
}
