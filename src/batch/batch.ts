import { isError } from '../diagnostics/finding.js';
import type { Press } from '../pdf/press.js';
import type { Ready } from '../pipeline.js';
import type { BatchOptions } from './batch-options.js';
import type { Certifier } from './certifier.js';
import { DraftPictures } from './draft-pictures.js';
import { FolderRecord } from './folder-record.js';
import { LeafletFiles } from './leaflet-files.js';
import { belowFolder, type Outlet } from './outlet.js';
import { removeStale } from './remove-stale.js';
import type { BatchResult } from './run-batch.js';
import { RunLog, type RunState } from './run-state.js';
import { writeLeaflets } from './write-leaflets.js';
import { writeOneFiles } from './write-one-files.js';

/** One run over the leaflets of a campaign, while it holds its folder. */
export class Batch {
  private readonly state: RunState;

  constructor(
    ready: Ready,
    press: Press,
    certifier: Certifier,
    options: BatchOptions,
    outlet: Outlet,
  ) {
    const files = new LeafletFiles(ready, options, outlet);
    const record = new FolderRecord(ready, options, outlet, files);
    const pictures =
      options.paint &&
      new DraftPictures(options.paint, {
        forms: ready.forms,
        leaflets: ready.plan.leaflets.filter((it) => options.only?.(it) ?? true),
        outlet,
        before: record.before?.pictures ?? [],
        workshop: options.workshop,
        onFile: (file, why) => options.onFile?.(belowFolder(file, options), why),
      });
    const log = new RunLog();
    this.state = { ready, press, certifier, options, outlet, files, record, pictures, log };
  }

  async run(): Promise<BatchResult> {
    const { outlet, record, log, options, files, ready, pictures, certifier } = this.state;
    outlet.removeUnfinished();
    const begun = [...record.begin(), ...this.setAside()];
    const write = options.oneFile ? writeOneFiles : writeLeaflets;
    const mayGoOn = !log.isUnwritable(begun) && (await write(this.state));
    if (mayGoOn) await this.writeSheets();
    const isComplete = mayGoOn && this.isComplete();
    this.end(isComplete);
    const entries = options.oneFile ? record.entries : files.inPlanOrder(record.entries);
    const ofFile = new Map(files.wanted.map((leaflet) => [files.of(leaflet), leaflet]));
    return {
      files: [...new Set(entries.map(({ file }) => belowFolder(file, options)))],
      all: record.made(pictures?.entries ?? [], (file) => ofFile.get(file)),
      isAlone: isComplete && record.earlierLeaflets().length === 0,
      made: entries.map(({ jobCode }) => jobCode),
      leaflets: files.wanted.length + (this.isWhole() ? ready.missing.length : 0),
      standing: log.standing,
      earlier: this.earlier(),
      pictures: (pictures?.entries ?? []).map(({ file }) => belowFolder(file, options)),
      proven: certifier.proofs.tally,
      findings: log.findings,
    };
  }

  /** Keeps the rows that nothing was made of beside the manifest. */
  private setAside() {
    const { options, outlet } = this.state;
    return (options.setAside ?? []).flatMap(({ file, text }) => outlet.write(file, text));
  }

  private async writeSheets(): Promise<void> {
    const { log, record, pictures, outlet } = this.state;
    log.isUnwritable((await pictures?.addSheets()) ?? []);
    if (!this.isWhole() || log.findings.some(isError)) return;
    log.add(removeStale(record.stale(pictures?.entries ?? []), outlet));
  }

  /** Whether the run makes the whole campaign. */
  private isWhole(): boolean {
    const { only, shard } = this.state.options;
    return !only && !shard;
  }

  private isComplete(): boolean {
    const { log, options, record } = this.state;
    if (log.findings.some(isError) && !options.draft) return false;
    if (log.findings.some(({ code }) => code.startsWith('output/') && code !== 'output/removed'))
      return false;
    return this.isWhole() || record.before?.complete !== false || this.holdsAll();
  }

  private holdsAll(): boolean {
    const { record, ready } = this.state;
    return record.earlierLeaflets().length + record.entries.length >= ready.plan.leaflets.length;
  }

  /** How many of the wanted leaflets stand in the folder only as an earlier run made them. */
  private earlier(): number {
    const { record, files } = this.state;
    const kept = new Set(record.earlierLeaflets().map(({ file }) => file));
    return files.wanted.filter((it) => kept.has(files.of(it))).length;
  }

  /** A full disk stops every file after it; it is told once. */
  private end(complete: boolean): void {
    const { record, pictures, log } = this.state;
    const isAll = complete && this.isWhole();
    const faults = record.end(complete, isAll, pictures?.listed(isAll) ?? []);
    log.add(faults.filter(({ code }) => !log.findings.some((it) => it.code === code)));
  }
}
