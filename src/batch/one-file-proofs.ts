import type { Finding } from '../diagnostics/finding.js';
import type { LaidOutForm } from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';
import { type LongFile, openPuller } from '../prove/pull-pages.js';
import type { FormProofs } from './form-proofs.js';
import type { GrowingFile } from './growing-file.js';
import type { ReadBack } from './read-back.js';

/** Proves leaflets of a file that holds many: the first of every form that holds something new. */
export interface OneFileProofs {
  /** Told of each leaflet when it was added; a promise where adding has to wait. */
  added(leaflet: Leaflet): Promise<void> | undefined;
  /** Once the file is whole. */
  end(): Promise<readonly Finding[]>;
}

/** Proves them all when the file is whole, out of the finished bytes. */
export class ProofsAtEnd implements OneFileProofs {
  readonly #file: GrowingFile;
  readonly #proofs: FormProofs;
  readonly #firsts: { readonly leaflet: Leaflet; readonly page: number }[] = [];
  readonly #pages: PageCount;

  constructor(file: GrowingFile, proofs: FormProofs) {
    this.#file = file;
    this.#proofs = proofs;
    this.#pages = new PageCount(proofs);
  }

  added(leaflet: Leaflet): undefined {
    const page = this.#pages.firstOf(leaflet);
    if (page !== undefined) this.#firsts.push({ leaflet, page });
  }

  async end(): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    const file = this.#file.soFar;
    for (const { leaflet, page } of this.#firsts) {
      if (!this.#proofs.owes(leaflet)) continue;
      const bytes = pulled(file, page, this.#proofs.layoutOf(leaflet));
      findings.push(...(await this.#proofs.prove(bytes, leaflet)));
    }
    return findings;
  }
}

/** Leaflets that wait for their proof at most: each is held whole. Our choice: ten megabytes. */
const MOST_WAITING = 64;

/**
 * Has them proven on another thread while others are added. What is proven stands in the file by then and is changed no
 * more; what a file says once, at its end, is read back when it is whole.
 */
export class ProofsBeside implements OneFileProofs {
  readonly #file: GrowingFile;
  readonly #endSoFar: () => Iterable<string>;
  readonly #proofs: FormProofs;
  readonly #readBack: ReadBack;
  readonly #pages: PageCount;
  readonly #findings: Finding[] = [];
  #first: Leaflet | undefined;
  #line: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(
    file: GrowingFile,
    endSoFar: () => Iterable<string>,
    proofs: FormProofs,
    readBack: ReadBack,
  ) {
    this.#file = file;
    this.#endSoFar = endSoFar;
    this.#proofs = proofs;
    this.#readBack = readBack;
    this.#pages = new PageCount(proofs);
  }

  added(leaflet: Leaflet): Promise<void> | undefined {
    const page = this.#pages.firstOf(leaflet);
    if (page === undefined) return undefined;
    this.#first ??= leaflet;
    const file = endedBy(this.#file.soFar, [...this.#endSoFar()].join(''));
    const bytes = pulled(file, page, this.#proofs.layoutOf(leaflet));
    this.#waiting += 1;
    this.#line = this.#line.then(() => this.#prove(bytes, leaflet));
    // Whoever waits for the line meets what it throws.
    this.#line.catch(() => {});
    return this.#waiting > MOST_WAITING ? this.#line : undefined;
  }

  async end(): Promise<readonly Finding[]> {
    await this.#line;
    if (this.#first && this.#findings.length === 0) await this.#readEnd(this.#first);
    return this.#findings;
  }

  async #prove(bytes: Uint8Array, leaflet: Leaflet): Promise<void> {
    this.#waiting -= 1;
    if (!this.#proofs.owes(leaflet)) return;
    this.#findings.push(...(await this.#proofs.prove(bytes, leaflet, this.#readBack)));
  }

  /** Reads the first leaflet once more, out of the whole file: with its metadata and all that its end says. */
  async #readEnd(leaflet: Leaflet): Promise<void> {
    const form = this.#proofs.layoutOf(leaflet);
    const bytes = pulled(this.#file.soFar, 0, form);
    const known = new Set(form.sides.flatMap(({ panels }) => panels.map(({ panel }) => panel.key)));
    const isJudged = !form.isDraft;
    this.#findings.push(...(await this.#readBack({ bytes, leaflet, form, known, isJudged })));
  }
}

/** Counts the pages of leaflets as they are added. */
class PageCount {
  readonly #proofs: FormProofs;
  readonly #seen = new Set<LaidOutForm>();
  #page = 0;

  constructor(proofs: FormProofs) {
    this.#proofs = proofs;
  }

  /** The first page of a leaflet that is the first of its form; undefined for all others, and where nothing is proven. */
  firstOf(leaflet: Leaflet): number | undefined {
    const form = this.#proofs.layoutOf(leaflet);
    const page = this.#page;
    this.#page += form.sides.length;
    if (this.#seen.has(form) || !this.#proofs.areWanted) return undefined;
    this.#seen.add(form);
    return page;
  }
}

/** A leaflet as a file of its own; nothing where it cannot be taken out, which no proof lets pass. */
const pulled = (file: LongFile, page: number, { sides }: LaidOutForm): Uint8Array =>
  openPuller(file)?.pull(page, sides.length) ?? new Uint8Array(0);

/** A file so far as if it ended with this text, Latin-1. */
function endedBy({ size, read }: LongFile, text: string): LongFile {
  const end = Buffer.from(text, 'latin1');
  return {
    size: size + end.length,
    read: (at, length) => {
      const own = at < size ? read(at, Math.min(length, size - at)) : new Uint8Array(0);
      const from = Math.max(0, at - size);
      const more = end.subarray(from, Math.max(from, at + length - size));
      return Buffer.concat([own, more]);
    },
  };
}
