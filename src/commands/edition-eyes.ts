import { openProver } from '../prove/open-prover.js';
import { openReaderProver } from '../prove/open-reader-prover.js';
import { openPainter, type PaintPages } from '../prove/paint-pages.js';
import type { Prover } from '../prove/prover.js';
import type { World } from '../world.js';

/** What looks at finished files, for every edition: each is opened when it is first asked for, and then kept. */
export class EditionEyes {
  readonly #world: Pick<World, 'readPackage'>;
  #prover: Promise<Prover> | undefined;
  #readerProver: Promise<Prover> | undefined;
  #painter: PaintPages | undefined;

  constructor(world: Pick<World, 'readPackage'>) {
    this.#world = world;
  }

  prover(): Promise<Prover> {
    this.#prover ??= openProver({ world: this.#world });
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
