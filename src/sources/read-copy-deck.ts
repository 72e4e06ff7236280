import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { World } from '../world.js';
import { type CopyDeck, CopyDeckFile, type Level, type Unit, type When } from './copy-deck.js';
import { readYamlFile } from './read-yaml-file.js';
import type { FromFile, Locate } from './source-file.js';
import { wordingFaults } from './wording-faults.js';

const CODES = {
  missing: 'deck/missing',
  unreadable: 'deck/unreadable',
  wrong: 'deck/field',
  kind: 'copy deck',
} as const;

type WrittenUnit = CopyDeckFile['units'][number];

/** Every copy deck of a locale, by id. */
export const copyDeckIds = (world: World, locale: string): readonly string[] =>
  world
    .list(`locales/${locale}/*.yaml`)
    .map((path) => (path.split('/').at(-1) ?? '').replace(/\.yaml$/, ''))
    .filter((id) => id !== 'locale');

/** Reads `locales/<tag>/<deck>.yaml`. */
export function readCopyDeck(world: World, locale: string, deck: string): Checked<CopyDeck> {
  const file = `locales/${locale}/${deck}.yaml`;
  const read = readYamlFile(world, file, CopyDeckFile, CODES);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { value: written, ...from } = read.value;
  const units = written.units.map((unit, index) => toUnit(unit, index, from.locate));
  const findings = [
    ...misplaced('deck', written.deck, deck, from),
    ...misplaced('locale', written.locale, locale, from),
    ...written.units.flatMap((unit, index) => undated(unit, index, from)),
    ...written.units.flatMap((unit, index) => wordingFaults(unit, index, from)),
    ...sameKeyTwice(units, from),
    ...idWithinId(units, from),
  ];
  const { audience, status } = written;
  return { value: { ...from, id: deck, locale, audience, status, units }, findings };
}

function toUnit(written: WrittenUnit, index: number, locate: Locate): Unit {
  const { long, short, when = {}, ...alike } = written;
  const key = unitKey(written.id, when);
  const wording = (text: string, level: Exclude<Level, 'standard'>): Unit => ({
    ...alike,
    when,
    key: `${key}:${level}`,
    text,
    place: locate(['units', index, level]),
  });
  return {
    ...alike,
    when,
    key,
    place: locate(['units', index, 'text']),
    ...(long === undefined ? {} : { long: wording(long, 'long') }),
    ...(short === undefined || written.mustNotShorten ? {} : { short: wording(short, 'short') }),
  };
}

/** `steps.controls[os=ios,maker=apple]`: how approvals name a wording. */
function unitKey(id: string, when: When): string {
  const names = (['os', 'maker', 'network'] as const).filter((name) => when[name] !== undefined);
  if (names.length === 0) return id;
  return `${id}[${names.map((name) => `${name}=${when[name]}`).join(',')}]`;
}

function misplaced(
  field: string,
  written: string,
  wanted: string,
  { locate }: FromFile,
): Finding[] {
  if (written === wanted) return [];
  const problem = `${field} is ${quoted(written)}, and the file lies where ${quoted(wanted)} belongs`;
  const fix = `write ${field}: ${wanted}, or move the file`;
  return [finding(CODES.wrong, locate([field]), problem, fix)];
}

/** What a unit with `when` must say, so that print can stop when the steps are out of date. */
const DATED = ['checkedOn', 'source', 'reviewBy'] as const;

function undated(unit: WrittenUnit, index: number, { locate }: FromFile): Finding[] {
  if (unit.when === undefined) return [];
  return DATED.filter((field) => unit[field] === undefined).map((field) =>
    finding(
      'deck/undated',
      locate(['units', index, 'id']),
      `${quoted(unit.id)} is for certain phones or networks, and ${field} is missing`,
      'add checkedOn, source and reviewBy: the day somebody tried the steps, the page that says so, and when to look again',
    ),
  );
}

function sameKeyTwice(units: readonly Unit[], { locate }: FromFile): Finding[] {
  const first = new Map<string, number>();
  return units.flatMap((unit, index) => {
    const before = first.get(unit.key);
    first.set(unit.key, before ?? index);
    if (before === undefined) return [];
    const line = locate(['units', before, 'id']).line;
    const problem = `${quoted(unit.key)} stands here again; it is already in line ${line}`;
    const fix = 'keep one of the two, or say with when: which phones each is for';
    return [finding('deck/same-id', locate(['units', index, 'id']), problem, fix)];
  });
}

/** `cover` and `cover.title`: a template could not tell the text from the group. */
function idWithinId(units: readonly Unit[], { locate }: FromFile): Finding[] {
  const ids = new Set(units.map(({ id }) => id));
  return units.flatMap(({ id }, index) => {
    const steps = id.split('.');
    const outer = steps.map((_, end) => steps.slice(0, end).join('.')).find((it) => ids.has(it));
    if (outer === undefined) return [];
    const problem = `${quoted(id)} lies inside ${quoted(outer)}, which is a unit itself`;
    const fix = `rename the outer one, for example to ${outer}.text`;
    return [finding('deck/id-within-id', locate(['units', index, 'id']), problem, fix)];
  });
}
