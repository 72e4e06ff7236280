import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { HeardLink } from '../layout/laid-out.js';
import type { ReadWord } from './gather-words.js';
import { entryOf, textOf } from './pdf-values.js';
import type { ReadPage } from './read-page.js';
import { type ReadElement, type ReadKid, readStructure } from './read-structure.js';

/** What somebody hears of a page, in the order of the tags. */
export interface HeardPage {
  readonly words: readonly string[];
  readonly links: readonly HeardLink[];
  /** How many areas the links have: one a line that they stand on. */
  readonly areas: number;
  /** What is said for pictures. */
  readonly pictures: readonly string[];
  /** Words that no tag names: passed over by whoever listens. */
  readonly unheard: readonly string[];
}

/** A page of a file with its own object, by which tags name it. */
export interface SeenPage {
  readonly object: PDFDict;
  readonly page: ReadPage;
}

/** Reads a file as a screen reader does: through its tags alone. Undefined where it has none. */
export function readAloud(
  catalog: PDFObject | undefined,
  pages: readonly SeenPage[],
): readonly HeardPage[] | undefined {
  const root = readStructure(catalog);
  if (root === undefined) return undefined;
  const listeners = new Map(pages.map((it) => [it.object as PDFObject, new Listener(it.page)]));
  hear(root, listeners, undefined);
  return [...listeners.values()].map((listener) => listener.heard());
}

class Listener {
  readonly #words = new Map<number | undefined, string[]>();
  readonly said: string[] = [];
  readonly links: HeardLink[] = [];
  areas = 0;
  readonly pictures: string[] = [];

  constructor({ words }: ReadPage) {
    for (const { mcid, text } of words as readonly ReadWord[]) {
      const marked = this.#words.get(mcid) ?? [];
      marked.push(text);
      this.#words.set(mcid, marked);
    }
  }

  /** The words of a marked part; each part is said once. */
  take(mcid: number): readonly string[] {
    const words = this.#words.get(mcid) ?? [];
    this.#words.delete(mcid);
    this.said.push(...words);
    return words;
  }

  heard(): HeardPage {
    const { said, links, areas, pictures } = this;
    return { words: said, links, areas, pictures, unheard: [...this.#words.values()].flat() };
  }
}

type Listeners = ReadonlyMap<PDFObject, Listener>;

/** A link that is being heard: its words, and the annotations in it. */
interface OpenLink {
  readonly words: string[];
  readonly objects: PDFObject[];
}

function hear(element: ReadElement, listeners: Listeners, around: OpenLink | undefined): void {
  const own = element.type === 'Link' ? { words: [], objects: [] } : undefined;
  const link = own ?? around;
  let last: Listener | undefined;
  for (const kid of element.kids) last = hearKid(kid, listeners, link, element) ?? last;
  if (!own) return;
  const page = last ?? pageOf(element, listeners);
  if (!page) return;
  page.links.push(...linksOf(own));
  page.areas += own.objects.length;
}

function hearKid(
  kid: ReadKid,
  listeners: Listeners,
  link: OpenLink | undefined,
  { type, alt }: ReadElement,
): Listener | undefined {
  if (kid.kind === 'element') {
    hear(kid, listeners, link);
    return undefined;
  }
  if (kid.kind === 'object') {
    if (kid.object !== undefined) link?.objects.push(kid.object);
    return undefined;
  }
  const listener = kid.page === undefined ? undefined : listeners.get(kid.page);
  const words = listener?.take(kid.mcid) ?? [];
  link?.words.push(...words);
  if (type === 'Figure') listener?.pictures.push(alt ?? '');
  return listener;
}

/** The page that the first content in an element stands on. */
function pageOf(element: ReadElement, listeners: Listeners): Listener | undefined {
  for (const kid of element.kids) {
    if (kid.kind === 'content' && kid.page !== undefined) return listeners.get(kid.page);
    const found = kid.kind === 'element' ? pageOf(kid, listeners) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** One link a target: an address that is broken over two lines has two areas. */
function linksOf({ words, objects }: OpenLink): readonly HeardLink[] {
  const links = objects.map((object) => ({
    target: textOf(entryOf(entryOf(object, 'A'), 'URI')) ?? '',
    label: textOf(entryOf(object, 'Contents')) ?? '',
    words,
  }));
  return [...new Map(links.map((it) => [it.target, it])).values()];
}
