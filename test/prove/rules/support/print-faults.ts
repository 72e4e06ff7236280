import { type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Product } from '../../../../src/prove/rules/rule.js';
import { changeStreams, firstPage } from '../../support/edit-file.js';
import {
  catalogOf,
  cuttingLayer,
  drop,
  firstOfType,
  infoOf,
  inner,
  intentOf,
  letter,
  name,
  paint,
  pdfText,
  picture,
  put,
  STATES,
  spot,
  stream,
} from './change-print.js';

/** A good file, changed so that a rule is broken. */
export interface Fault {
  readonly rule: string;
  /** Other rules that the same change breaks, because they ask for the same. */
  readonly also?: readonly string[];
  readonly product?: Product;
  change?(file: PDFDocument): void;
  /** A change of the finished bytes. */
  rewrite?(bytes: Uint8Array): Uint8Array;
}

const inMetadata = (file: PDFDocument, change: (text: string) => string): void => {
  const ref = catalogOf(file).get(name('Metadata'));
  const old = catalogOf(file).lookup(name('Metadata'));
  if (!(old instanceof PDFRawStream)) throw new Error('the file has no metadata');
  const text = Buffer.from(old.contents).toString('utf8');
  const changed = change(text);
  if (changed === text) throw new Error('the metadata did not change');
  file.context.assign(ref as never, PDFRawStream.of(old.dict, Buffer.from(changed)));
};

const rectangle = (colour: string, size = 60): string => `${colour} 100 100 ${size} ${size} re f`;

/** Places on the card: paper at the foot, the blue band at the head. */
const ON_BLUE = { x: 240, y: 590 };

const profileBytes = (file: PDFDocument, change: (bytes: Uint8Array) => void): void => {
  const ref = intentOf(file).get(name('DestOutputProfile'));
  const changes = changeStreams(
    file,
    (it) => it === file.context.lookup(ref as never),
    (text) => {
      const bytes = Buffer.from(text, 'latin1');
      change(bytes);
      return bytes.toString('latin1');
    },
  );
  if (changes !== 1) throw new Error('the profile did not change');
};

const twoSpots = (file: PDFDocument, one: [string, number[]], two: [string, number[]]): void =>
  paint(file, '/FaultA cs 1 scn 100 100 9 9 re f /FaultB cs 1 scn 120 100 9 9 re f', {
    ColorSpace: { FaultA: spot(...one), FaultB: spot(...two) },
  });

/** A form that is drawn once on the first page. */
const form = (file: PDFDocument, content: string, group: object): void =>
  paint(file, '/FaultForm Do', {
    XObject: {
      FaultForm: stream(file, content, {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 900, 900],
        Group: { S: 'Transparency', ...group },
        Resources: { ExtGState: STATES },
      }),
    },
  });

