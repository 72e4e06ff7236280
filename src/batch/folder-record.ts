import { type Finding, finding } from '../diagnostics/finding.js';
import type { Ready } from '../pipeline.js';
import type { MissingLeaflet } from '../plan/missing-leaflet.js';
import type { Leaflet } from '../plan/plan.js';
import { runningHash } from '../units/hash.js';
import { cannotWrite } from './atomic-file.js';
import type { BatchOptions } from './batch-options.js';
import { EarlierRuns } from './earlier-runs.js';
import { fileHash } from './file-hash.js';
import { FileReasons } from './file-reasons.js';
import { Journal } from './journal.js';
import type { LeafletFiles } from './leaflet-files.js';
import {
  type LeafletEntry,
  type Manifest,
  makeManifest,
  manifestText,
  type OneFileEntry,
  type PictureEntry,
} from './manifest.js';
import type { Outlet } from './outlet.js';
import type { ListedFile } from './remove-stale.js';
import type { MadeFile } from './run-batch.js';

const MANIFEST = 'manifest.json';
const JOURNAL = 'journal.ndjson';

/** What a campaign's folder holds: of earlier runs as their manifest and journal say, and of this one. */
export class FolderRecord {
  readonly entries: LeafletEntry[] = [];
  /** Why a file has to be written. */
  readonly reasons: FileReasons;
  private readonly oneFiles: OneFileEntry[] = [];
  private readonly ready: Ready;
  private readonly options: BatchOptions;
  private readonly outlet: Outlet;
  private readonly files: LeafletFiles;
  private readonly earlier: EarlierRuns;
  private journal: Journal | undefined;
  private readonly lost: MissingLeaflet[] = [];
  /** As it was written last. */
  private manifest: ListedFile | undefined;

  constructor(ready: Ready, options: BatchOptions, outlet: Outlet, files: LeafletFiles) {
    this.ready = ready;
    this.options = options;
    this.outlet = outlet;
    this.files = files;
    this.earlier = new EarlierRuns(outlet.pathOf(MANIFEST), outlet.pathOf(JOURNAL));
    this.reasons = new FileReasons(ready, options, files, () => this.before);
  }

  /** What earlier runs left, also one that was killed; undefined where no manifest can be read. */
  get before(): Manifest | undefined {
    return this.earlier.manifest;
  }

  /** Says in the folder that it is not finished, and begins the journal. */
  begin(): Finding[] {
    const faults = this.write(false, this.before?.pictures ?? [], this.earlierLeaflets());
    if (faults.length > 0) return faults;
    this.earlier.letGo();
    return this.kept(() => {
      this.journal = new Journal(this.outlet.pathOf(JOURNAL));
    });
  }

  /** Notes a leaflet that the run set out to make, and could not. */
  lose(leaflet: MissingLeaflet): void {
    this.lost.push(leaflet);
  }

  add(entry: LeafletEntry): Finding[] {
    this.entries.push(entry);
    return this.kept(() => this.journal?.add(entry));
  }

  addFile(file: OneFileEntry, entries: readonly LeafletEntry[]): Finding[] {
    this.oneFiles.push(file);
    for (const entry of entries) this.entries.push(entry);
    return this.kept(() => this.journal?.add(file));
  }

  private kept(step: () => void): Finding[] {
    try {
      step();
      return [];
    } catch (error) {
      return [cannotWrite(error, this.outlet.shownOf(JOURNAL))];
    }
  }

  /** Ends the run in the folder. What earlier runs left is listed only if it stands as it was made. */
  end(complete: boolean, isAll: boolean, pictures: readonly PictureEntry[]): Finding[] {
    const earlier = isAll ? [] : this.earlierLeaflets();
    const lost = lostFiles(this.listedOf(earlier), this.outlet);
    const whole = earlier.filter(({ file }) => !lost.has(file));
    const faults = this.write(complete, pictures, whole);
    this.journal?.close(faults.length === 0);
    this.journal = undefined;
    return lost.size > 0 ? [...faults, lostFinding([...lost], this.outlet)] : faults;
  }

  /** Leaflets of earlier runs that this one has not made. */
  earlierLeaflets(): readonly LeafletEntry[] {
    const mine = this.entries.map(({ file }) => file);
    const gone = [...this.ready.missing, ...this.lost].map(
      ({ fileName }) => `${this.outlet.sub}${fileName}.pdf`,
    );
    return this.earlier.leafletsBut(new Set([...mine, ...gone]));
  }

