import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { firstPage } from '../../support/edit-file.js';

/** What may stand in a PDF dictionary when it is written as an object of JavaScript. */
type Plain = unknown;

export const name = PDFName.of;

/** The catalog of a file. */
export const catalogOf = (file: PDFDocument): PDFDict => file.catalog;

/** A dictionary behind a key, references followed. */
export function inner(dict: PDFDict | PDFArray, key: string | number): PDFDict {
  const found =
    dict instanceof PDFArray ? dict.lookup(Number(key)) : dict.lookup(name(String(key)));
  if (!(found instanceof PDFDict)) throw new Error(`no dictionary at ${key}`);
  return found;
}

export const intentOf = (file: PDFDocument): PDFDict =>
  inner(catalogOf(file).lookup(name('OutputIntents'), PDFArray), 0);

export function infoOf(file: PDFDocument): PDFDict {
  const info = file.context.lookup(file.context.trailerInfo.Info);
  if (!(info instanceof PDFDict)) throw new Error('the file has no Info');
  return info;
}

/** The first dictionary of this type. */
export function firstOfType(file: PDFDocument, type: string, subtype?: string): PDFDict {
  for (const [, object] of file.context.enumerateIndirectObjects())
    if (
      object instanceof PDFDict &&
      object.get(name('Type')) === name(type) &&
      (subtype === undefined || object.get(name('Subtype')) === name(subtype))
    )
      return object;
  throw new Error(`no ${type}`);
}

export const put = (file: PDFDocument, dict: PDFDict, key: string, value: Plain): void =>
  dict.set(name(key), file.context.obj(value as never) as PDFObject);

export const drop = (dict: PDFDict, key: string): void => {
  dict.delete(name(key));
};

/** A stream with these entries. */
export const stream = (
  file: PDFDocument,
  text: string | Uint8Array,
  entries: Record<string, Plain> = {},
): PDFRef => file.context.register(file.context.stream(text, entries as never));

/** Adds resources and a content stream to the first page, drawn last. */
export function paint(
  file: PDFDocument,
  content: string,
  resources: Readonly<Record<string, Readonly<Record<string, Plain>>>> = {},
): void {
  const page = firstPage(file);
  const own = inner(page, 'Resources');
  for (const [kind, entries] of Object.entries(resources)) {
    const group = own.lookup(name(kind));
    const dict = group instanceof PDFDict ? group : (file.context.obj({}) as PDFDict);
    own.set(name(kind), dict);
    for (const [key, value] of Object.entries(entries)) put(file, dict, key, value);
  }
  const before = page.get(name('Contents'));
  const list = page.lookup(name('Contents'));
  const parts = list instanceof PDFArray ? list.asArray() : [before as PDFObject];
  const added = stream(file, `\nq\n${content}\nQ\n`);
  page.set(name('Contents'), file.context.obj([...parts, added] as never));
}

/** A composite font of the file, and the code of a letter that it has. */
export function anyFont(file: PDFDocument): { readonly font: PDFRef; readonly code: string } {
  for (const [ref, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Subtype')) !== name('Type0')) continue;
    const kid = inner(object.lookup(name('DescendantFonts'), PDFArray), 0);
    const widths = kid.lookup(name('W'), PDFArray);
    const code = widths.lookup(2, PDFNumber).asNumber();
    return { font: ref, code: code.toString(16).padStart(4, '0') };
  }
  throw new Error('the file has no composite font');
}

/** Sets one letter at a place, in points of the page. */
export function letter(file: PDFDocument, look: string, size: number, x = 120, y = 120): void {
  const { font, code } = anyFont(file);
  paint(file, `${look} BT /FaultFont ${size} Tf ${x} ${y} Td <${code}> Tj ET`, {
    Font: { FaultFont: font },
    ExtGState: STATES,
  });
}

/** Overprint on and off. */
export const STATES = {
  FaultOn: { Type: 'ExtGState', OP: true, op: true, OPM: 1 },
  FaultOff: { Type: 'ExtGState', OP: false, op: false, OPM: 0 },
} as const;

/** A spot ink's colour space. */
export const spot = (plate: string, cmyk: readonly number[]): Plain => [
  'Separation',
  plate,
  'DeviceCMYK',
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [...cmyk], N: 1 },
];

/** A layer that is the line to cut (ISO 19593-1). */
export function cuttingLayer(file: PDFDocument): void {
  const layer = file.context.register(
    file.context.obj({
      Type: 'OCG',
      Name: pdfText('Cutting'),
      GTS_Metadata: { GTS_ProcStepsGroup: 'Structural', GTS_ProcStepsType: 'Cutting' },
    }),
  );
  put(file, catalogOf(file), 'OCProperties', {
    OCGs: [layer],
    D: { Name: pdfText('Print'), Order: [layer] },
  } as never);
}

/** A text string. */
export const pdfText = (text: string) => PDFHexString.fromText(text);

/** A picture of this many pixels a side, one byte an ink. */
export const picture = (
  file: PDFDocument,
  side: number,
  entries: Record<string, Plain> = {},
): PDFRef =>
  stream(file, new Uint8Array(16), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: side,
    Height: side,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceCMYK',
    ...entries,
  });
