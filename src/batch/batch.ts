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
import { FolderRecord } from './folder-record.js';
import { LeafletFiles } from './leaflet-files.js';
import { formKey, type LeafletEntry } from './manifest.js';
import { writeOneFile } from './one-file.js';
import { type Outlet, subFolder } from './outlet.js';
import { type ListedFile, removeStale } from './remove-stale.js';
import type { BatchResult } from './run-batch.js';

/** How long Ctrl-C may go unheard, milliseconds. */
const BREATH = 30;

/** Leaflets of one file between two words on how far a run is. */
const PROGRESS = 64;

/** One run over the leaflets of a campaign, while it holds its folder. */
export class Batch {
  private readonly ready: Ready;
  private readonly press: Press;
  private readonly certifier: Certifier;
  private readonly options: BatchOptions;
  private readonly outlet: Outlet;
  private readonly files: LeafletFiles;
  private readonly record: FolderRecord;
  private readonly pictures: DraftPictures | undefined;
  private readonly findings: Finding[] = [];
  private standing = 0;

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
    this.files = new LeafletFiles(ready, options, outlet);
    this.record = new FolderRecord(ready, options, outlet, this.files);
    this.pictures =
      options.paint &&
      new DraftPictures(options.paint, {
        forms: ready.forms,
        leaflets: ready.plan.leaflets.filter((it) => options.only?.(it) ?? true),
        outlet,
        before: this.record.before?.pictures ?? [],
        onFile: (file, why) => options.onFile?.(this.belowFolder(file), why),
      });
  }

  async run(): Promise<BatchResult> {
    this.outlet.removeUnfinished();
    const begun = [...this.record.begin(), ...this.setAside()];
    const mayGoOn = !this.isUnwritable(begun) && (await this.writeAll());
    if (mayGoOn) await this.writeSheets();
    this.end(mayGoOn && this.isComplete());
    const { entries } = this.record;
    return {
      files: [...new Set(entries.map(({ file }) => this.belowFolder(file)))],
      made: entries.map(({ jobCode }) => jobCode),
      leaflets: this.files.wanted.length + (this.isWhole() ? this.ready.missing.length : 0),
      standing: this.standing,
      earlier: this.earlier(),
      pictures: (this.pictures?.entries ?? []).map(({ file }) => this.belowFolder(file)),
      proven: this.certifier.tally,
      findings: this.findings,
    };
  }

  /** Keeps the rows that nothing was made of beside the manifest. */
  private setAside(): readonly Finding[] {
    const rows = this.options.setAside ?? [];
    return rows.flatMap(({ file, text }) => this.outlet.write(file, text));
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
    const total = this.files.wanted.length;
    let done = 0;
    const onLeaflet = () => {
      done += 1;
      if (done % PROGRESS === 0) onProgress?.(done, total, this.findings.length);
    };
    const { press, certifier, outlet, record } = this;
    for (const group of this.files.groups) {
      const run = { press, certifier, outlet, isStopped, onLeaflet };
      const { file, entries, findings } = await writeOneFile(group, run);
      const unkept = file ? record.addFile(file, entries) : [];
      const faults = findings.filter(({ code }) => code.startsWith('output/'));
      const isLost = this.isUnwritable([...faults, ...unkept]);
      this.findings.push(...findings.filter(({ code }) => !code.startsWith('output/')));
      if (isStopped()) this.findings.push(stopped(outlet.shown, record.entries.length, total));
      if (isLost || isStopped()) return false;
    }
    return true;
  }

  private async writeLeaflets(): Promise<boolean> {
    const { isStopped, onProgress } = this.options;
    const leaflets = this.files.wanted;
    let heardAt = Number.NEGATIVE_INFINITY;
    for (const [done, leaflet] of leaflets.entries()) {
      // Ctrl-C is heard between two leaflets, and only if the process comes up for air.
      if (performance.now() - heardAt > BREATH) {
        await setImmediate();
        heardAt = performance.now();
      }
      if (isStopped?.()) {
        this.findings.push(stopped(this.outlet.shown, done, leaflets.length));
        return false;
      }
      if (!(await this.writeLeaflet(leaflet))) return false;
      onProgress?.(done + 1, leaflets.length, this.findings.length);
    }
    return true;
  }

  /** False when nothing more can be written: the disk is full, the folder is gone. */
  private async writeLeaflet(leaflet: Leaflet): Promise<boolean> {
    const { file: made, form, findings } = await this.certifier.certify(leaflet);
    this.findings.push(...findings);
    if (!made) return true;
    const page = this.pageOf(leaflet, form);
    if (page === 'wrong') return true;
    const file = this.files.of(leaflet);
    const faults = [
      ...this.put({ file, sha256: made.sha256 }, made.parts, leaflet),
      ...(page ? this.put(page.listed, [page.bytes], leaflet) : []),
    ];
    if (faults.length > 0) return !this.isUnwritable(faults);
    const entry = { ...entryOf(file, leaflet, form, made), ...(page && { page: page.listed }) };
    if (this.isUnwritable(this.record.add(entry))) return false;
    if (!this.pictures || this.pictured(leaflet) !== leaflet) return true;
    return !this.isUnwritable(await this.pictures.add(form, made.bytes));
  }

  /** Writes a file, unless it stands already as it would be written. */
  private put(made: ListedFile, parts: readonly Uint8Array[], leaflet: Leaflet): Finding[] {
    const why = this.record.whyWrite(made, parts, leaflet);
    const faults = why === undefined ? [] : this.outlet.write(made.file, parts);
    if (why === undefined) this.standing += 1;
    if (faults.length === 0) this.options.onFile?.(this.belowFolder(made.file), why);
    return faults;
  }

  /** The page beside a leaflet, read back; a leaflet whose page is wrong is not written either. */
  private pageOf(leaflet: Leaflet, form: Certified['form']) {
    const bytes = this.options.page?.(leaflet);
    if (!bytes) return undefined;
    const file = `${this.outlet.sub}${leaflet.fileName}.html`;
    const context = { leaflet: leaflet.fileName, brand: leaflet.form.brand.id };
    const faults = checkPage(bytes, owedPages(form, leaflet), { file }, context);
    this.findings.push(...faults);
    if (faults.some(isError) && !this.options.draft) return 'wrong';
    return { listed: { file, sha256: sha256Hex(bytes) }, bytes };
  }

  /** The leaflet that a form's picture shows: the first that `--only` leaves, whichever shard it falls to. */
  private pictured({ form }: Leaflet): Leaflet | undefined {
    const { only } = this.options;
    return this.ready.plan.leaflets.find((it) => it.form === form && (only?.(it) ?? true));
  }

  private async writeSheets(): Promise<void> {
    this.isUnwritable((await this.pictures?.addSheets()) ?? []);
    if (!this.isWhole() || this.findings.some(isError)) return;
    this.findings.push(
      ...removeStale(this.record.stale(this.pictures?.entries ?? []), this.outlet),
    );
  }

  /** Whether the run makes the whole campaign. */
  private isWhole(): boolean {
    return !this.options.only && !this.options.shard;
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
    return this.isWhole() || this.record.before?.complete !== false || this.holdsAll();
  }

  private holdsAll(): boolean {
    const { record, ready } = this;
    return record.earlierLeaflets().length + record.entries.length >= ready.plan.leaflets.length;
  }

  /** How many of the wanted leaflets stand in the folder only as an earlier run made them. */
  private earlier(): number {
    const kept = new Set(this.record.earlierLeaflets().map(({ file }) => file));
    return this.files.wanted.filter((it) => kept.has(this.files.of(it))).length;
  }

  /** A full disk stops every file after it; it is told once. */
  private end(complete: boolean): void {
    const isAll = complete && this.isWhole();
    const faults = this.record.end(complete, isAll, this.pictures?.listed(isAll) ?? []);
    this.findings.push(
      ...faults.filter(({ code }) => !this.findings.some((it) => it.code === code)),
    );
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
