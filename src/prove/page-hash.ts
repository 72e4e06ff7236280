import { createHash, type Hash } from 'node:crypto';
import { PDFArray, PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

/** What leads from a page to other pages, and what says nothing of how a page looks. */
const NOT_FOLLOWED: ReadonlySet<string> = new Set(['Kids', 'Pages', 'Metadata']);

/**
 * The hash of all that a page shows or is read from: the page and every object that it leads to, as they stand in
 * the file but for their numbers, and what the file's catalog says of all pages.
 */
export function pageHash(page: PDFDict, catalog: PDFObject | undefined): string {
  const hash = createHash('sha256');
  const seen = new Map<PDFObject, number>();
  add(page, hash, seen);
  if (catalog !== undefined) add(catalog, hash, seen);
  return hash.digest('hex');
}

function add(object: PDFObject | undefined, hash: Hash, seen: Map<PDFObject, number>): void {
  if (object === undefined) {
    hash.update(' none ');
    return;
  }
  const number = seen.get(object);
  if (number !== undefined) {
    hash.update(` seen ${number} `);
    return;
  }
  if (object instanceof PDFDict) addEntries(object, object, hash, seen);
  else if (object instanceof PDFRawStream) {
    addEntries(object, object.dict, hash, seen);
    hash.update(` stream ${object.contents.length} `).update(object.contents);
  } else if (object instanceof PDFArray) {
    seen.set(object, seen.size);
    hash.update(` array ${object.size()} `);
    for (let at = 0; at < object.size(); at += 1) add(object.lookup(at), hash, seen);
  } else hash.update(` ${object.constructor.name} ${object.toString()} `);
}

function addEntries(
  object: PDFObject,
  dict: PDFDict,
  hash: Hash,
  seen: Map<PDFObject, number>,
): void {
  seen.set(object, seen.size);
  const entries = dict.entries().filter(([key]) => !NOT_FOLLOWED.has(key.decodeText()));
  hash.update(` dict ${entries.length} `);
  for (const [key] of entries) {
    hash.update(` ${key.toString()} `);
    add(dict.lookup(key), hash, seen);
  }
}
