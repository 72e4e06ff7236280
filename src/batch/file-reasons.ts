import type { Ready } from '../pipeline.js';
import type { Leaflet } from '../plan/plan.js';
import type { BatchOptions } from './batch-options.js';
import type { Standing } from './holds-bytes.js';
import type { LeafletFiles } from './leaflet-files.js';
import { type LeafletEntry, type Listed, type Manifest, makeManifest } from './manifest.js';
import { whatChanged } from './why-written.js';

const NOTHING: Listed = { complete: false, files: [], leaflets: [], pictures: [], lost: [] };

const WHY: Readonly<Record<Exclude<Standing, 'changed'>, string | undefined>> = {
  same: undefined,
  new: 'new',
  missing: 'the file was gone',
  other: 'the file was not as it was made',
};

/** Why the files of a run have to be written, by what earlier runs listed. */
export class FileReasons {
  private readonly ready: Ready;
  private readonly options: BatchOptions;
  private readonly files: LeafletFiles;
  private readonly before: () => Manifest | undefined;
  private readonly known: ReadonlyMap<string, LeafletEntry>;
  /** What this run is made from; made where somebody asks. */
  private now: Manifest | undefined;

  /** `before`: what earlier runs were made from. */
  constructor(
    ready: Ready,
    options: BatchOptions,
    files: LeafletFiles,
    before: () => Manifest | undefined,
  ) {
    this.ready = ready;
    this.options = options;
    this.files = files;
    this.before = before;
    this.known = new Map(before()?.leaflets.map((it) => [it.file, it]));
  }

  /** The hash that an earlier run listed for a file of a leaflet; undefined where it listed no such file. */
  earlierHash(file: string, leaflet: Leaflet): string | undefined {
    const entry = this.known.get(this.files.of(leaflet));
    const earlier = entry?.page?.file === file ? entry.page : entry;
    return earlier?.file === file ? earlier.sha256 : undefined;
  }

  /** Why a file has to be written, in words; undefined where it stands as it would be written, byte for byte. */
  whyWrite(standing: Standing, leaflet: Leaflet): string | undefined {
    return standing === 'changed' ? this.changed(leaflet) : WHY[standing];
  }

  private changed(leaflet: Leaflet): string {
    this.now ??= makeManifest(this.ready, this.options, NOTHING, undefined);
    return whatChanged(this.before() ?? this.now, this.now, leaflet);
  }
}
