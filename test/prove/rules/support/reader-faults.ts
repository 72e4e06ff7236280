import { PDFArray, PDFDict, type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { changeStreams, firstPage, isUnicodeMap } from '../../support/edit-file.js';
import { anyFont, catalogOf, drop, inner, name, pdfText, put, stream } from './change-print.js';
import type { Fault } from './print-faults.js';
import { addTag, rootOf, setContent, tagOf } from './tagged-file.js';

type Change = (file: PDFDocument) => void;

const fault = (rule: string, change: Change, ...also: readonly string[]): Fault => ({
  rule,
  also,
  change,
});

const metadata =
  (before: string | RegExp, after: string): Change =>
  (file) => {
    const old = catalogOf(file).lookup(name('Metadata'));
    if (!(old instanceof PDFRawStream)) throw new Error('the file has no metadata');
    const text = Buffer.from(old.contents).toString('utf8');
    catalogOf(file).set(
      name('Metadata'),
      stream(file, text.replace(before, after), { Type: 'Metadata', Subtype: 'XML' }),
    );
  };

/** Adds tags below the first tag of a type. */
const add =
  (parent: string, type: string, keys: Record<string, unknown> = {}, ...kids: string[]): Change =>
  (file) => {
    addTag(file, tagOf(file, parent).ref, { type, keys, kids: kids.map((it) => ({ type: it })) });
  };

const change =
  (type: string, key: string, value: unknown): Change =>
  (file) =>
    put(file, tagOf(file, type).dict, key, value);
const lose =
  (type: string, key: string): Change =>
  (file) =>
    drop(tagOf(file, type).dict, key);

/** Takes the file's language away, then does something else. */
const mute =
  (then: Change): Change =>
  (file) => {
    drop(catalogOf(file), 'Lang');
    then(file);
  };

/** A tag that stands beside the document, so that no language holds for it. */
const beside = (keys: Record<string, unknown>): Change =>
  mute((file) => addTag(file, rootOf(file), { type: 'P', keys }));

/** A thing that lies over the page, in no tag. */
const lay =
  (subtype: string, keys: Record<string, unknown> = {}): Change =>
  (file) =>
    firstPage(file)
      .lookup(name('Annots'), PDFArray)
      .push(
        file.context.register(
          file.context.obj({
            Type: 'Annot',
            Subtype: subtype,
            Rect: [10, 10, 20, 20],
            ...keys,
          } as never),
        ),
      );

const link = (file: PDFDocument): PDFDict =>
  firstPage(file).lookup(name('Annots'), PDFArray).lookup(0, PDFDict);

/** Content of the first page; \`letter\` shows one. */
const content =
  (of: (letter: string) => string): Change =>
  (file) =>
    setContent(file, (letter) => `/P <</MCID 0>> BDC ${letter} EMC ${of(letter)}`);

const span = (key: string): Change =>
  mute(content(() => `/Artifact BMC /Span <</${key} (x)>> BDC EMC EMC`));

const composite = (file: PDFDocument): PDFDict => file.context.lookup(anyFont(file).font, PDFDict);
const kidOf = (file: PDFDocument): PDFDict =>
  inner(composite(file).lookup(name('DescendantFonts'), PDFArray), 0);
const descriptorOf = (file: PDFDocument): PDFDict => inner(kidOf(file), 'FontDescriptor');

/** A CMap in the file that reads codes as they are. */
const cmap =
  (entries: Record<string, unknown>, body = ''): Change =>
  (file) => {
    const text = `${body} begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange endcmap`;
    const system = { Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 };
    composite(file).set(
      name('Encoding'),
      stream(file, text, { Type: 'CMap', CMapName: 'Own', CIDSystemInfo: system, ...entries }),
    );
  };

/** Sets the page's letter in a simple font over the file's own TrueType program. */
const simple =
  (flags: number, keys: Record<string, unknown>): Change =>
  (file) => {
    const before = descriptorOf(file);
    const descriptor = before.clone();
    descriptor.set(name('Flags'), file.context.obj(flags));
    const font = {
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: 'ABCDEF+Own',
      FirstChar: 65,
      LastChar: 65,
      Widths: [500],
      FontDescriptor: file.context.register(descriptor),
      ...keys,
    };
    put(file, inner(inner(firstPage(file), 'Resources'), 'Font'), 'Simple', font);
    content(() => '/Artifact BMC BT /Simple 12 Tf 50 50 Td (A) Tj ET EMC')(file);
  };

const SYMBOLS = 4;
const LETTERS = 32;

/** What a ToUnicode map says of the letter that the page shows. */
const mapped =
  (to: string): Change =>
  (file) => {
    const { code } = anyFont(file);
    changeStreams(file, isUnicodeMap, (text) =>
      text.replace(/endcmap/, `1 beginbfchar <${code}> <${to}> endbfchar endcmap`),
    );
  };

/** A bare CFF program with one letter, A, 500 wide (Adobe technical note 5176). */
function smallCff(): Uint8Array {
  const index = (...items: number[][]): number[] => {
    const ends = [1];
    for (const item of items) ends.push((ends.at(-1) ?? 1) + item.length);
    return [items.length >> 8, items.length & 255, 1, ...ends, ...items.flat()];
  };
  const long = (value: number): number[] => [29, 0, 0, value >> 8, value & 255];
  const head = [1, 0, 4, 1, ...index([65])];
  const top = (charset: number, glyphs: number): number[] =>
    index([...long(charset), 15, ...long(glyphs), 17]);
  const after = [...[0, 0], ...[0, 0]];
  const charset = head.length + top(0, 0).length + after.length;
  // SID 34 is A; both glyphs end at once.
  return Uint8Array.from([
    ...head,
    ...top(charset, charset + 3),
    ...after,
    0,
    0,
    34,
    ...index([14], [14]),
  ]);
}

const type1 = (file: PDFDocument): void => {
  const program = stream(file, smallCff(), { Subtype: 'Type1C' });
  const descriptor = {
    Type: 'FontDescriptor',
    FontName: 'ABCDEF+Own',
    Flags: LETTERS,
    FontFile3: program,
    CharSet: pdfText('/B'),
  };
  const font = {
    Type: 'Font',
    Subtype: 'Type1',
    BaseFont: 'ABCDEF+Own',
    FirstChar: 65,
    LastChar: 65,
    Widths: [0],
    Encoding: 'WinAnsiEncoding',
    FontDescriptor: descriptor,
  };
  put(file, inner(inner(firstPage(file), 'Resources'), 'Font'), 'Simple', font);
  content(() => '/Artifact BMC BT /Simple 12 Tf 50 50 Td (A) Tj ET EMC')(file);
};

/** A drawing with a tag of its own, painted this often. */
const drawing =
  (times: number, entries: Record<string, unknown> = {}): Change =>
  (file) => {
    const form = stream(file, '/Artifact <</MCID 7>> BDC 0 0 9 9 re f EMC', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 9, 9],
      ...entries,
    });
    put(file, inner(firstPage(file), 'Resources'), 'XObject', { Drawing: form });
    content(() => '/Drawing Do '.repeat(times))(file);
  };

