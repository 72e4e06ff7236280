import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import type { World } from '../world.js';
import { type Campaign, CampaignFile } from './campaign.js';
import { readYamlFile } from './read-yaml-file.js';
import type { FromFile } from './source-file.js';
import { unknownName } from './unknown-name.js';

const CODES = {
  missing: 'campaign/missing',
  unreadable: 'campaign/unreadable',
  wrong: 'campaign/field',
  kind: 'campaign',
} as const;

/** Every campaign of the workspace and of the package, by id. */
export const campaignIds = (world: World): readonly string[] =>
  world.list('campaigns/*/campaign.yaml').map((path) => path.split('/')[1] ?? '');

/** Reads `campaigns/<id>/campaign.yaml`. */
export function readCampaign(world: World, id: string): Checked<Campaign> {
  const file = `campaigns/${id}/campaign.yaml`;
  const known = campaignIds(world);
  if (!known.includes(id)) {
    const at = { file: 'campaigns' };
    return { value: undefined, findings: [unknownName(CODES.missing, at, 'campaign', id, known)] };
  }
  const read = readYamlFile(world, file, CampaignFile, CODES);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { value: written, ...from } = read.value;
  const findings = [...printDayFaults(written, from), ...repeated(written, from)];
  const { printOn = world.today, catalogue, columns, ...rest } = written;
  const globs = typeof catalogue === 'string' ? [catalogue] : catalogue;
  const value: Campaign = {
    ...rest,
    ...from,
    id,
    printOn,
    catalogue: globs.map((glob) => glob.replaceAll('\\', '/')),
    columns: definedOnly(columns),
  };
  return { value, findings };
}

/** A demonstration is printed today; any other campaign says when. */
function printDayFaults(written: CampaignFile, { locate }: FromFile): Finding[] {
  if (written.demonstration === (written.printOn === undefined)) return [];
  const at = locate(['printOn']);
  const [problem, fix] = written.demonstration
    ? ['printOn stands in a demonstration', 'take the line out: a demonstration is printed today']
    : ['printOn is missing', 'write the day of printing, as YYYY-MM-DD'];
  return [finding(CODES.wrong, at, problem, fix)];
}

/** The same template, brand and locale asked for twice would make one file twice. */
function repeated({ leaflets }: CampaignFile, { locate }: FromFile): Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  leaflets.forEach(({ template, brands, locales }, index) => {
    for (const brand of brands)
      for (const locale of locales) {
        const name = `${template}, ${brand}, ${locale}`;
        const at = locate(['leaflets', index]);
        if (seen.has(name))
          findings.push(finding(CODES.wrong, at, `${name} is asked for twice`, 'name it once'));
        seen.add(name);
      }
  });
  return findings;
}

const definedOnly = (
  record: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
