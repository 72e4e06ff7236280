import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { longFile } from '../batch/long-file.js';
import { openPuller } from '../prove/pull-pages.js';
import type { Ticket, TicketLeaflet } from './ticket.js';
import type { LeafletPages } from './write-pile.js';

/** The finished pages of leaflets, by job code: from a file of their own, or pulled out of one that holds many. */
export class PileSource {
  readonly #folder: string;
  readonly #byCode: ReadonlyMap<string, TicketLeaflet>;
  readonly #shared: ReadonlySet<string>;

  constructor(folder: string, { leaflets }: Ticket) {
    this.#folder = folder;
    this.#byCode = new Map(leaflets.map((it) => [it.jobCode, it]));
    const seen = new Set<string>();
    const shared = new Set<string>();
    for (const { file = '' } of leaflets) (seen.has(file) ? shared : seen).add(file);
    this.#shared = shared;
  }

  pagesOf(jobCode: string): LeafletPages {
    const leaflet = this.#byCode.get(jobCode);
    if (leaflet?.file === undefined || leaflet.pages === undefined)
      throw new Error(`no file holds the job code ${jobCode}`);
    const { file, pages } = leaflet;
    const path = join(this.#folder, file);
    return this.#shared.has(file) ? pulled(path, pages) : { bytes: readFileSync(path), pages };
  }
}

/** A file of many may be longer than memory holds: only what these pages show is read. */
function pulled(path: string, [first, last]: readonly [number, number]): LeafletPages {
  const file = openSync(path, 'r');
  try {
    const count = last - first + 1;
    const bytes = openPuller(longFile(file, fstatSync(file).size))?.pull(first - 1, count);
    if (!bytes) throw new Error(`the pages ${first} to ${last} of ${path} cannot be taken out`);
    return { bytes, pages: [1, count] };
  } finally {
    closeSync(file);
  }
}
