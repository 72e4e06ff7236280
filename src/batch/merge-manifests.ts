import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { grouped } from '../units/grouped.js';
import { leftOutNames } from './left-out-names.js';
import type { LeafletEntry, Manifest } from './manifest.js';

/** What one part of a run wrote. */
export interface MergePart {
  /** The folder as the user typed it. */
  readonly shown: string;
  readonly manifest: Manifest;
}

/** What all parts of one run have alike. */
const ALIKE = [
  'campaign',
  'safeleaf',
  'node',
  'zlib',
  'icu',
  'demonstration',
  'draft',
  'planned',
  'printOn',
] as const satisfies readonly (keyof Manifest)[];

/**
 * The manifest of a whole run from those of its parts; findings where they are not parts of one run, or where
 * not every leaflet of the campaign is there exactly once.
 */
export function mergeManifests(parts: readonly MergePart[]): Checked<Manifest> {
  const [first] = parts;
  if (first === undefined) throw new Error('there is nothing to merge');
  const strangers = parts.flatMap((part) => notAlike(first, part));
  if (strangers.length > 0) return { value: undefined, findings: strangers };
  const findings = [...leftOut(parts), ...unfinished(parts), ...twice(parts), ...missing(parts)];
  if (findings.length > 0) return { value: undefined, findings };
  const { shard: _, ...alike } = first.manifest;
  const files = parts.flatMap(({ manifest }) => manifest.files ?? []);
  const pictures = parts.flatMap(({ manifest }) => manifest.pictures ?? []);
  const value: Manifest = {
    ...alike,
    complete: true,
    forms: Object.assign({}, ...parts.map(({ manifest }) => manifest.forms)),
    panels: Object.assign({}, ...parts.map(({ manifest }) => manifest.panels)),
    ...(files.length > 0 ? { files } : {}),
    leaflets: inPlanOrder(parts),
    ...(alike.draft ? { pictures } : {}),
  };
  return { value, findings: [] };
}

function notAlike(first: MergePart, part: MergePart): Finding[] {
  const differs = ALIKE.find((key) => first.manifest[key] !== part.manifest[key]);
  const inputs = (it: MergePart) => JSON.stringify(it.manifest.inputs);
  if (differs === undefined && inputs(first) === inputs(part)) return [];
  const what =
    differs === undefined
      ? 'some of the files that it was made from'
      : `${differs} (${quoted(String(part.manifest[differs]))} here, ${quoted(String(first.manifest[differs]))} there)`;
  return [
    finding(
      'merge/other-run',
      { file: `${part.shown}/manifest.json` },
      `this is no part of the run that ${quoted(first.shown)} is a part of: ${what} differs`,
      'build all parts anew from the same files, with the same safeleaf and Node',
    ),
  ];
}

const unfinished = (parts: readonly MergePart[]): Finding[] =>
  parts
    .filter(({ manifest }) => !manifest.complete && !manifest.missing)
    .map(({ shown }) =>
      finding(
        'merge/unfinished',
        { file: `${shown}/manifest.json` },
        'this part did not finish',
        'run the same build of this part again, then merge',
      ),
    );

/** Leaflets that no part could make, because of their records. */
function leftOut([first]: readonly MergePart[]): Finding[] {
  const left = first?.manifest.missing ?? [];
  if (!first || left.length === 0) return [];
  return [
    finding(
      'merge/left-out',
      { file: `${first.shown}/manifest.json` },
      `${left.length === 1 ? 'a leaflet' : `${left.length} leaflets`} could not be made in any part: ${leftOutNames(left)}`,
      'mend the rows of the catalogue that the manifest names under "missing", build all parts anew, then merge',
    ),
  ];
}

/** Names of leaflets that a finding gives before it counts the rest. */
const MOST_NAMES = 3;

function twice(parts: readonly MergePart[]): Finding[] {
  const all = parts.flatMap(({ shown, manifest }) =>
    manifest.leaflets.map(({ jobCode, file }) => ({ jobCode, file, shown })),
  );
  const again = [...grouped(all, ({ jobCode }) => jobCode).values()].filter(
    ({ length }) => length > 1,
  );
  if (again.length === 0) return [];
  const names = again.slice(0, MOST_NAMES).map(([one]) => `${one?.file} (${one?.jobCode})`);
  const more = again.length > MOST_NAMES ? ` and ${again.length - MOST_NAMES} more` : '';
  const folders = [...new Set(again.flatMap((them) => them.map(({ shown }) => shown)))];
  return [
    finding(
      'merge/twice',
      { file: `${folders[1] ?? folders[0]}/manifest.json` },
      `${again.length === 1 ? 'a leaflet stands' : `${again.length} leaflets stand`} in more than one part (${folders.join(', ')}): ${names.join(', ')}${more}`,
      'name each part once, and build the parts with --shard 1/n to n/n of one n',
    ),
  ];
}

function missing(parts: readonly MergePart[]): Finding[] {
  const planned = parts[0]?.manifest.planned ?? 0;
  const codes = new Set(parts.flatMap(({ manifest }) => manifest.leaflets.map((it) => it.jobCode)));
  const left = parts[0]?.manifest.missing?.length ?? 0;
  if (codes.size + left === planned) return [];
  const of = parts[0]?.manifest.shard?.of;
  const there = new Set(parts.map(({ manifest }) => manifest.shard?.part));
  const absent = Array.from({ length: of ?? 0 }, (_, at) => at + 1).filter((it) => !there.has(it));
  const which = absent.length > 0 ? `: part ${absent.join(', ')} of ${of} is not among them` : '';
  return [
    finding(
      'merge/missing',
      { file: `${parts[0]?.shown}/manifest.json` },
      `the parts hold ${codes.size} of the ${planned} leaflets of the campaign${which}`,
      'build the parts that are missing, and name them too',
    ),
  ];
}

/** The order of the whole run: part p of n holds every n-th leaflet of the plan, from the p-th on. */
function inPlanOrder(parts: readonly MergePart[]): readonly LeafletEntry[] {
  const of = parts.length;
  const isSharded =
    parts.every(({ manifest }) => manifest.shard?.of === of && !manifest.files) && of > 1;
  const all = parts.flatMap(({ manifest }) =>
    manifest.leaflets.map((entry, at) => ({
      entry,
      place: isSharded ? at * of + (manifest.shard?.part ?? 0) : 0,
    })),
  );
  return all.sort((a, b) => a.place - b.place).map(({ entry }) => entry);
}
