import { Argument, Command, InvalidArgumentError } from 'commander';
import { CODES } from '../diagnostics/codes.js';
import type { Checked, Finding } from '../diagnostics/finding.js';
import { nearest } from '../diagnostics/nearest.js';
import { ALL_RULES } from '../prove/rules/all-rules.js';
import { gravityOf } from '../prove/rules/rules-table.js';
import { readBrandKit } from '../sources/read-brand-kit.js';
import { readContactRegister, registerCountries } from '../sources/read-contact-register.js';
import { copyDeckIds, readCopyDeck } from '../sources/read-copy-deck.js';
import { readFormat } from '../sources/read-format.js';
import { readLocale } from '../sources/read-locale.js';
import { pressIcc, readPressFile } from '../sources/read-press-profile.js';
import { readTemplate, templateIds } from '../sources/read-template.js';
import type { World } from '../world.js';
import { exitCodeOf } from './exit-code.js';
import { formatSheets } from './format-sheets.js';
import { printTable } from './print-table.js';
import { reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { workspaceOption } from './workspace-option.js';

interface ListOptions {
  readonly workspace: string;
  readonly json: boolean;
  readonly pdf: boolean;
  readonly out: string;
}

/** A table to print: columns by name, one record a row. */
interface Listing {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly findings: readonly Finding[];
}

const LISTS = {
  templates: listTemplates,
  formats: listFormats,
  locales: listLocales,
  brands: listBrands,
  contacts: listContacts,
  press: listPress,
  findings: listCodes,
  rules: listRules,
} as const satisfies Record<string, (world: World) => Listing>;

type Kind = keyof typeof LISTS;

const isKind = (what: string): what is Kind => Object.hasOwn(LISTS, what);

function parseKind(what: string): Kind {
  if (isKind(what)) return what;
  const meant = nearest(what, Object.keys(LISTS));
  const known = `Use one of ${Object.keys(LISTS).join(', ')}.`;
  throw new InvalidArgumentError(meant ? `Did you mean ${meant}? ${known}` : known);
}

/** `list`: what campaigns can name, the workspace's own and what safeleaf ships. */
export function listCommand(setting: Setting): Command {
  return new Command('list')
    .summary('show what a campaign can name')
    .addArgument(
      new Argument('<what>', 'what to list').choices(Object.keys(LISTS)).argParser(parseKind),
    )
    .addOption(workspaceOption())
    .option('--json', 'one object a line on stdout instead of a table', false)
    .option('--pdf', 'with formats: draw a sheet for each, in full size, to design on', false)
    .option('-o, --out <folder>', 'folder for the sheets', 'formats')
    .addHelpText(
      'after',
      '\nExamples:\n  safeleaf list brands\n  safeleaf list contacts --json\n  safeleaf list formats --pdf -o sheets',
    )
    .action((what: Kind, options: ListOptions, command: Command) =>
      list(what, options, setting, command),
    );
}

async function list(
  what: Kind,
  options: ListOptions,
  setting: Setting,
  command: Command,
): Promise<void> {
  const { terminal, openWorld, exit } = setting;
  if (options.pdf && what !== 'formats')
    command.error(`error: --pdf draws formats; write "safeleaf list formats --pdf"`);
  if (options.pdf) return draw(options, setting);
  const { rows, findings } = LISTS[what](openWorld(options.workspace));
  reportFindings(findings, terminal, options.json);
  if (options.json) for (const row of rows) say(terminal, { event: 'listed', kind: what, ...row });
  else {
    const head = Object.keys(rows[0] ?? {});
    const cells = rows.map((row) => head.map((column) => row[column] ?? ''));
    for (const line of printTable(head, cells)) terminal.out(line);
  }
  exit(exitCodeOf(findings));
}

const formatIds = (world: World): string[] =>
  idsOf(world, 'templates/formats/*.yaml', /formats\/(.+)\.yaml$/);

/** The formats as drawn sheets; their files' names on stdout. */
async function draw(options: ListOptions, setting: Setting): Promise<void> {
  const { terminal, openWorld, exit, toolVersion } = setting;
  const world = openWorld(options.workspace);
  const listed = listFormats(world);
  const drawn = await formatSheets(world, formatIds(world), options.out, toolVersion);
  const findings = [...listed.findings, ...drawn.findings];
  reportFindings(findings, terminal, options.json);
  for (const file of drawn.value ?? [])
    if (options.json) say(terminal, { event: 'made', file });
    else terminal.out(file);
  exit(exitCodeOf(findings));
}

/** Reads each of several things and gives a row for those that can be read. */
function readEach<T>(
  ids: readonly string[],
  read: (id: string) => Checked<T>,
  toRow: (value: T) => Record<string, string>,
): Listing {
  const results = ids.map(read);
  return {
    rows: results.flatMap(({ value }) => (value ? [toRow(value)] : [])),
    findings: results.flatMap(({ findings }) => findings),
  };
}

/** The ids of things that lie in a folder each, or in a file each. */
const idsOf = (world: World, pattern: string, part: RegExp): string[] =>
  world.list(pattern).flatMap((path) => part.exec(path)?.[1] ?? []);

function listTemplates(world: World): Listing {
  return readEach(
    templateIds(world),
    (id) => readTemplate(world, id),
    ({ id, title, format, otherFormats = [], deck }) => ({
      template: id,
      title,
      format: [format, ...otherFormats].join(', '),
      deck,
    }),
  );
}

function listFormats(world: World): Listing {
  return readEach(
    formatIds(world),
    (id) => readFormat(world, id),
    ({ id, title, trim, sides, fold }) => ({
      format: id,
      title,
      'trim mm': `${trim.width} x ${trim.height}`,
      'panels mm': sides
        .map(({ panels }) => panels.map(({ width }) => width).join('/'))
        .join(' | '),
      fold,
    }),
  );
}

function listLocales(world: World): Listing {
  const tags = idsOf(world, 'locales/*/locale.yaml', /locales\/(.+)\/locale\.yaml$/);
  return readEach(
    tags,
    (tag) => readLocale(world, tag),
    ({ tag, englishName, name, direction, script }) => ({
      locale: tag,
      language: englishName,
      name,
      direction,
      script,
      decks: copyDeckIds(world, tag)
        .map((id) => `${id} (${readCopyDeck(world, tag, id).value?.status ?? 'unreadable'})`)
        .join(', '),
    }),
  );
}

function listBrands(world: World): Listing {
  const ids = idsOf(world, 'brand-kits/*/brand.json', /brand-kits\/(.+)\/brand\.json$/);
  return readEach(
    ids,
    (id) => readBrandKit(world, id),
    ({ id, name, fonts, inks }) => ({
      brand: id,
      name,
      fonts: [...new Set([fonts.heading.name, fonts.body.name])].join(', '),
      spots:
        Object.values(inks)
          .flatMap(({ spot }) => spot?.name ?? [])
          .join(', ') || '-',
    }),
  );
}

function listPress(world: World): Listing {
  return readEach(
    idsOf(world, 'press/*.yaml', /press\/(.+)\.yaml$/),
    (id) => pressRow(world, id),
    (row) => row,
  );
}

/** A press whose ICC profile the workspace has yet to supply is listed with where to put it. */
function pressRow(world: World, id: string): Checked<Record<string, string>> {
  const { value, findings } = readPressFile(world, id);
  if (value === undefined) return { value: undefined, findings };
  const { title, condition, icc, inkLimit, richBlack, spots, bleed, marks, minimum } = value;
  const drawn = (['crop', 'fold', 'registration', 'slug'] as const).filter((mark) => marks[mark]);
  const hasProfile = world.list(pressIcc(icc)).length > 0;
  const row = {
    press: id,
    title,
    condition,
    profile: hasProfile ? icc : `put your printer's at ${pressIcc(icc)}`,
    'ink limit %': String(inkLimit),
    'large black': richBlack.join('/'),
    'spot colours': spots === 'plates' ? 'plates' : 'in CMYK',
    'bleed mm': String(bleed),
    marks: drawn.join(' ') || 'none',
    'least line pt': String(minimum.linePt),
    'least type pt': `${minimum.bodyPt}, ${minimum.compactBodyPt} compact, ${minimum.imprintPt} imprint`,
  };
  return { value: row, findings };
}

function listContacts(world: World): Listing {
  const registers = registerCountries(world).map((country) => readContactRegister(world, country));
  const rows = registers.flatMap(({ value }) =>
    Object.values(value?.contacts ?? {}).map(({ id, name, phone, text, url, status, reviewBy }) => {
      const fields = [phone, text, url].filter((it) => it !== undefined);
      return {
        country: value?.country ?? '',
        contact: id,
        name,
        phone: phone?.shown ?? '-',
        text: text?.shown ?? '-',
        address: url?.shown ?? '-',
        status,
        confirmed: fields.every(({ confirmedOn }) => confirmedOn !== null) ? 'yes' : 'no',
        'review by': reviewBy,
      };
    }),
  );
  return { rows, findings: registers.flatMap(({ findings }) => findings) };
}

function listCodes(): Listing {
  const rows = Object.entries(CODES).map(([code, { severity, reason }]) => ({
    code,
    severity,
    why: reason,
  }));
  return { rows: rows.sort((a, b) => (a.code < b.code ? -1 : 1)), findings: [] };
}

/** Rules on finished files, for verify. */
function listRules(): Listing {
  const rows = ALL_RULES.map((rule) => ({
    family: rule.family,
    rule: rule.id,
    'asks that': rule.asks,
    'broken is': gravityOf(rule),
  }));
  return { rows, findings: [] };
}
