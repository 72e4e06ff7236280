import { setImmediate } from 'node:timers/promises';
import { type Finding, finding, isError } from '../diagnostics/finding.js';
import type { Press } from '../pdf/press.js';
import type { Ready } from '../pipeline.js';
import type { Leaflet } from '../plan/plan.js';
import { checkPage } from '../prove/check-page.js';
import { ownValues } from '../prove/leaflet-record.js';
import { owedPages } from '../prove/owed-page.js';
import { sha256Hex } from '../units/hash.js';
import type { BatchOptions } from './batch-options.js';
import type { Certified, Certifier } from './certifier.js';
import { DraftPictures } from './draft-pictures.js';
import {
  formKey,
  type LeafletEntry,
  type Manifest,
  makeManifest,
  manifestText,
  type OneFileEntry,
  readManifest,
} from './manifest.js';
import { type OneFileGroup, oneFileGroups, writeOneFile } from './one-file.js';
import { type Outlet, subFolder } from './outlet.js';
import { removeStale } from './remove-stale.js';
import type { BatchResult } from './run-batch.js';

/** Leaflets between two moments at which Ctrl-C is heard, and between two words on how far a run is. */
const BREATH = 16;
const PROGRESS = 64;

/** One run over the leaflets of a campaign, while it holds its folder. */
export class Batch {
  private readonly ready: Ready;
  private readonly certifier: Certifier;
  private readonly options: BatchOptions;
  private readonly outlet: Outlet;
  private readonly before: Manifest | undefined;
  private readonly pictures: DraftPictures | undefined;
  private readonly findings: Finding[] = [];
  private readonly entries: LeafletEntry[] = [];
  private readonly oneFiles: OneFileEntry[] = [];
  private fileOfAll: Map<Leaflet, string> | undefined;
  private readonly press: Press;

  constructor(
    ready: Ready,
    press: Press,
    certifier: Certifier,
    options: BatchOptions,
    outlet: Outlet,
  ) {
    this.ready = ready;
    this.press = press;
    this.certifier = certifier;
    this.options = options;
    this.outlet = outlet;
    this.before = readManifest(outlet.pathOf('manifest.json'));
    this.pictures =
      options.paint &&
      new DraftPictures(options.paint, {
        forms: ready.forms,
        leaflets: ready.plan.leaflets.filter((it) => options.only?.(it) ?? true),
        outlet,
        before: this.before?.pictures ?? [],
      });
  }

  async run(): Promise<BatchResult> {
    this.outlet.removeUnfinished();
    const mayGoOn = this.writeManifest(false) && (await this.writeAll());
    if (mayGoOn) {
      await this.writeSheets();
      this.writeManifest(this.isComplete());
    } else this.writeManifest(false);
    return {
      files: [...new Set(this.entries.map(({ file }) => this.belowFolder(file)))],
      made: this.entries.map(({ jobCode }) => jobCode),
      leaflets: this.wanted().length,
      earlier: this.earlier(),
      pictures: (this.pictures?.entries ?? []).map(({ file }) => this.belowFolder(file)),
      proven: this.certifier.tally,
      findings: this.findings,
    };
  }

  private belowFolder(file: string): string {
    const below = subFolder(this.options);
    return below === '' ? file : `${below}/${file}`;
  }

  /** True when every wanted leaflet was tried; false when Ctrl-C, a full disk or a lost folder ended it. */
  private writeAll(): Promise<boolean> {
    return this.options.oneFile ? this.writeOneFiles() : this.writeLeaflets();
  }

  private async writeOneFiles(): Promise<boolean> {
    const { isStopped = () => false, onProgress } = this.options;
    const total = this.wanted().length;
    let done = 0;
    const onLeaflet = () => {
      done += 1;
      if (done % PROGRESS === 0) onProgress?.(done, total);
    };
    const { press, certifier, outlet } = this;
    for (const group of this.groups()) {
      const run = { press, certifier, outlet, isStopped, onLeaflet };
      const { file, entries, findings } = await writeOneFile(group, run);
      this.entries.push(...entries);
      if (file) this.oneFiles.push(file);
      const isLost = this.isUnwritable(findings.filter(({ code }) => code.startsWith('output/')));
      this.findings.push(...findings.filter(({ code }) => !code.startsWith('output/')));
      if (isStopped()) this.findings.push(stopped(outlet.shown, this.entries.length, total));
      if (isLost || isStopped()) return false;
    }
    return true;
  }

