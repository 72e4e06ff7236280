import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { printed } from '../../support/card.js';
import { edited, firstPage } from '../../support/edit-file.js';
import { anyFont, catalogOf, name, pdfText, put, stream } from './change-print.js';

const PACKET = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="en">A leaflet</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;

/** What a tag holds: other tags, and keys of its own. */
interface Tag {
  readonly type: string;
  readonly keys?: Readonly<Record<string, unknown>>;
  readonly kids?: readonly Tag[];
}

const tag = (type: string, kids: readonly Tag[] = [], keys: Tag['keys'] = {}): Tag => ({
  type,
  kids,
  keys,
});

/** Adds a tag below another. */
export function addTag(
  file: PDFDocument,
  parent: PDFRef,
  { type, kids = [], keys = {} }: Tag,
): PDFRef {
  const dict = file.context.obj({
    Type: 'StructElem',
    S: type,
    P: parent,
    ...keys,
  } as never) as unknown as PDFDict;
  const ref = file.context.register(dict);
  const above = file.context.lookup(parent, PDFDict);
  const held = above.lookup(name('K'));
  if (held instanceof PDFArray) held.push(ref);
  else above.set(name('K'), file.context.obj([ref]));
  for (const kid of kids) addTag(file, ref, kid);
  return ref;
}

const scope = (file: PDFDocument) => file.context.obj({ O: 'Table', Scope: 'Column' });

/** The tag of this type that comes first, and the tag tree's root. */
export function tagOf(
  file: PDFDocument,
  type: string,
): { readonly dict: PDFDict; readonly ref: PDFRef } {
  for (const [ref, object] of file.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(name('S')) === name(type) && object.has(name('P')))
      return { dict: object, ref };
  throw new Error(`no tag ${type}`);
}

export const rootOf = (file: PDFDocument): PDFRef =>
  catalogOf(file).get(name('StructTreeRoot')) as PDFRef;

/** Gives the first page new content in one tag, P, with a letter of the file's own font. */
export function setContent(file: PDFDocument, content: (letter: string) => string): void {
  const { code } = anyFont(file);
  firstPage(file).set(
    name('Contents'),
    stream(file, content(`BT /Own 12 Tf 100 100 Td <${code}> Tj ET`)),
  );
}

/** A file of one page with a tag of each kind that a leaflet can have, good by every rule of PDF/UA-1. */
export const taggedFile = (): Promise<Uint8Array> =>
  edited(printed().bytes, (file) => {
    const { context } = file;
    const catalog = catalogOf(file);
    file.removePage(1);
    const page = firstPage(file);
    put(file, catalog, 'MarkInfo', { Marked: true });
    put(file, catalog, 'ViewerPreferences', { DisplayDocTitle: true });
    catalog.delete(name('OutputIntents'));
    catalog.set(name('Metadata'), stream(file, PACKET, { Type: 'Metadata', Subtype: 'XML' }));
    put(file, page, 'Resources', { Font: { Own: anyFont(file).font } });
    setContent(file, (letter) => `/P <</MCID 0>> BDC ${letter} EMC /Artifact BMC 0 0 9 9 re f EMC`);
    const root = context.register(context.obj({ Type: 'StructTreeRoot', K: [] }));
    catalog.set(name('StructTreeRoot'), root);
    const link = context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [90, 90, 120, 120],
      StructParent: 1,
      Contents: pdfText('The helpline'),
    } as never);
    const linkRef = context.register(link as PDFObject);
    page.set(name('Annots'), context.obj([linkRef]));
    put(file, page, 'Tabs', 'S');
    put(file, page, 'StructParents', 0);
    const whole = addTag(file, root, tag('Document', [], { Lang: pdfText('en') }));
    const text = addTag(file, whole, tag('P', [], { Pg: file.getPages()[0]?.ref, K: 0 }));
    const linkTag = addTag(file, whole, tag('Link', [], { K: { Type: 'OBJR', Obj: linkRef } }));
    for (const it of rest(file)) addTag(file, whole, it);
    put(file, context.lookup(root, PDFDict), 'ParentTree', { Nums: [0, [text], 1, linkTag] });
  });

const rest = (file: PDFDocument): readonly Tag[] => [
  tag('H1'),
  tag('H2'),
  tag('L', [tag('Caption'), tag('LI', [tag('Lbl'), tag('LBody')])]),
  tag('TOC', [tag('Caption'), tag('TOCI')]),
  tag('Table', [
    tag('Caption'),
    tag('THead', [
      tag('TR', [tag('TH', [], { A: scope(file) }), tag('TH', [], { A: scope(file) })]),
    ]),
    tag('TBody', [tag('TR', [tag('TD'), tag('TD')])]),
    tag('TFoot', [tag('TR', [tag('TD'), tag('TD')])]),
  ]),
  tag('Figure', [], { Alt: PDFHexString.fromText('A phone') }),
  tag('Formula', [], { Alt: PDFHexString.fromText('One and one') }),
  tag('Note', [], { ID: PDFHexString.fromText('n1') }),
];
