import { openProver } from '../prove/open-prover.js';
import { openReaderProver } from '../prove/open-reader-prover.js';
import { openPainter, type PaintPages } from '../prove/paint-pages.js';
import type { Prover } from '../prove/prover.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import type { World } from '../world.js';

/** What looks at finished files, for every edition: each is opened when it is first asked for, and then kept. */
export class EditionEyes {
  readonly #world: Pick<World, 'readPackage'>;
  readonly #workshop: Workshop;
  #prover: Promise<Prover> | undefined;
  #readerProver: Promise<Prover> | undefined;
  #painter: PaintPages | undefined;

  /** What earlier runs of the process proved is taken from `workshop`. */
  constructor(world: Pick<World, 'readPackage'>, workshop: Workshop = NO_WORKSHOP) {
    this.#world = world;
    this.#workshop = workshop;
  }

  prover(): Promise<Prover> {
    this.#prover ??= openProver({ world: this.#world }, this.#workshop);
    return this.#prover;
  }

  readerProver(): Promise<Prover> {
    this.#readerProver ??= openReaderProver({ world: this.#world });
    return this.#readerProver;
  }

  /** Paints the pictures of drafts. */
  painter(): PaintPages {
    this.#painter ??= openPainter(this.#world);
    return this.#painter;
  }
}
