import type { PdfDictionary, PdfFile, PdfReference, PdfValue } from '../pdf-file.js';
import { pdfText, written } from '../pdf-syntax.js';
import type { LinkArea, TagNode } from './tag-node.js';

/** A page whose elements are being written. */
export interface TaggedPage {
  readonly reference: PdfReference;
  /** MCID -> the element that it belongs to. */
  readonly owners: (PdfReference | undefined)[];
  readonly annotations: PdfReference[];
  /** The MCID of a slot's value; undefined where this leaflet has none. */
  readonly slotMark: (slot: number) => number | undefined;
}

/** The structure tree of one file (ISO 32000-1, 14.7): elements as they are read, and the way back from content to element. */
export class StructureTree {
  readonly #file: PdfFile;
  readonly #root: PdfReference;
  readonly #document: PdfReference;
  readonly #sections: PdfReference[] = [];
  /** Of pages and links, by their StructParents and StructParent. */
  readonly #parents: PdfValue[] = [];

  constructor(file: PdfFile) {
    this.#file = file;
    this.#root = file.begin({ Type: 'StructTreeRoot' });
    this.#document = file.begin({ S: 'Document', P: this.#root });
  }

  /** The number under which a page stands in the way back. Its owners are taken when the tree is finished. */
  addPage(page: Pick<TaggedPage, 'owners'>): number {
    this.#parents.push(page.owners as unknown as PdfValue);
    return this.#parents.length - 1;
  }

  /** A panel's section; `title` is what a list of sections shows. */
  addSection(
    title: string,
    lang: string,
    nodes: readonly TagNode[],
    page: TaggedPage,
  ): PdfReference {
    const section = this.#file.begin({
      S: 'Sect',
      P: this.#document,
      T: written(pdfText(title)),
      Lang: written(pdfText(lang)),
    });
    section.data.K = nodes.flatMap((node) => this.#element(node, section, page) ?? []);
    section.end();
    this.#sections.push(section);
    return section;
  }

  /** Undefined where nothing is in it: a slot without a value leaves no empty element behind. */
  #element(node: TagNode, parent: PdfReference, page: TaggedPage): PdfReference | undefined {
    const isEmpty = node.kids.every(
      (kid) => kid.kind === 'slot' && page.slotMark(kid.at) === undefined,
    );
    if (isEmpty) return undefined;
    const element = this.#file.begin({
      S: node.type,
      P: parent,
      Pg: page.reference,
      ...factsOf(node),
    });
    element.data.K = node.kids.flatMap((kid): PdfValue[] => {
      if (kid.kind === 'content') return [this.#mark(kid.mcid, element, page)];
      if (kid.kind === 'area') return [this.#link(kid, element, page)];
      if (kid.kind === 'element') return [this.#element(kid, element, page) ?? []].flat();
      const mcid = page.slotMark(kid.at);
      return mcid === undefined ? [] : [this.#mark(mcid, element, page)];
    });
    element.end();
    return element;
  }

  #mark(mcid: number, element: PdfReference, { owners }: TaggedPage): number {
    owners[mcid] = element;
    return mcid;
  }

  #link({ target, label, rect }: LinkArea, element: PdfReference, page: TaggedPage): PdfValue {
    const annotation = this.#file.add({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: rect,
      Border: [0, 0, 0],
      // Printed where the page is printed (PDF/A-2, 6.3.2).
      F: 4,
      Contents: written(pdfText(label)),
      A: { S: 'URI', URI: written(pdfText(target)) },
      StructParent: this.#parents.length,
    });
    this.#parents.push(element);
    page.annotations.push(annotation);
    return { Type: 'OBJR', Obj: annotation, Pg: page.reference };
  }

  /** Completes the tree: what the catalogue names, and pdfkit ends with the file. */
  finish(): PdfReference {
    this.#document.data.K = this.#sections;
    this.#document.end();
    this.#root.data.K = [this.#document];
    this.#root.data.ParentTree = this.#file.add({
      Nums: this.#parents.flatMap((parent, at) => [at, parent]),
    });
    this.#root.data.ParentTreeNextKey = this.#parents.length;
    return this.#root;
  }
}

function factsOf({ lang, alt, bbox, numbering }: TagNode): PdfDictionary {
  const layout = bbox && { O: 'Layout', BBox: bbox, Placement: 'Block' };
  const list = numbering && { O: 'List', ListNumbering: numbering };
  return {
    Lang: lang === undefined ? undefined : written(pdfText(lang)),
    Alt: alt === undefined ? undefined : written(pdfText(alt)),
    A: layout ?? list,
  };
}