  private groups(): readonly OneFileGroup[] {
    const { campaign } = this.ready.plan.sources;
    return oneFileGroups(this.wanted(), campaign, this.outlet, this.options.shard);
  }

  private async writeLeaflets(): Promise<boolean> {
    const { isStopped, onProgress } = this.options;
    const leaflets = this.wanted();
    for (const [done, leaflet] of leaflets.entries()) {
      // Ctrl-C is heard between two leaflets, and only if the process comes up for air.
      if (done % BREATH === 0) await setImmediate();
      if (isStopped?.()) {
        this.findings.push(stopped(this.outlet.shown, done, leaflets.length));
        return false;
      }
      if (!(await this.writeLeaflet(leaflet))) return false;
      onProgress?.(done + 1, leaflets.length);
    }
    return true;
  }

  /** A shard's leaflets are every n-th of the whole plan, so that the parts do not hang on each other. */
  private wanted(): readonly Leaflet[] {
    const { only, shard } = this.options;
    return this.ready.plan.leaflets.filter(
      (leaflet, index) =>
        (only?.(leaflet) ?? true) && (!shard || index % shard.of === shard.part - 1),
    );
  }

  /** False when nothing more can be written: the disk is full, the folder is gone. */
  private async writeLeaflet(leaflet: Leaflet): Promise<boolean> {
    const { file: made, form, findings } = await this.certifier.certify(leaflet);
    this.findings.push(...findings);
    if (!made) return true;
    const page = this.pageOf(leaflet, form);
    if (page === 'wrong') return true;
    const file = this.fileOf(leaflet);
    if (this.isUnwritable(this.outlet.write(file, made.parts))) return false;
    if (page && this.isUnwritable(this.outlet.write(page.file, page.bytes))) return false;
    const listed = page && { file: page.file, sha256: sha256Hex(page.bytes) };
    this.entries.push({ ...entryOf(file, leaflet, form, made), ...(listed && { page: listed }) });
    if (!this.pictures || this.pictured(leaflet) !== leaflet) return true;
    return !this.isUnwritable(await this.pictures.add(form, made.bytes));
  }

  /** The page beside a leaflet, read back; a leaflet whose page is wrong is not written either. */
  private pageOf(leaflet: Leaflet, form: Certified['form']) {
    const bytes = this.options.page?.(leaflet);
    if (!bytes) return undefined;
    const file = `${this.outlet.sub}${leaflet.fileName}.html`;
    const context = { leaflet: leaflet.fileName, brand: leaflet.form.brand.id };
    const faults = checkPage(bytes, owedPages(form, leaflet), { file }, context);
    this.findings.push(...faults);
    return faults.some(isError) && !this.options.draft ? 'wrong' : { file, bytes };
  }

  /** The leaflet that a form's picture shows: the first that `--only` leaves, whichever shard it falls to. */
  private pictured({ form }: Leaflet): Leaflet | undefined {
    const { only } = this.options;
    return this.ready.plan.leaflets.find((it) => it.form === form && (only?.(it) ?? true));
  }

  private async writeSheets(): Promise<void> {
    this.isUnwritable((await this.pictures?.addSheets()) ?? []);
    if (this.isWhole() && !this.findings.some(isError)) this.removeStale();
  }

  /** Whether the run makes the whole campaign. */
  private isWhole(): boolean {
    return !this.options.only && !this.options.shard;
  }

  private removeStale(): void {
    const { leaflets = [], pictures = [], files = [] } = this.before ?? {};
    const current = new Set(this.listed().map(({ file }) => file));
    const alone = leaflets.flatMap(({ file, sha256, page }) => [
      ...(sha256 ? [{ file, sha256 }] : []),
      ...(page ? [page] : []),
    ]);
    const stale = [...alone, ...files, ...pictures].filter(({ file }) => !current.has(file));
    this.findings.push(...removeStale(stale, this.outlet));
  }

