import { setImmediate } from 'node:timers/promises';
import { type Finding, isError } from '../diagnostics/finding.js';
import type { Press } from '../pdf/press.js';
import type { Leaflet } from '../plan/plan.js';
import { grouped } from '../units/grouped.js';
import { cannotWrite } from './atomic-file.js';
import type { Shard } from './batch-options.js';
import type { Certifier } from './certifier.js';
import { GrowingFile } from './growing-file.js';
import type { LeafletEntry, OneFileEntry } from './manifest.js';
import { type OneFileProofs, ProofsAtEnd, ProofsBeside } from './one-file-proofs.js';
import type { Outlet } from './outlet.js';
import type { ReadBack } from './read-back.js';
import { RecordEntry } from './record-entry.js';

/** Leaflets that go into one file: of one template, brand, locale and trim. */
export interface OneFileGroup {
  /** From the folder of the manifest. */
  readonly file: string;
  readonly title: string;
  readonly leaflets: readonly Leaflet[];
}

/** Leaflets sorted into the files that they go into, in the order of the plan. */
export function oneFileGroups(
  leaflets: readonly Leaflet[],
  campaign: { readonly id: string; readonly title: string },
  { sub }: Outlet,
  shard: Shard | undefined,
): readonly OneFileGroup[] {
  const groups = grouped(leaflets, pieceOf);
  const part = shard ? `_part-${shard.part}-of-${shard.of}` : '';
  const pieces = [...groups.keys()].map(withoutSize);
  return [...groups].map(([key, of]) => {
    const piece = withoutSize(key);
    const isAlone = pieces.filter((it) => it === piece).length === 1;
    return {
      file: `${sub}${campaign.id}_${isAlone ? piece : key}${part}.pdf`,
      title: `${campaign.title}: ${piece}${part}, ${of.length} leaflets`,
      leaflets: of,
    };
  });
}

function pieceOf({ form: { template, brand, locales, format } }: Leaflet): string {
  const { width, height } = format.trim;
  return [template.slug, brand.id, locales, `${width}x${height}mm`].join('_');
}

const withoutSize = (key: string): string => key.slice(0, key.lastIndexOf('_'));

/** What writing a file of many leaflets needs of its run. */
export interface OneFileRun {
  readonly press: Press;
  readonly certifier: Certifier;
  readonly outlet: Outlet;
  /** Reads leaflets back on another thread; absent where there is none. */
  readonly readBack: ReadBack | undefined;
  readonly isStopped: () => boolean;
  readonly onLeaflet: () => void;
}

/** A finished file; `file` is absent where it was not made. */
export interface OneFileResult {
  readonly file?: OneFileEntry | undefined;
  readonly entries: readonly LeafletEntry[];
  readonly findings: readonly Finding[];
}

/** Leaflets between two moments at which Ctrl-C is heard. */
const BREATH = 64;

/** Writes a file of many leaflets, reads leaflets of it back from the disk, and only then gives it its name. */
export async function writeOneFile(group: OneFileGroup, run: OneFileRun): Promise<OneFileResult> {
  let file: GrowingFile | undefined;
  try {
    file = new GrowingFile(run.outlet.pathOf(group.file));
    const records = run.press.records(group.leaflets, group.title);
    const proofs = proofsOf(file, records.endSoFar, run);
    const written = await writeRecords(group, { file, records, proofs }, run);
    const isSound = written.isWhole && !written.findings.some(isError);
    const findings = [...written.findings, ...(isSound ? await proofs.end() : [])];
    if (!written.isWhole || findings.some(isError)) {
      file.abandon();
      return { entries: [], findings };
    }
    const made = { file: group.file, ...file.finish(), records: group.leaflets.length };
    return { file: made, entries: written.entries, findings };
  } catch (error) {
    file?.abandon();
    return { entries: [], findings: [cannotWrite(error, run.outlet.shownOf(group.file))] };
  }
}

/** Beside the writing where there is a thread for it. */
function proofsOf(
  file: GrowingFile,
  endSoFar: () => Iterable<string>,
  { certifier: { proofs }, readBack }: OneFileRun,
): OneFileProofs {
  if (!readBack) return new ProofsAtEnd(file, proofs);
  return new ProofsBeside(file, endSoFar, proofs, readBack);
}

interface FileInMaking {
  readonly file: GrowingFile;
  readonly records: ReturnType<Press['records']>;
  readonly proofs: OneFileProofs;
}

async function writeRecords(
  group: OneFileGroup,
  { file, records, proofs }: FileInMaking,
  run: OneFileRun,
) {
  const entries: LeafletEntry[] = [];
  const findings: Finding[] = [];
  for (const part of records.start) file.add(part);
  for (const [at, leaflet] of group.leaflets.entries()) {
    if (at % BREATH === 0) await setImmediate();
    if (run.isStopped()) return { entries, findings, isWhole: false };
    const { text, slots } = records.add(leaflet);
    file.add(text);
    const wait = proofs.added(leaflet);
    if (wait) await wait;
    for (const it of run.certifier.checkRecord(slots, leaflet)) findings.push(it);
    const form = run.certifier.proofs.layoutOf(leaflet);
    entries.push(new RecordEntry(group.file, at + 1, leaflet, form));
    run.onLeaflet();
  }
  for (const part of records.end()) file.add(part);
  return { entries, findings, isWhole: true };
}
