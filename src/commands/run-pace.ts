import { performance } from 'node:perf_hooks';

/** Seconds before a pace is told: the first leaflets wait for their proof, and say nothing of the rest. Our choice. */
const SETTLED = 2;

/** Seconds from which the time left is told in minutes. */
const MINUTES_FROM = 120;

/** Made once: it is asked for every leaflet. */
const COUNT = new Intl.NumberFormat('en-GB');

/** Says how a run goes on: `1,200 of 10,000 leaflets, 850 a second, 11 s left, 2 findings`. `seconds`: a clock that is never set back. */
export class RunPace {
  readonly #what: string;
  readonly #seconds: () => number;
  #first: { readonly at: number; readonly done: number } | undefined;

  constructor(what: string, seconds: () => number = () => performance.now() / 1000) {
    this.#what = what;
    this.#seconds = seconds;
  }

  line(done: number, total: number, findings: number): string {
    const pace = this.pace(done, total);
    return [
      `${COUNT.format(done)} of ${COUNT.format(total)} ${this.#what}`,
      ...(pace ? [`${COUNT.format(pace.aSecond)} a second`, left(pace.secondsLeft)] : []),
      ...(findings > 0 ? [`${COUNT.format(findings)} finding${findings === 1 ? '' : 's'}`] : []),
    ].join(', ');
  }

  /** How many a second, and how long the rest takes; undefined until that can be told. */
  pace(
    done: number,
    total: number,
  ): { readonly aSecond: number; readonly secondsLeft: number } | undefined {
    const at = this.#seconds();
    this.#first ??= { at, done };
    const passed = at - this.#first.at;
    const aSecond = (done - this.#first.done) / passed;
    if (!(passed > SETTLED && aSecond > 0)) return undefined;
    return {
      aSecond: Math.max(1, Math.round(aSecond)),
      secondsLeft: Math.ceil((total - done) / aSecond),
    };
  }
}

const left = (seconds: number): string =>
  seconds < MINUTES_FROM ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