/** One fault for each rule of PDF/X-4, and more where a rule asks several things. */
export const PDFX_FAULTS: readonly Fault[] = [
  {
    rule: 'X01',
    rewrite: (bytes) => {
      const other = bytes.slice();
      other[7] = '4'.charCodeAt(0);
      return other;
    },
  },
  { rule: 'X02', change: ({ context }) => delete (context.trailerInfo as { ID?: unknown }).ID },
  {
    rule: 'X03',
    change: (file) => put(file, catalogOf(file), 'OutputIntents', [intentOf(file), intentOf(file)]),
  },
  { rule: 'X04', change: (file) => drop(intentOf(file), 'OutputConditionIdentifier') },
  {
    rule: 'X05',
    change: (file) => {
      const profile = intentOf(file).lookup(name('DestOutputProfile'));
      if (profile instanceof PDFRawStream) put(file, profile.dict, 'N', 3);
    },
  },
  { rule: 'X05', change: (file) => profileBytes(file, (it) => it.set(Buffer.from('mntr'), 12)) },
  {
    rule: 'X06',
    change: (file) => {
      drop(intentOf(file), 'RegistryName');
      drop(intentOf(file), 'Info');
    },
  },
  { rule: 'X07', change: (file) => inMetadata(file, (it) => it.replace('PDF/X-4', 'PDF/X-3')) },
  {
    rule: 'X08',
    change: (file) =>
      inMetadata(file, (it) => it.replace(/<xmpMM:VersionID>.*<\/xmpMM:VersionID>/, '')),
  },
  { rule: 'X09', change: (file) => put(file, infoOf(file), 'Trapped', pdfText('False')) },
  { rule: 'X09', change: (file) => put(file, infoOf(file), 'Title', pdfText('Other')) },
  { rule: 'X10', change: (file) => put(file, firstPage(file), 'ArtBox', [40, 40, 90, 90]) },
  { rule: 'X10', also: ['R0004'], change: (file) => drop(firstPage(file), 'TrimBox') },
  {
    rule: 'X11',
    change: (file) =>
      put(file, firstPage(file), 'Annots', [
        { Type: 'Annot', Subtype: 'Text', Rect: [90, 90, 99, 99] },
      ]),
  },
  {
    rule: 'X12',
    change: (file) => put(file, catalogOf(file), 'OpenAction', { S: 'GoTo', D: [0, 'Fit'] }),
  },
  {
    rule: 'X12',
    change: (file) =>
      put(file, firstPage(file), 'AA', { O: { S: 'JavaScript', JS: pdfText('1') } }),
  },
  { rule: 'X13', change: (file) => drop(firstOfType(file, 'FontDescriptor'), 'FontFile2') },
  {
    rule: 'X13',
    change: (file) => put(file, firstOfType(file, 'Font', 'CIDFontType2'), 'W', [0, [1], 1, [2]]),
  },
  {
    rule: 'X14',
    change: (file) =>
      firstOfType(file, 'Font', 'Type0').set(name('BaseFont'), PDFName.of('ABCDEF+Gr#FCn')),
  },
  { rule: 'X15', also: ['R0027'], change: (file) => paint(file, rectangle('1 0 0 rg')) },
  {
    rule: 'X16',
    also: ['R0027'],
    change: (file) =>
      paint(file, `/FaultCs cs .5 .5 0 0 scn ${rectangle('')}`, {
        ColorSpace: {
          FaultCs: ['ICCBased', intentOf(file).get(name('DestOutputProfile'))],
        },
      }),
  },
  {
    rule: 'X17',
    change: (file) => twoSpots(file, ['Gold', [0, 0.2, 0.6, 0]], ['Gold', [0, 0.3, 0.6, 0]]),
  },
  {
    rule: 'X18',
    also: ['R0030'],
    change: (file) => put(file, inner(firstPage(file), 'Group'), 'CS', 'DeviceRGB'),
  },
  {
    rule: 'X18',
    change: (file) => {
      drop(firstPage(file), 'Group');
      paint(file, `/FaultGs gs ${rectangle('.2 0 0 0 k')}`, {
        ExtGState: { FaultGs: { ca: 0.5 } },
      });
    },
  },
  {
    rule: 'X19',
    change: (file) => paint(file, '/FaultGs gs', { ExtGState: { FaultGs: { TR: 'Identity' } } }),
  },
  {
    rule: 'X20',
    change: (file) =>
      paint(file, '10 0 0 10 100 100 cm /FaultIm Do', {
        XObject: { FaultIm: picture(file, 200, { Interpolate: true }) },
      }),
  },
  {
    rule: 'X21',
    change: (file) =>
      paint(file, '', {
        XObject: { FaultPs: stream(file, '', { Type: 'XObject', Subtype: 'PS' }) },
      }),
  },
  {
    rule: 'X22',
    change: (file) => put(file, catalogOf(file), 'OCProperties', { OCGs: [], D: { Order: [] } }),
  },
  {
    rule: 'X23',
    change: (file) => put(file, catalogOf(file), 'Names', { EmbeddedFiles: { Names: [] } }),
  },
  { rule: 'X25', also: ['R0002'], change: (file) => put(file, firstPage(file), 'UserUnit', 2) },
];

