import { setImmediate } from 'node:timers/promises';
import { isError } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import { missingLeaflet } from '../plan/missing-leaflet.js';
import type { Leaflet } from '../plan/plan.js';
import { checkPage } from '../prove/check-page.js';
import { ownValues } from '../prove/leaflet-record.js';
import { owedPages } from '../prove/owed-page.js';
import { grouped } from '../units/grouped.js';
import { sha256Hex } from '../units/hash.js';
import { standingOf } from './holds-bytes.js';
import { type MadeLeaflet, type MakeLeaflets, makeHere, type Stood } from './make-leaflets.js';
import { makeOnThreads } from './make-on-threads.js';
import { formKey, type LeafletEntry } from './manifest.js';
import { belowFolder } from './outlet.js';
import type { ListedFile } from './remove-stale.js';
import type { RunState } from './run-state.js';

/** How long Ctrl-C may go unheard, milliseconds. */
const BREATH = 30;

/**
 * Writes a file for each leaflet, form by form: what is written while a form is proven can have its name as soon as
 * that one is, and does not wait for all others. False when Ctrl-C, a full disk or a lost folder ended it.
 */
export async function writeLeaflets(state: RunState): Promise<boolean> {
  const { options, files, log, outlet } = state;
  const { isStopped, onProgress } = options;
  const total = files.wanted.length;
  const writer = new LeafletWriter(state);
  let heardAt = Number.NEGATIVE_INFINITY;
  let done = 0;
  const formByForm = [...grouped(files.wanted, ({ form }) => form).values()].flat();
  for await (const made of makerFor(state)(formByForm)) {
    // Ctrl-C is heard between two leaflets, and only if the process comes up for air.
    if (performance.now() - heardAt > BREATH) {
      await setImmediate();
      heardAt = performance.now();
    }
    if (isStopped?.()) {
      log.addStopped(outlet.shown, done, total);
      return false;
    }
    if (!(await writer.keep(made))) return false;
    done += 1;
    onProgress?.(done, total, log.findings.length);
  }
  return true;
}

/** Threads can write only what a press keeps standing; drawing a whole file, and the page beside it, is for this one. */
function makerFor(state: RunState): MakeLeaflets {
  const { press, options } = state;
  const { threads, page } = options;
  if (!threads || !press.type || page) return makeHere(state);
  return makeOnThreads(state, press.type, threads);
}

/** Gives leaflets their names and puts them on record. */
class LeafletWriter {
  private readonly state: RunState;

  constructor(state: RunState) {
    this.state = state;
  }

  /** False when nothing more can be written: the disk is full, the folder is gone. */
  async keep({ leaflet, form, findings, file: made, lost }: MadeLeaflet): Promise<boolean> {
    const { log, files, record, pictures } = this.state;
    log.add(findings);
    if (lost !== undefined) record.lose(missingLeaflet(leaflet, lost));
    if (!made) return true;
    const page = this.pageOf(leaflet, form);
    if (page === 'wrong') return true;
    const file = files.of(leaflet);
    const faults = [
      ...this.told(file, made.stand()),
      ...(page ? this.told(page.listed.file, this.standPage(page, leaflet)) : []),
    ];
    if (faults.length > 0) return !log.isUnwritable(faults);
    const entry = { ...entryOf(file, leaflet, form, made), ...(page && { page: page.listed }) };
    if (log.isUnwritable(record.add(entry))) return false;
    if (!pictures || this.pictured(leaflet) !== leaflet) return true;
    return !log.isUnwritable(await pictures.add(form, made.bytes()));
  }

  /** Says of a file why it was written, or counts that it stood. */
  private told(file: string, { why, faults }: Stood): Stood['faults'] {
    const { log, options } = this.state;
    if (why === undefined) log.standing += 1;
    if (faults.length === 0) options.onFile?.(belowFolder(file, options), why);
    return faults;
  }

  /** The page beside a leaflet, read back; a leaflet whose page is wrong is not written either. */
  private pageOf(leaflet: Leaflet, form: LaidOutForm): Page | 'wrong' | undefined {
    const { options, outlet, log } = this.state;
    const bytes = options.page?.(leaflet);
    if (!bytes) return undefined;
    const file = `${outlet.sub}${leaflet.fileName}.html`;
    const context = { leaflet: leaflet.fileName, brand: leaflet.form.brand.id };
    const faults = checkPage(bytes, owedPages(form, leaflet), { file }, context);
    log.add(faults);
    if (faults.some(isError) && !options.draft) return 'wrong';
    return { listed: { file, sha256: sha256Hex(bytes) }, bytes };
  }

  private standPage({ listed: { file, sha256 }, bytes }: Page, leaflet: Leaflet): Stood {
    const { record, outlet } = this.state;
    const earlier = record.reasons.earlierHash(file, leaflet);
    const standing = standingOf(outlet.pathOf(file), { sha256, parts: [bytes] }, earlier);
    const why = record.reasons.whyWrite(standing, leaflet);
    return { why, faults: why === undefined ? [] : outlet.write(file, bytes) };
  }

  /** The leaflet that a form's picture shows: the first that `--only` leaves, whichever shard it falls to. */
  private pictured({ form }: Leaflet): Leaflet | undefined {
    const { ready, options } = this.state;
    return ready.plan.leaflets.find((it) => it.form === form && (options.only?.(it) ?? true));
  }
}

interface Page {
  readonly listed: ListedFile;
  readonly bytes: Uint8Array;
}

function entryOf(
  file: string,
  leaflet: Leaflet,
  form: LaidOutForm,
  { size, sha256 }: { readonly size: number; readonly sha256: string },
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