  private listed() {
    const pages = this.entries.flatMap(({ page }) => page ?? []);
    return [...this.entries, ...pages, ...(this.pictures?.entries ?? [])];
  }

  /** Keeps what stood in the way of a file; true when the next one would meet the same. */
  private isUnwritable(faults: readonly Finding[]): boolean {
    this.findings.push(...faults);
    return faults.some(({ code }) => code !== 'output/held-open');
  }

  private isComplete(): boolean {
    if (this.findings.some(isError) && !this.options.draft) return false;
    if (this.findings.some(({ code }) => code.startsWith('output/') && code !== 'output/removed'))
      return false;
    return this.isWhole() || this.before?.complete !== false || this.holdsAll();
  }

  private holdsAll(): boolean {
    return this.keptLeaflets().length + this.entries.length >= this.ready.plan.leaflets.length;
  }

  /** Leaflets of an earlier run that this one did not make, and that still stand in the folder. */
  private keptLeaflets(): readonly LeafletEntry[] {
    const mine = new Set(this.entries.map(({ file }) => file));
    return (this.before?.leaflets ?? []).filter(({ file }) => !mine.has(file));
  }

  /** How many of the wanted leaflets stand in the folder only as an earlier run made them. */
  private earlier(): number {
    const kept = new Set(this.keptLeaflets().map(({ file }) => file));
    return this.wanted().filter((it) => kept.has(this.fileOf(it))).length;
  }

  private fileOf(leaflet: Leaflet): string {
    if (!this.options.oneFile) return `${this.outlet.sub}${leaflet.fileName}.pdf`;
    this.fileOfAll ??= new Map(
      this.groups().flatMap(({ file, leaflets }) => leaflets.map((it) => [it, file])),
    );
    return this.fileOfAll.get(leaflet) ?? '';
  }

  /** False when it cannot be written. */
  private writeManifest(complete: boolean): boolean {
    const isAll = complete && this.isWhole();
    const kept = isAll ? [] : this.keptLeaflets();
    const pictures = this.pictures?.listed(isAll) ?? [];
    const leaflets = this.inPlanOrder([...kept, ...this.entries]);
    const older = kept.length > 0 ? this.before : undefined;
    const mine = new Set(leaflets.map(({ file }) => file));
    const earlier = (this.before?.files ?? []).filter(({ file }) => mine.has(file));
    const files = [...new Map([...earlier, ...this.oneFiles].map((it) => [it.file, it])).values()];
    const listed = { complete, files, leaflets, pictures };
    const manifest = makeManifest(this.ready, this.options, listed, older);
    const text = manifestText(manifest);
    return !this.isUnwritable(this.unlessTold(this.outlet.write('manifest.json', text)));
  }

  /** A full disk stops every file after it; it is told once. */
  private unlessTold(faults: Finding[]): Finding[] {
    return faults.filter(({ code }) => !this.findings.some((it) => it.code === code));
  }

  private inPlanOrder(entries: readonly LeafletEntry[]): readonly LeafletEntry[] {
    const place = new Map(
      this.ready.plan.leaflets.map((leaflet, index) => [this.fileOf(leaflet), index]),
    );
    const last = place.size;
    return [...entries].sort((a, b) => (place.get(a.file) ?? last) - (place.get(b.file) ?? last));
  }
}

function entryOf(
  file: string,
  leaflet: Leaflet,
  form: Certified['form'],
  { size, sha256 }: NonNullable<Certified['file']>,
): LeafletEntry {
  const { phone, jobCode } = leaflet;
  return {
    file,
    sha256,
    bytes: size,
    jobCode,
    form: formKey(form),
    sku: phone.sku,
    shop: phone.shop,
    quantity: phone.quantity,
    values: ownValues(leaflet, form),
  };
}

const stopped = (shown: string, done: number, total: number): Finding =>
  finding(
    'output/stopped',
    { file: shown },
    `the run was stopped after ${done} of ${total} leaflets`,
    'run the same command again to make the rest; the finished ones are whole',
  );