  /** Every file that earlier runs listed and this one has not made: the campaign may have no use for them any more. */
  stale(pictures: readonly ListedFile[]): readonly ListedFile[] {
    const { leaflets = [], files = [], pictures: older = [], setAside = [] } = this.before ?? {};
    const pages = this.entries.flatMap(({ page }) => page ?? []);
    const rows = this.options.setAside ?? [];
    const mine = [...this.entries, ...pages, ...pictures, ...rows];
    const current = new Set(mine.map(({ file }) => file));
    const all = [...leaflets.flatMap(filesOf), ...files, ...older, ...setAside];
    return all.filter(({ file }) => !current.has(file));
  }

  /** All files of this run, the manifest last. `leafletOf`: the leaflet that a file is of. */
  made(
    pictures: readonly ListedFile[],
    leafletOf: (file: string) => Leaflet | undefined,
  ): readonly MadeFile[] {
    const leaflets = this.entries.flatMap(filesOf).map((it) => ({
      ...it,
      isTold: true,
      leaflet: leafletOf(it.file),
    }));
    const told = pictures.map(({ file, sha256 }) => ({ file, sha256, isTold: true }));
    const others = [...this.oneFiles, ...(this.manifest ? [this.manifest] : [])];
    return [
      ...leaflets,
      ...told,
      ...others.map(({ file, sha256 }) => ({ file, sha256, isTold: false })),
    ];
  }

  private listedOf(leaflets: readonly LeafletEntry[]): readonly ListedFile[] {
    const mine = new Set(leaflets.map(({ file }) => file));
    const many = (this.before?.files ?? []).filter(({ file }) => mine.has(file));
    return [...leaflets.flatMap(filesOf).filter(({ file }) => mine.has(file)), ...many];
  }

  private write(
    complete: boolean,
    pictures: readonly PictureEntry[],
    earlier: readonly LeafletEntry[],
  ): Finding[] {
    const leaflets = this.files.inPlanOrder([...earlier, ...this.entries]);
    const listed = new Set(leaflets.map(({ file }) => file));
    const older = (this.before?.files ?? []).filter(({ file }) => listed.has(file));
    const files = [...new Map([...older, ...this.oneFiles].map((it) => [it.file, it])).values()];
    const manifest = makeManifest(
      this.ready,
      this.options,
      { complete, files, leaflets, pictures, lost: this.lost },
      earlier.length > 0 ? this.before : undefined,
    );
    const hash = runningHash();
    const faults = this.outlet.writeSynced(MANIFEST, hashed(manifestText(manifest), hash));
    this.manifest = { file: MANIFEST, sha256: hash.digest('hex') };
    return faults;
  }
}

/** The same pieces, hashed on their way. */
function* hashed(
  pieces: Iterable<Uint8Array>,
  hash: ReturnType<typeof runningHash>,
): Generator<Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** The files of one leaflet: its own, and the page beside it; none where it lies in a file of many. */
const filesOf = ({ file, sha256, page }: LeafletEntry): readonly ListedFile[] => [
  ...(sha256 ? [{ file, sha256 }] : []),
  ...(page ? [page] : []),
];

const lostFiles = (listed: readonly ListedFile[], outlet: Outlet): ReadonlySet<string> =>
  new Set(
    listed
      .filter(({ file, sha256 }) => fileHash(outlet.pathOf(file))?.sha256 !== sha256)
      .map(({ file }) => file),
  );

/** Names that a finding gives before it counts the rest. */
const MOST_NAMES = 3;

function lostFinding(files: readonly string[], { shown }: Outlet): Finding {
  const names = files.slice(0, MOST_NAMES).join(', ');
  const more = files.length > MOST_NAMES ? ` and ${files.length - MOST_NAMES} more` : '';
  return finding(
    'output/lost',
    { file: shown },
    `${files.length === 1 ? 'a leaflet' : `${files.length} leaflets`} of an earlier run ${files.length === 1 ? 'is' : 'are'} gone or changed, and no longer listed: ${names}${more}`,
    'run the same build without --only and --shard, which makes what is missing',
  );
}
