import { PDFArray, type PDFObject } from '@cantoo/pdf-lib';
import { quoted } from '../../../diagnostics/quoted.js';
import type { Anatomy } from '../../anatomy/anatomy.js';
import { entryOf, itemsOf, nameOf, textOf } from '../../pdf-values.js';
import { when } from '../rule.js';
import { NAMESPACES, xRules } from './x-rules.js';

const rule = xRules('the printer’s check refuses a file that does not say what it is');

const value = ({ xmp }: Anatomy, namespace: string, name: string): string | undefined =>
  xmp?.get(namespace, name)?.value;

/** What the metadata must say beside the version. */
const OWED: readonly (readonly [string, string, string])[] = [
  ['xmp:CreateDate', NAMESPACES.xmp, 'CreateDate'],
  ['xmp:ModifyDate', NAMESPACES.xmp, 'ModifyDate'],
  ['xmp:MetadataDate', NAMESPACES.xmp, 'MetadataDate'],
  ['dc:title', NAMESPACES.dc, 'title'],
  ['xmpMM:DocumentID', NAMESPACES.media, 'DocumentID'],
  ['xmpMM:VersionID', NAMESPACES.media, 'VersionID'],
  ['xmpMM:RenditionClass', NAMESPACES.media, 'RenditionClass'],
];

/** A comment of four bytes that are no text, so that no program takes the file for text (ISO 32000-1, 7.5.2). */
function hasBinaryMark(bytes: Uint8Array): boolean {
  const lines = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).split(/\r\n|\r|\n/);
  return /^%[\x80-\xff]{4}/.test(lines[1] ?? '');
}

/** `D:20261125120000Z` and `2026-11-25T12:00:00Z` as the same digits. */
const digits = (date: string | undefined): string | undefined =>
  date?.replaceAll(/\D/g, '').slice(0, 14);

function* infoFaults(file: Anatomy): Generator<string> {
  const trapped = nameOf(entryOf(file.info, 'Trapped'));
  const said = value(file, NAMESPACES.pdf, 'Trapped');
  if (trapped !== 'True' && trapped !== 'False') yield 'Info has no Trapped of True or False';
  else if (said !== trapped)
    yield `Info says Trapped ${trapped}, the metadata ${said ?? 'nothing'}`;
  const title = textOf(entryOf(file.info, 'Title'));
  if (!title) yield 'Info has no Title';
  else if (value(file, NAMESPACES.dc, 'title') !== title) yield 'Info and metadata have two titles';
  for (const [key, name] of [
    ['CreationDate', 'CreateDate'],
    ['ModDate', 'ModifyDate'],
  ] as const) {
    const own = digits(textOf(entryOf(file.info, key)));
    if (own === undefined) yield `Info has no ${key}`;
    else if (own !== digits(value(file, NAMESPACES.xmp, name)))
      yield `${key} and xmp:${name} are two days`;
  }
}

const isTwoStrings = (id: PDFObject | undefined): boolean =>
  id instanceof PDFArray &&
  id.size() === 2 &&
  id.asArray().every((it) => (textOf(it) ?? '').length > 0);

/** What the file says that it is. */
export const IDENTIFICATION = [
  rule('X01', 'the file is PDF 1.6, and marked as binary', ({ bytes, catalog }) => {
    const header = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
    const version = nameOf(entryOf(catalog, 'Version'));
    return [
      ...when(header !== '%PDF-1.6', `the file begins with ${quoted(header)}`),
      ...when(version !== undefined && version !== '1.6', `the catalog says PDF ${version ?? ''}`),
      ...when(!hasBinaryMark(bytes), 'no line of binary bytes follows the first'),
    ];
  }),
  rule('X02', 'the file has an ID of two strings and no lock', ({ context }) => {
    const { ID, Encrypt } = context.trailerInfo;
    return [
      ...when(!isTwoStrings(context.lookup(ID)), 'the trailer has no ID of two strings'),
      ...when(Encrypt !== undefined, 'the file is locked'),
    ];
  }),
  rule('X07', 'the metadata can be read without unpacking, and say PDF/X-4', (file) => {
    const version = value(file, NAMESPACES.pdfx, 'GTS_PDFXVersion');
    return [
      ...when(file.xmp === undefined, 'the file has no metadata'),
      ...when(entryOf(file.metadata, 'Filter') !== undefined, 'the metadata are packed'),
      ...when(file.xmp?.isWellFormed === false, 'the metadata are no well-formed XML'),
      ...when(
        file.xmp !== undefined && version !== 'PDF/X-4',
        `GTS_PDFXVersion is ${quoted(version ?? 'not there')}`,
      ),
    ];
  }),
  rule('X08', 'the metadata have dates, title, ids and Trapped', (file) => {
    if (file.xmp === undefined) return [];
    const missing = OWED.filter(([, space, name]) => !value(file, space, name)).map(([it]) => it);
    const trapped = value(file, NAMESPACES.pdf, 'Trapped');
    const isSaid = trapped === 'True' || trapped === 'False';
    const all = isSaid ? missing : [...missing, 'pdf:Trapped'];
    return when(all.length > 0, `the metadata lack ${all.join(', ')}`);
  }),
  rule('X09', 'Info and metadata say the same of title, dates and trapping', (file) => [
    ...infoFaults(file),
  ]),
] as const;

/** The intents of a file that are for print. */
export const pressIntents = ({ catalog }: Anatomy): readonly (PDFObject | undefined)[] =>
  itemsOf(entryOf(catalog, 'OutputIntents')).filter(
    (it) => nameOf(entryOf(it, 'S')) === 'GTS_PDFX',
  );