const HEADER = 5;

/** One fault for each rule of PDF/UA-1. */
export const PDFUA_FAULTS: readonly Fault[] = [
  fault('5-1', metadata(/<pdfuaid:part>.*<\/pdfuaid:part>/, '')),
  fault('5-2', metadata('part>1<', 'part>2<')),
  fault('5-3', metadata(/pdfuaid/g, 'ua')),
  fault(
    '5-4',
    metadata(
      '<dc:title>',
      '<ua:amd xmlns:ua="http://www.aiim.org/pdfua/ns/id/">1</ua:amd><dc:title>',
    ),
  ),
  fault(
    '5-5',
    metadata(
      '<dc:title>',
      '<ua:corr xmlns:ua="http://www.aiim.org/pdfua/ns/id/">1</ua:corr><dc:title>',
    ),
  ),
  {
    rule: '6.1-1',
    rewrite: (bytes) => bytes.map((it, at) => (at === HEADER ? '2'.charCodeAt(0) : it)),
  },
  fault('6.2-1', (file) => drop(catalogOf(file), 'MarkInfo')),
  fault('7.1-1', (file) =>
    setContent(file, (letter) => `/P <</MCID 0>> BDC /Artifact BMC ${letter} EMC EMC`),
  ),
  fault('7.1-2', (file) =>
    setContent(file, (letter) => `/Artifact BMC /P <</MCID 0>> BDC ${letter} EMC EMC`),
  ),
  fault(
    '7.1-3',
    content(() => '0 0 9 9 re f'),
  ),
  fault('7.1-4', (file) =>
    put(file, catalogOf(file), 'MarkInfo', { Marked: true, Suspects: true }),
  ),
  fault('7.1-5', add('Document', 'Slogan')),
  fault('7.1-6', (file) => {
    put(file, file.context.lookup(rootOf(file), PDFDict), 'RoleMap', { One: 'Two', Two: 'One' });
    add('Document', 'One')(file);
  }),
  fault('7.1-7', (file) =>
    put(file, file.context.lookup(rootOf(file), PDFDict), 'RoleMap', { P: 'Div' }),
  ),
  fault('7.1-8', (file) => {
    const packet = catalogOf(file).lookup(name('Metadata'));
    if (packet instanceof PDFRawStream) drop(packet.dict, 'Subtype');
  }),
  fault('7.1-9', metadata(/<dc:title>.*<\/dc:title>/, '')),
  fault('7.1-10', (file) => drop(catalogOf(file), 'ViewerPreferences')),
  fault('7.1-11', (file) => drop(catalogOf(file), 'StructTreeRoot'), '7.1-3', '7.18.5-1'),
  fault('7.1-12', lose('H2', 'P')),
  fault(
    '7.2-2',
    mute((file) => put(file, catalogOf(file), 'Outlines', { First: { Title: pdfText('Help') } })),
  ),
  fault('7.2-3', add('Table', 'P')),
  fault('7.2-4', add('Document', 'TR')),
  fault('7.2-5', add('Document', 'THead')),
  fault('7.2-6', add('Document', 'TBody')),
  fault('7.2-7', add('Document', 'TFoot')),
  fault('7.2-8', add('Document', 'TH')),
  fault('7.2-9', add('Document', 'TD')),
  fault('7.2-10', add('TR', 'P')),
  fault('7.2-11', add('Table', 'THead')),
  fault('7.2-12', add('Table', 'TFoot')),
  fault('7.2-13', (file) => {
    addTag(file, tagOf(file, 'Document').ref, { type: 'Table', kids: [{ type: 'TFoot' }] });
  }),
  fault('7.2-14', (file) => {
    addTag(file, tagOf(file, 'Document').ref, { type: 'Table', kids: [{ type: 'THead' }] });
  }),
  // The second cell of the first row reaches down over a cell that is as wide as the table.
  fault('7.2-15', (file) => {
    const down = file.context.obj({ O: 'Table', RowSpan: 2, Scope: 'Column' });
    const broad = file.context.obj({ O: 'Table', ColSpan: 2, Scope: 'Column' });
    const cell = (A?: unknown) => ({ type: 'TH', keys: A === undefined ? {} : { A } });
    addTag(file, tagOf(file, 'Document').ref, {
      type: 'Table',
      kids: [
        { type: 'TR', kids: [cell(), cell(down)] },
        { type: 'TR', kids: [cell(broad)] },
      ],
    });
  }),
  fault('7.2-16', (file) => {
    addTag(file, tagOf(file, 'Document').ref, {
      type: 'Table',
      kids: [{ type: 'TBody' }, { type: 'Caption' }, { type: 'TBody' }],
    });
  }),
  fault('7.2-17', add('Document', 'LI')),
  fault('7.2-18', add('Document', 'LBody')),
  fault('7.2-19', add('L', 'P')),
  fault('7.2-20', add('LI', 'P')),
  fault('7.2-21', beside({ ActualText: pdfText('x') })),
  fault('7.2-22', beside({ Alt: pdfText('x') })),
  fault('7.2-23', beside({ E: pdfText('x') })),
  fault('7.2-24', mute(lay('Popup', { Contents: pdfText('x') }))),
  fault(
    '7.2-25',
    mute((file) =>
      file.context.register(file.context.obj({ FT: 'Tx', TU: pdfText('x') } as never)),
    ),
  ),
  fault('7.2-26', add('Document', 'TOCI')),
  fault('7.2-27', add('TOC', 'P')),
  fault('7.2-28', add('TOC', 'Caption')),
  fault('7.2-29', change('H1', 'Lang', pdfText('en_GB'))),
  fault('7.2-30', span('ActualText')),
  fault('7.2-31', span('Alt')),
  fault('7.2-32', span('E')),
  fault('7.2-33', mute(metadata('xml:lang="en"', 'xml:lang="x-default"'))),
  fault('7.2-34', mute(lose('Document', 'Lang')), '7.2-22', '7.2-24'),
  fault('7.2-36', add('THead', 'P')),
  fault('7.2-37', add('TBody', 'P')),
  fault('7.2-38', add('TFoot', 'P')),
  fault('7.2-39', add('Table', 'Caption')),
  fault('7.2-40', add('L', 'Caption')),
  fault('7.2-41', (file) => {
    const down = file.context.obj({ O: 'Table', RowSpan: 2 });
    addTag(file, tagOf(file, 'Document').ref, {
      type: 'Table',
      kids: [{ type: 'TR', kids: [{ type: 'TH', keys: { A: down } }] }],
    });
  }),
  fault('7.2-42', add('TBody', 'TR', {}, 'TH', 'TH', 'TH')),
  fault('7.2-43', add('TBody', 'TR', {}, 'TH')),
  fault('7.3-1', lose('Figure', 'Alt')),
  fault('7.4.2-1', add('Document', 'H4')),
  fault('7.4.4-1', (file) => {
    for (const type of ['H1', 'H2']) put(file, tagOf(file, type).dict, 'S', 'H');
  }),
  fault('7.4.4-2', add('Document', 'H'), '7.4.4-3'),
  fault('7.4.4-3', add('Document', 'H'), '7.4.4-2'),
  fault('7.5-1', (file) => {
    for (const type of ['TH', 'TH']) {
      const { dict } = tagOf(file, type);
      drop(dict, 'A');
      put(file, dict, 'S', 'TD');
    }
  }),
  fault('7.5-2', (file) => {
    addTag(file, tagOf(file, 'Document').ref, {
      type: 'Table',
      kids: [
        {
          type: 'TR',
          kids: [
            {
              type: 'TD',
              keys: { A: file.context.obj({ O: 'Table', Headers: [pdfText('none')] } as never) },
            },
          ],
        },
      ],
    });
  }),
  fault('7.7-1', lose('Formula', 'Alt')),
  fault('7.9-1', lose('Note', 'ID')),
  fault('7.9-2', add('Document', 'Note', { ID: pdfText('n1') })),
  fault('7.10-1', (file) => put(file, catalogOf(file), 'OCProperties', { OCGs: [], D: {} })),
  fault('7.10-2', (file) =>
    put(file, catalogOf(file), 'OCProperties', { OCGs: [], D: { Name: pdfText('x'), AS: [] } }),
  ),
  fault('7.11-1', (file) =>
    file.context.register(file.context.obj({ Type: 'Filespec', F: pdfText('x'), EF: {} } as never)),
  ),
  fault('7.15-1', (file) =>
    put(file, catalogOf(file), 'AcroForm', {
      XFA: stream(file, '<dynamicRender>required</dynamicRender>'),
    }),
  ),
  fault('7.16-1', ({ context }) => {
    context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', P: -4096 }));
  }),
  fault('7.18.1-1', lay('Text', { Contents: pdfText('x') })),
  fault('7.18.1-2', lay('Text'), '7.18.1-1'),
  fault('7.18.1-3', lay('Widget'), '7.18.4-1'),
  fault('7.18.2-1', lay('TrapNet', { Contents: pdfText('x') }), '7.18.1-1'),
  fault('7.18.3-1', (file) => drop(firstPage(file), 'Tabs')),
  fault('7.18.4-1', lay('Widget', { TU: pdfText('x') })),
  fault('7.18.4-2', add('Document', 'Form')),
  fault('7.18.5-1', (file) => drop(link(file), 'StructParent')),
  fault('7.18.5-2', (file) => drop(link(file), 'Contents'), '7.18.1-2'),
  fault('7.18.6.2-1', (file) =>
    file.context.register(
      file.context.obj({
        Type: 'MediaClip',
        S: 'MCD',
        D: pdfText('x'),
        Alt: [pdfText('en'), pdfText('x')],
      } as never),
    ),
  ),
  fault('7.18.6.2-2', (file) =>
    file.context.register(
      file.context.obj({ Type: 'MediaClip', S: 'MCD', D: pdfText('x'), CT: pdfText('x') } as never),
    ),
  ),
  fault('7.18.8-1', lay('PrinterMark', { Contents: pdfText('x'), StructParent: 1 })),
  fault('7.20-1', drawing(1, { Ref: {} })),
  fault('7.20-2', drawing(2)),
  fault('7.21.3.1-1', (file) => composite(file).set(name('Encoding'), name('GBK-EUC-H'))),
  fault('7.21.3.2-1', (file) => drop(kidOf(file), 'CIDToGIDMap')),
  fault(
    '7.21.3.3-1',
    (file) => composite(file).set(name('Encoding'), name('Other-H')),
    '7.21.3.1-1',
  ),
  fault('7.21.3.3-2', cmap({ WMode: 1 })),
  fault('7.21.3.3-3', cmap({}, '/Other-H usecmap')),
  fault('7.21.4.1-1', (file) => drop(descriptorOf(file), 'FontFile2')),
  fault(
    '7.21.4.1-2',
    content(() => '/Artifact BMC BT /Own 12 Tf <FFFF> Tj ET EMC'),
    '7.21.7-1',
  ),
  fault('7.21.4.2-1', type1),
  fault('7.21.4.2-2', (file) =>
    descriptorOf(file).set(name('CIDSet'), stream(file, new Uint8Array(1))),
  ),
  fault('7.21.5-1', (file) => put(file, kidOf(file), 'W', [0, 65535, 1])),
  fault('7.21.6-1', simple(LETTERS, { Encoding: 'WinAnsiEncoding' })),
  fault('7.21.6-2', simple(LETTERS, { Encoding: 'StandardEncoding' }), '7.21.6-1'),
  fault('7.21.6-3', simple(SYMBOLS, { Encoding: 'WinAnsiEncoding' }), '7.21.6-4'),
  fault('7.21.6-4', simple(SYMBOLS, {}), '7.21.7-1'),
  fault('7.21.7-1', (file) => drop(composite(file), 'ToUnicode')),
  fault('7.21.7-2', mapped('FEFF')),
  fault(
    '7.21.8-1',
    content(() => '/Artifact BMC BT 3 Tr /Own 12 Tf <0000> Tj ET EMC'),
    '7.21.7-1',
  ),
];