/** One fault for each rule of the Ghent Workgroup. */
export const GWG_FAULTS: readonly Fault[] = [
  { rule: 'R0002', also: ['X25'], change: (file) => put(file, firstPage(file), 'UserUnit', 1) },
  { rule: 'R0003', change: (file) => put(file, firstPage(file), 'CropBox', [5, 5, 345, 660]) },
  { rule: 'R0004', change: (file) => put(file, firstPage(file), 'Rotate', 90) },
  {
    rule: 'R0005',
    change: (file) => file.getPages()[1]?.node.set(name('Contents'), stream(file, '')),
  },
  { rule: 'R0007', change: (file) => letter(file, '/FaultOn gs 0 0 0 0 k', 20) },
  {
    rule: 'R0008',
    change: (file) => paint(file, `/FaultOn gs ${rectangle('0 0 0 0 k')}`, { ExtGState: STATES }),
  },
  {
    rule: 'R0009',
    change: (file) => letter(file, '/FaultOff gs 0 0 0 1 k', 10, ON_BLUE.x, ON_BLUE.y),
  },
  {
    rule: 'R0010',
    change: (file) =>
      paint(
        file,
        `/FaultOff gs 0 0 0 1 K 1 w ${ON_BLUE.x} ${ON_BLUE.y} m ${ON_BLUE.x + 40} ${ON_BLUE.y} l S`,
        {
          ExtGState: STATES,
        },
      ),
  },
  { rule: 'R0011', change: (file) => letter(file, '/FaultOff gs 0.4 g', 10) },
  {
    rule: 'R0012',
    change: (file) =>
      paint(file, '/FaultOff gs 0.4 G 1 w 100 100 m 140 100 l S', { ExtGState: STATES }),
  },
  {
    rule: 'R0013',
    change: (file) => paint(file, `/FaultOn gs ${rectangle('0.5 g')}`, { ExtGState: STATES }),
  },
  {
    rule: 'R0014',
    change: (file) =>
      firstOfType(file, 'Font', 'Type0').set(name('BaseFont'), name('ABCDEF+Courier')),
  },
  { rule: 'R0015', change: (file) => letter(file, '.7 .7 .7 .9 k', 20) },
  { rule: 'R0016', change: (file) => letter(file, '/FaultOff gs 0 0 0 0 k', 6) },
  { rule: 'R0017', change: (file) => letter(file, '.5 .5 0 0 k', 6) },
  {
    rule: 'R0018',
    change: (file) =>
      paint(file, '/FaultOff gs 0 0 0 0 K .1 w 100 100 m 140 100 l S', { ExtGState: STATES }),
  },
  {
    rule: 'R0018',
    change: (file) =>
      paint(file, '/FaultOff gs 0 0 0 0 k 100 100 60 .1 re f', { ExtGState: STATES }),
  },
  { rule: 'R0019', change: (file) => paint(file, '.5 .5 0 0 K .1 w 100 100 m 140 100 l S') },
  {
    rule: 'R0020',
    product: 'sheet-cmyk',
    change: (file) =>
      paint(file, `/FaultCs cs 1 scn ${rectangle('')}`, {
        ColorSpace: { FaultCs: spot('Gold', [0, 0.2, 0.6, 0]) },
      }),
  },
  {
    rule: 'R0021',
    change: (file) => twoSpots(file, ['Gold C', [0, 0.2, 0.6, 0]], ['Gold U', [0, 0.3, 0.6, 0]]),
  },
  {
    rule: 'R0022',
    change: (file) => twoSpots(file, ['Gold', [0, 0.2, 0.6, 0]], ['GOLD', [0, 0.3, 0.6, 0]]),
  },
  {
    rule: 'R0023',
    change: (file) => twoSpots(file, ['Gold', [0, 0.2, 0.6, 0]], ['Amber', [0, 0.2, 0.6, 0]]),
  },
  {
    rule: 'R0024',
    change: (file) =>
      paint(file, '/FaultCs cs 1 scn 100 100 5 5 re f', {
        ColorSpace: { FaultCs: spot('All', [1, 1, 1, 1]) },
      }),
  },
  {
    rule: 'R0025',
    product: 'label-leaflet',
    change: (file) => {
      cuttingLayer(file);
      paint(file, rectangle('.9 .9 .9 .8 k'));
    },
  },
  { rule: 'R0026', change: (file) => paint(file, rectangle('.9 .9 .9 .8 k')) },
  {
    rule: 'R0027',
    change: (file) =>
      paint(file, `/FaultCs cs 50 20 20 scn ${rectangle('')}`, {
        ColorSpace: { FaultCs: ['Lab', { WhitePoint: [0.96, 1, 0.82] }] },
      }),
  },
  {
    rule: 'R0030',
    change: (file) => form(file, '.2 0 0 0 k 100 100 9 9 re f', { CS: 'DeviceRGB' }),
  },
  {
    rule: 'R0031',
    change: (file) =>
      paint(file, '72 0 0 72 100 100 cm /FaultIm Do', { XObject: { FaultIm: picture(file, 149) } }),
  },
  {
    rule: 'R0032',
    change: (file) =>
      paint(file, '0 0 0 1 k 72 0 0 72 100 100 cm /FaultIm Do', {
        XObject: { FaultIm: picture(file, 549, { ImageMask: true, BitsPerComponent: 1 }) },
      }),
  },
  {
    rule: 'R0033',
    product: 'label-leaflet',
    change: (file) => {
      cuttingLayer(file);
      firstPage(file).set(name('Contents'), stream(file, ''));
      paint(file, '900 0 0 900 -50 -50 cm /FaultIm Do', {
        XObject: { FaultIm: picture(file, 5000) },
      });
    },
  },
  {
    rule: 'R0034',
    also: ['X22'],
    product: 'label-leaflet',
    change: (file) => {
      cuttingLayer(file);
      put(file, inner(catalogOf(file), 'OCProperties'), 'Configs', [{ Order: [] }]);
    },
  },
  {
    rule: 'R0035',
    also: ['X15'],
    change: (file) => {
      profileBytes(file, (it) => it.set(Buffer.from('RGB '), 16));
      const profile = intentOf(file).lookup(name('DestOutputProfile'));
      if (profile instanceof PDFRawStream) put(file, profile.dict, 'N', 3);
    },
  },
  { rule: 'R1001', product: 'label-leaflet' },
  {
    rule: 'LG-OVP-ISO',
    change: (file) =>
      form(file, '/FaultOn gs .2 0 0 0 k 100 100 9 9 re f', { CS: 'DeviceCMYK', I: true }),
  },
];
