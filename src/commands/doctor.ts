import { Command } from 'commander';
import { type Finding, finding } from '../diagnostics/finding.js';
import { sortFindings } from '../diagnostics/sort-findings.js';
import type { ContactRegister } from '../sources/contact-register.js';
import { loadSources } from '../sources/load-sources.js';
import { campaignIds } from '../sources/read-campaign.js';
import type { Sources } from '../sources/sources.js';
import { loadShaper } from '../typeset/load-shaper.js';
import { openFaceLibrary } from '../typeset/open-face-library.js';
import { openTypesetter } from '../typeset/open-typesetter.js';
import { addDays, type Day } from '../units/day.js';
import type { World } from '../world.js';
import { type CampaignArgument, campaignArgument } from './campaign-id.js';
import { exitCodeOf } from './exit-code.js';
import { countFindings, reportFindings } from './report-findings.js';
import { say } from './say.js';
import type { Setting } from './setting.js';
import { workspaceOption } from './workspace-option.js';

interface DoctorOptions {
  readonly workspace: string;
  readonly json: boolean;
}

/** How far ahead a date that runs out is told: about the time that a reprint takes, our choice. */
const LOOK_AHEAD_DAYS = 90;

/** `doctor`: whether what campaigns need is there, and which dates run out soon. */
export function doctorCommand(setting: Setting): Command {
  return new Command('doctor')
    .summary('check fonts, profiles, versions, and dates that run out')
    .argument('[campaign...]', 'only these campaigns (default: all of the workspace)')
    .addOption(workspaceOption())
    .option('--json', 'one object a line on stdout instead of text', false)
    .addHelpText('after', '\nExamples:\n  safeleaf doctor\n  safeleaf doctor christmas')
    .action((campaigns: string[], options: DoctorOptions) => doctor(campaigns, options, setting));
}

async function doctor(named: string[], options: DoctorOptions, setting: Setting): Promise<void> {
  const { terminal, toolVersion } = setting;
  await loadShaper();
  const examined = [];
  for (const it of asked(named, options, setting)) examined.push(await examine(it, setting));
  const findings = sortFindings(examined.flatMap((it) => it.findings));
  const released = { safeleaf: toolVersion, ...versions() };
  const campaigns = examined.map(({ campaign, needs }) => ({ campaign, needs }));
  if (options.json) say(terminal, { event: 'doctor', versions: released, campaigns });
  else for (const line of told(released, campaigns)) terminal.out(line);
  reportFindings(findings, terminal, options.json);
  if (!options.json) terminal.err(terminal.paint('bold', countFindings(findings)));
  setting.exit(exitCodeOf(findings));
}

const asked = (named: string[], { workspace }: DoctorOptions, { openWorld }: Setting) =>
  named.length > 0
    ? named.map((it) => campaignArgument(it, workspace))
    : campaignIds(openWorld(workspace)).map((id): CampaignArgument => ({ id, workspace }));

/** What a campaign needs, in words, and what is wrong with it or soon will be. */
async function examine({ id, workspace }: CampaignArgument, { openWorld }: Setting) {
  const world = openWorld(workspace);
  const { value, findings } = await loadSources(world, id);
  if (!value) return { campaign: id, needs: 'cannot be read: see below', findings };
  const soon = [...fonts(value, world), ...dates(value, world.today), ...unconfirmed(value)];
  return { campaign: id, needs: whatItNeeds(value), findings: [...findings, ...soon] };
}

const told = (
  released: Readonly<Record<string, string>>,
  campaigns: readonly { readonly campaign: string; readonly needs: string }[],
): string[] =>
  [
    ...Object.entries(released),
    ...campaigns.map(({ campaign, needs }) => [`campaign ${campaign}`, needs] as const),
  ].map(([name, value]) => `${name.padEnd(20)} ${value}`);

/** Releases that bytes depend on: equal ones give equal files. */
function versions(): Record<string, string> {
  const { node = '', zlib = '', icu = '', unicode = '' } = process.versions;
  return { node, zlib, icu, unicode, processor: process.arch };
}

const whatItNeeds = ({ press, brands, locales, phones }: Sources): string =>
  `${phones.length} phones; press ${press.id} (${press.condition}, profile ${press.icc.length} bytes); brands ${Object.keys(brands).join(', ')}; locales ${Object.keys(locales).join(', ')}`;

/** Opens every face that the campaign would set text in. */
function fonts({ brands, locales }: Sources, world: World): Finding[] {
  const library = openFaceLibrary(world);
  return Object.values(brands).flatMap((brand) =>
    Object.values(locales).flatMap((locale) => [
      ...openTypesetter(library, brand, locale).findings,
    ]),
  );
}

function dates({ decks, approvals, register }: Sources, today: Day): Finding[] {
  const horizon = addDays(today, LOOK_AHEAD_DAYS);
  const soon = (day: Day | undefined): boolean => day !== undefined && day <= horizon;
  const units = Object.values(decks).flatMap((deck) =>
    deck.units
      .filter(({ reviewBy }) => soon(reviewBy))
      .map(({ key, reviewBy = '', place }) =>
        runsOut(
          place,
          `"${key}" must be looked at again by ${reviewBy}`,
          'check the steps on the phone, then move reviewBy and have them approved',
        ),
      ),
  );
  const signed = Object.values(approvals)
    .filter(({ endsOn }) => soon(endsOn))
    .map((it) =>
      runsOut(
        it.locate(['endsOn']),
        `the approval ends on ${it.endsOn}`,
        'ask the approver to approve the words again',
      ),
    );
  const contacts = Object.values(register.contacts)
    .filter(({ reviewBy }) => soon(reviewBy))
    .map(({ id, name, reviewBy }) =>
      runsOut(
        { file: register.file, part: id },
        `${name} must be confirmed again by ${reviewBy}`,
        'ask its operator, then move reviewBy',
      ),
    );
  return [...units, ...signed, ...contacts];
}

const runsOut = (at: Finding['at'], problem: string, fix: string): Finding =>
  finding('doctor/runs-out', at, problem, fix);

function unconfirmed({ register }: Sources): Finding[] {
  const open = Object.values(register.contacts).filter(isUnconfirmed);
  if (open.length === 0) return [];
  return [
    finding(
      'doctor/unconfirmed',
      { file: register.file },
      `${open.length} contacts have a field that no operator has confirmed: ${open.map(({ id }) => id).join(', ')}`,
      'ask each operator, then write the day under confirmedOn; until then only drafts and the demonstration print them',
    ),
  ];
}

const isUnconfirmed = ({ phone, text, url }: ContactRegister['contacts'][string]): boolean =>
  [phone, text, url].some((field) => field !== undefined && field.confirmedOn === null);
