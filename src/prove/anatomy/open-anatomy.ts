import { PDFArray, PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { type Allowance, decodeStream } from '../decode-stream.js';
import { inSilence } from '../in-silence.js';
import { collectPages } from '../open-file.js';
import { parseObjects } from '../parse-objects.js';
import { entryOf, keysOf } from '../pdf-values.js';
import type { Anatomy } from './anatomy.js';
import { DrawnReader } from './read-drawn.js';
import { readNotes } from './read-notes.js';
import { readXmp } from './read-xmp.js';
import { readStructure } from './structure.js';

/** Limits of what is read: far above any leaflet, low enough that a made-up file cannot hold a machine. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_CONTENT = 64 * 1024 * 1024;
const MOST_DICTIONARIES = 500_000;
const DEEPEST = 40;

/** Reads all of a file that rules ask for; undefined where nothing of it can be read. Never throws. */
export async function openAnatomy(bytes: Uint8Array): Promise<Anatomy | undefined> {
  if (bytes.length > MOST_BYTES) return undefined;
  try {
    return await inSilence(() => read(bytes));
  } catch {
    return undefined;
  }
}

async function read(bytes: Uint8Array): Promise<Anatomy | undefined> {
  const context = await parseObjects(bytes);
  const catalog = context.lookup(context.trailerInfo.Root);
  const pages: PDFDict[] = [];
  collectPages(entryOf(catalog, 'Pages'), pages, new Set(), 0);
  const allowance: Allowance = { bytes: MOST_CONTENT };
  const metadata = entryOf(catalog, 'Metadata');
  const packet = decodeStream(metadata, allowance);
  const content = new DrawnReader(allowance);
  const notes = pages.flatMap(readNotes);
  for (const [index, page] of pages.entries()) content.readPage(page, index);
  for (const { dict, page } of notes)
    for (const look of looksOf(dict)) content.readAside(look, page);
  return {
    bytes,
    context,
    catalog,
    info: context.lookup(context.trailerInfo.Info),
    pages,
    xmp: packet === undefined ? undefined : readXmp(packet),
    metadata,
    structure: readStructure(catalog),
    content,
    notes,
    dictionaries: everyDictionary(context.enumerateIndirectObjects().map(([, it]) => it)),
    unpack: (stream) => decodeStream(stream, allowance),
  };
}

/** The forms that a note is drawn with: one, or one for each of its states. */
function looksOf(note: PDFObject): readonly PDFObject[] {
  const looks = entryOf(note, 'AP');
  return keysOf(looks).flatMap((key) => {
    const look = entryOf(looks, key);
    if (look instanceof PDFStream) return [look];
    return keysOf(look).flatMap((state) => {
      const form = entryOf(look, state);
      return form instanceof PDFStream ? [form] : [];
    });
  });
}

function everyDictionary(objects: readonly PDFObject[]): readonly PDFDict[] {
  const found = new Set<PDFDict>();
  const visit = (object: PDFObject | undefined, depth: number): void => {
    if (depth > DEEPEST || found.size >= MOST_DICTIONARIES) return;
    if (object instanceof PDFStream) visit(object.dict, depth);
    else if (object instanceof PDFArray) for (const it of object.asArray()) visit(it, depth + 1);
    else if (object instanceof PDFDict && !found.has(object)) {
      found.add(object);
      for (const it of object.values()) visit(it, depth + 1);
    }
  };
  for (const object of objects) visit(object, 0);
  return [...found];
}
