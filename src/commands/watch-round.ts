import type { Finding } from '../diagnostics/finding.js';
import { prepare } from '../pipeline.js';
import { openWorkshop } from '../units/workshop.js';
import type { World } from '../world.js';
import { type EditionChoices, editionsOf, makeEdition } from './build-leaflets.js';
import type { MadeEdition } from './edition-account.js';
import { EditionEyes } from './edition-eyes.js';
import { nothingChosen } from './only.js';
import { type Reasons, STOOD } from './report-build.js';
import type { Setting } from './setting.js';
import { userPath } from './user-path.js';
import type { WatchJob } from './watch-campaign.js';

/** What one round made. */
export interface WatchRound {
  /** Files that were written, from the folder that the command was started in, and why. */
  readonly written: readonly { readonly file: string; readonly why: string }[];
  readonly editions: readonly MadeEdition[];
  readonly findings: readonly Finding[];
  /** From the save to the end, in milliseconds. */
  readonly milliseconds: number;
  /** There is no campaign of this name. */
  readonly isUnknown: boolean;
  /** Ctrl-C came before all was made. */
  readonly isCut: boolean;
}

/** Makes a campaign again and again in one process, and keeps between the rounds what no saved file has touched. */
export class WatchRounds {
  readonly #job: WatchJob & EditionChoices;
  readonly #setting: Setting;
  readonly #isStopped: () => boolean;
  readonly #shown: string;
  readonly #workshop = openWorkshop();
  #eyes: EditionEyes | undefined;

  constructor(job: WatchJob, setting: Setting, isStopped: () => boolean) {
    this.#job = { ...job, oneFile: false, onBadRecord: 'stop', explain: true };
    this.#setting = setting;
    this.#isStopped = isStopped;
    this.#shown = userPath(job.out ?? `out/${job.id}`);
  }

  /** `begun`: when the save was heard of, on the clock of `performance`. */
  async make(world: World, begun: number): Promise<WatchRound> {
    const { draft, onBadRecord, only, id } = this.#job;
    const { toolVersion, terminal } = this.#setting;
    terminal.progress('reading the campaign, setting and checking its panels …');
    const { value: ready, findings } = await prepare(
      world,
      id,
      { draft, onBadRecord, toolVersion },
      this.#workshop,
    );
    const unchosen = ready ? nothingChosen(only, ready.plan.leaflets) : [];
    const reasons: Reasons = new Map();
    const editions: MadeEdition[] = [];
    let isCut = false;
    this.#eyes ??= new EditionEyes(world, this.#workshop);
    const workshop = this.#workshop;
    const eyes = this.#eyes;
    const wanted = { findings, shown: this.#shown, job: this.#job, reasons, eyes, workshop };
    if (ready && unchosen.length === 0)
      for (const edition of editionsOf(this.#job, ready)) {
        isCut ||= this.#isStopped();
        if (isCut) break;
        const job = { ...wanted, ready, isStopped: this.#isStopped };
        editions.push({ edition, ...(await makeEdition(edition, job, this.#setting)) });
      }
    const all = [...findings, ...unchosen, ...editions.flatMap((it) => it.findings)];
    return {
      written: this.#written(reasons),
      editions,
      findings: all,
      milliseconds: Math.round(performance.now() - begun),
      isUnknown: findings.some(({ code }) => code === 'campaign/missing'),
      isCut: isCut || all.some(({ code }) => code === 'output/stopped'),
    };
  }

  #written(reasons: Reasons): WatchRound['written'] {
    return [...reasons]
      .filter(([, why]) => why !== STOOD)
      .map(([file, why]) => ({ file: `${this.#shown}/${file}`, why }));
  }
}
