import { PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { entryOf, itemsOf, nameOf, numberOf, textOf } from './pdf-values.js';

/** What stands in an element of a file's structure tree. */
export type ReadKid =
  | ReadElement
  | { readonly kind: 'content'; readonly page: PDFObject | undefined; readonly mcid: number }
  | { readonly kind: 'object'; readonly object: PDFObject | undefined };

/** An element of a file's structure tree. */
export interface ReadElement {
  readonly kind: 'element';
  readonly type: string;
  readonly lang: string | undefined;
  readonly alt: string | undefined;
  readonly kids: readonly ReadKid[];
}

/** Deepest nesting and most elements that are read; a leaflet has some hundreds, six deep. */
const DEEPEST = 64;
const MOST = 100_000;

/** A file's structure tree in its own order (ISO 32000-1, 14.7); undefined where it has none. Never throws. */
export function readStructure(catalog: PDFObject | undefined): ReadElement | undefined {
  const root = entryOf(catalog, 'StructTreeRoot');
  if (root === undefined) return undefined;
  return new StructureReader().element(root, undefined, 0);
}

class StructureReader {
  readonly #seen = new Set<PDFObject>();

  element(dict: PDFObject, above: PDFObject | undefined, depth: number): ReadElement {
    this.#seen.add(dict);
    const page = entryOf(dict, 'Pg') ?? above;
    const kids = entryOf(dict, 'K');
    const listed =
      numberOf(kids) === undefined && !(kids instanceof PDFDict) ? itemsOf(kids) : [kids];
    return {
      kind: 'element',
      type: nameOf(entryOf(dict, 'S')) ?? '',
      lang: textOf(entryOf(dict, 'Lang')),
      alt: textOf(entryOf(dict, 'Alt')),
      kids: listed.flatMap((kid) => this.#kid(kid, page, depth) ?? []),
    };
  }

  #kid(
    kid: PDFObject | undefined,
    page: PDFObject | undefined,
    depth: number,
  ): ReadKid | undefined {
    const mcid = numberOf(kid);
    if (mcid !== undefined) return { kind: 'content', page, mcid };
    if (!(kid instanceof PDFDict) || this.#seen.has(kid)) return undefined;
    if (depth > DEEPEST || this.#seen.size > MOST) return undefined;
    const type = nameOf(entryOf(kid, 'Type'));
    if (type === 'OBJR') return { kind: 'object', object: entryOf(kid, 'Obj') };
    if (type !== 'MCR') return this.element(kid, page, depth + 1);
    const marked = numberOf(entryOf(kid, 'MCID'));
    return marked === undefined
      ? undefined
      : { kind: 'content', page: entryOf(kid, 'Pg') ?? page, mcid: marked };
  }
}
