import { PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { entryOf, itemsOf, keysOf, nameOf, numberOf, textOf } from '../pdf-values.js';
import type { Mark } from './mark.js';
import { readNumberTree } from './read-number-tree.js';
import { type MappedType, mapType } from './standard-types.js';

/** Most elements that are read: a leaflet has some hundreds. */
const MOST_ELEMENTS = 100_000;
const DEEPEST = 200;

/** A structure element (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly dict: PDFObject;
  /** As written, such as `Heading1`. */
  readonly type: string;
  readonly mapped: MappedType;
  readonly parent: StructureElement | undefined;
  readonly kids: readonly StructureElement[];
  /** Objects that it holds: notes over the page, form fields. */
  readonly objects: readonly PDFObject[];
  /** How many kids of any kind it has: elements, content, objects. */
  readonly kidCount: number;
  readonly lang: string | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly expansion: string | undefined;
  readonly id: string | undefined;
  /** Attribute objects of all owners. */
  readonly attributes: readonly PDFObject[];
}

/** The tag tree of a file. */
export interface Structure {
  readonly root: PDFObject;
  readonly roles: ReadonlyMap<string, string>;
  /** In reading order. */
  readonly elements: readonly StructureElement[];
  /** The element that marked content belongs to, by the parent tree. */
  elementOf(mark: Mark): StructureElement | undefined;
  /** The element that a note over the page, or another object, belongs to. */
  elementOfObject(object: PDFObject | undefined): StructureElement | undefined;
}

/** Reads the tag tree; undefined where the file has none. Never throws. */
export function readStructure(catalog: PDFObject | undefined): Structure | undefined {
  const root = entryOf(catalog, 'StructTreeRoot');
  if (root === undefined) return undefined;
  const roleMap = entryOf(root, 'RoleMap');
  const roles = new Map(
    keysOf(roleMap).map((key) => [key, nameOf(entryOf(roleMap, key)) ?? ''] as const),
  );
  const elements: StructureElement[] = [];
  const byDict = new Map<PDFObject, StructureElement>();
  readKids(root, undefined, { roles, elements, byDict }, 0);
  const parents = readNumberTree(entryOf(root, 'ParentTree'));
  const entry = (owner: PDFObject | undefined, key: string): PDFObject | undefined => {
    const at = numberOf(entryOf(owner, key));
    return at === undefined ? undefined : parents.get(at);
  };
  const known = (dict: PDFObject | undefined) =>
    dict === undefined ? undefined : byDict.get(dict);
  return {
    root,
    roles,
    elements,
    elementOf: ({ owner, mcid }) =>
      mcid === undefined ? undefined : known(itemsOf(entry(owner, 'StructParents'))[mcid]),
    elementOfObject: (object) => known(entry(object, 'StructParent')),
  };
}

interface Reading {
  readonly roles: ReadonlyMap<string, string>;
  readonly elements: StructureElement[];
  readonly byDict: Map<PDFObject, StructureElement>;
}

const kidsOf = (node: PDFObject): readonly (PDFObject | undefined)[] => {
  const kids = entryOf(node, 'K');
  const list = itemsOf(kids);
  if (list.length > 0) return list;
  return kids === undefined ? [] : [kids];
};

function readKids(
  node: PDFObject,
  parent: StructureElement | undefined,
  reading: Reading,
  depth: number,
): StructureElement[] {
  if (depth > DEEPEST) return [];
  return kidsOf(node).flatMap((kid) => {
    const isElement = kid instanceof PDFDict && entryOf(kid, 'S') !== undefined;
    const isNew = isElement && !reading.byDict.has(kid) && reading.elements.length < MOST_ELEMENTS;
    return isNew ? [readElement(kid, parent, reading, depth)] : [];
  });
}

function readElement(
  dict: PDFDict,
  parent: StructureElement | undefined,
  reading: Reading,
  depth: number,
): StructureElement {
  const type = nameOf(entryOf(dict, 'S')) ?? '';
  const kids: StructureElement[] = [];
  const held = kidsOf(dict).filter((it) => nameOf(entryOf(it, 'Type')) === 'OBJR');
  const element: StructureElement = {
    dict,
    type,
    mapped: mapType(type, reading.roles),
    parent,
    kids,
    objects: held.flatMap((it) => entryOf(it, 'Obj') ?? []),
    kidCount: kidsOf(dict).length,
    lang: textOf(entryOf(dict, 'Lang')),
    alt: textOf(entryOf(dict, 'Alt')),
    actualText: textOf(entryOf(dict, 'ActualText')),
    expansion: textOf(entryOf(dict, 'E')),
    id: textOf(entryOf(dict, 'ID')),
    attributes: attributesOf(dict),
  };
  reading.elements.push(element);
  reading.byDict.set(dict, element);
  kids.push(...readKids(dict, element, reading, depth + 1));
  return element;
}

/** `A` is an attribute object or a list of them, each maybe followed by a revision number. */
function attributesOf(dict: PDFDict): readonly PDFObject[] {
  const own = entryOf(dict, 'A');
  const list = own === undefined ? [] : [own, ...itemsOf(own)];
  return list.filter(
    (it): it is PDFDict | PDFStream => it instanceof PDFDict || it instanceof PDFStream,
  );
}

/** The value of an attribute of any owner. */
export const attributeOf = ({ attributes }: StructureElement, key: string): PDFObject | undefined =>
  attributes.map((it) => entryOf(it, key)).find((it) => it !== undefined);

/** The standard type of the nearest element round it that says something: NonStruct says nothing. */
export function parentType({ parent }: StructureElement): string | undefined {
  let it = parent;
  while (it?.mapped.standard === 'NonStruct') it = it.parent;
  return it?.mapped.standard;
}

/** Standard types of what an element holds; what a NonStruct holds counts as its own. */
export function kidTypes({ kids }: StructureElement): readonly string[] {
  return kids.flatMap((kid) => {
    const { standard } = kid.mapped;
    if (standard === 'NonStruct') return kidTypes(kid);
    return standard === undefined ? [] : [standard];
  });
}

/** The language that holds for an element: its own, or that of one round it. */
export function languageOf(element: StructureElement | undefined): string | undefined {
  for (let it = element; it !== undefined; it = it.parent)
    if (it.lang !== undefined) return it.lang;
  return undefined;
}
