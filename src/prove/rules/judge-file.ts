import { type Finding, finding, type Place } from '../../diagnostics/finding.js';
import type { Anatomy } from '../anatomy/anatomy.js';
import { openAnatomy } from '../anatomy/open-anatomy.js';
import { entryOf, nameOf } from '../pdf-values.js';
import { ALL_RULES } from './all-rules.js';
import { inksOf, platesOf } from './gwg/surface.js';
import type { Breach, Family, Product, Rule, Severity } from './rule.js';

/** What a file is judged by, where it is not to follow from what the file says of itself. */
export interface JudgeOptions {
  readonly families?: readonly Family[] | undefined;
  readonly product?: Product | undefined;
}

/**
 * Judges a finished file, whoever made it, by the rules that it claims to keep: PDF/X-4 brings the Ghent
 * Workgroup's with it. Never throws; a file that cannot be read gives a finding.
 */
export async function judgeFile(
  bytes: Uint8Array,
  at: Place,
  options: JudgeOptions = {},
): Promise<readonly Finding[]> {
  const file = await openAnatomy(bytes);
  if (file === undefined || file.pages.length === 0)
    return [finding('prove/unreadable', at, 'no page can be read from the file', READ_AGAIN)];
  const claimed = claimedBy(file);
  const isLocked = file.context.trailerInfo.Encrypt !== undefined;
  const families = options.families ?? (isLocked ? ALL : claimed);
  if (families.length === 0)
    return [finding('verify/claims-nothing', at, CLAIMS_NOTHING, NAME_RULES)];
  const product = options.product ?? productOf(file);
  const asked = ALL_RULES.filter(({ family }) => families.includes(family));
  const judged = isLocked ? asked.filter(({ id }) => ON_LOCKS.has(id)) : asked;
  return [
    ...(isLocked ? [finding('prove/encrypted', at, LOCKED, UNLOCK)] : []),
    ...judged.flatMap((rule) => judge(rule, file, product, at)),
  ];
}

const ALL: readonly Family[] = ['pdfx', 'gwg', 'pdfua'];

/** What a locked file can be judged by: all else of it reads as noise. */
const ON_LOCKS = new Set(['X02', '7.16-1']);
const LOCKED = 'the file is locked with a password or permissions';
const UNLOCK = 'save it without protection, or make it again with "safeleaf build"';
const CLAIMS_NOTHING = 'the file says neither PDF/X-4 nor PDF/UA of itself';
const NAME_RULES = 'name the rules: --rules pdfx, gwg or pdfua';

/** A fault of the file's own parts is the writer's; one of sizes and inks stands in template or brand kit. */
const FIXES: Readonly<Record<Family, string>> = {
  pdfx: 'make the file again with "safeleaf build"; if that has the same fault, report it as a bug',
  gwg: 'change its size, line or ink in the template or the brand kit, and make the file again',
  pdfua:
    'make the file again with "safeleaf build"; if that has the same fault, report it as a bug',
};
const READ_AGAIN = 'make it again with "safeleaf build", or get it again from where it came from';

/** Most places that one rule tells of one file. */
const MOST_PLACES = 5;

function judge(rule: Rule, file: Anatomy, product: Product, at: Place): readonly Finding[] {
  const severity = rule.products[product] ?? rule.severity;
  if (severity === 'none') return [];
  const breaches = unique(breachesOf(rule, file, product));
  const told = breaches.slice(0, MOST_PLACES).map((it) => toFinding(rule, severity, it, at));
  const more = breaches.length - told.length;
  const last = told.at(-1);
  if (more === 0 || last === undefined) return told;
  return [...told.slice(0, -1), { ...last, problem: `${last.problem}; and so ${more} more` }];
}

/** A rule that a made-up file brings down has found a fault. */
function breachesOf(rule: Rule, file: Anatomy, product: Product): readonly Breach[] {
  try {
    return rule.check(file, product);
  } catch {
    return [{ problem: 'the part of the file that this rule asks for cannot be read' }];
  }
}

const unique = (breaches: readonly Breach[]): readonly Breach[] => [
  ...new Map(breaches.map((it) => [`${it.page} ${it.problem}`, it])).values(),
];

function toFinding(rule: Rule, severity: Severity, { problem, page }: Breach, at: Place): Finding {
  const place = page === undefined ? at : { ...at, part: `page ${page + 1}` };
  const said = `${rule.id}: ${problem}; the rule: ${rule.asks}`;
  return {
    ...finding(codeOf(rule, severity), place, said, FIXES[rule.family]),
    reason: rule.why,
    rule: rule.id,
  };
}

const codeOf = ({ family }: Rule, severity: Severity) => {
  if (family === 'gwg') return severity === 'error' ? 'rule/gwg' : 'rule/gwg-advice';
  return family === 'pdfx' ? 'rule/pdfx' : 'rule/pdfua';
};

const PDFX = 'http://www.npes.org/pdfx/ns/id/';
const PDFUA = 'http://www.aiim.org/pdfua/ns/id/';

/** The rules that a file claims to keep. */
function claimedBy({ xmp }: Anatomy): readonly Family[] {
  const says = (namespace: string) =>
    xmp?.properties.some((it) => it.namespace === namespace) ?? false;
  return [
    ...(says(PDFX) ? (['pdfx', 'gwg'] as const) : []),
    ...(says(PDFUA) ? (['pdfua'] as const) : []),
  ];
}

const PROCESS = new Set(['Cyan', 'Magenta', 'Yellow', 'Black', 'All', 'None']);

/** The kind of product that a file is: with a line to cut a label or leaflet with a shape, else a sheet. */
function productOf(file: Anatomy): Product {
  if (file.dictionaries.some((it) => nameOf(entryOf(it, 'GTS_ProcStepsType')) === 'Cutting'))
    return 'label-leaflet';
  const hasSpot = file.content.drawn.some((it) =>
    inksOf(it).some((ink) => platesOf(ink).some((name) => !PROCESS.has(name))),
  );
  return hasSpot ? 'sheet-spot' : 'sheet-cmyk';
}
