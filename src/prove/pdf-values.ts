import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** The dictionary of an object: itself, or a stream's. */
function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFStream ? object.dict : undefined;
}

/** What a key of a dictionary leads to, references followed; undefined where there is none. */
export function entryOf(object: PDFObject | undefined, key: string): PDFObject | undefined {
  return dictOf(object)?.lookup(PDFName.of(key));
}

/** The items of an array, references followed. */
export function itemsOf(object: PDFObject | undefined): readonly (PDFObject | undefined)[] {
  if (!(object instanceof PDFArray)) return [];
  return Array.from({ length: object.size() }, (_, at) => object.lookup(at));
}

export const numberOf = (object: PDFObject | undefined): number | undefined =>
  object instanceof PDFNumber ? object.asNumber() : undefined;

export const nameOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFName ? object.decodeText() : undefined;

export const textOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;

/** The keys of a dictionary, in the file's order. */
export const keysOf = (object: PDFObject | undefined): readonly string[] =>
  dictOf(object)
    ?.keys()
    .map((key) => key.decodeText()) ?? [];

/** Numbers of an array; undefined where one is none or their count is another. */
export function numbersOf(
  object: PDFObject | undefined,
  count: number,
): readonly number[] | undefined {
  const numbers = itemsOf(object).map(numberOf);
  const isWhole =
    numbers.length === count && numbers.every((it) => it !== undefined && Number.isFinite(it));
  return isWhole ? (numbers as number[]) : undefined;
}

/** The items of an array, or the one object that stands in its place. */
export const listOf = (object: PDFObject | undefined): readonly (PDFObject | undefined)[] =>
  object instanceof PDFArray ? itemsOf(object) : object === undefined ? [] : [object];

export const isTrue = (object: PDFObject | undefined): boolean => object?.toString() === 'true';
