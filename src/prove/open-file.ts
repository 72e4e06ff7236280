import { PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import type { Allowance } from './decode-stream.js';
import { parseObjects } from './parse-objects.js';
import { entryOf, itemsOf, nameOf } from './pdf-values.js';

/** Limits of what is read back: far above any leaflet, low enough that a made-up file cannot hold a machine. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_PAGES = 5000;
const MOST_CONTENT = 64 * 1024 * 1024;
/** Deepest page tree; our own is two levels. */
const DEEPEST_TREE = 32;

/** A file's objects, opened to be read back. */
export interface OpenFile {
  readonly catalog: PDFObject | undefined;
  readonly pages: readonly PDFDict[];
  readonly allowance: Allowance;
}

/** Opens a finished file without trust in it: what cannot be read is a finding. */
export async function openFile(
  bytes: Uint8Array,
  at: Place,
): Promise<{ readonly value: OpenFile | undefined; readonly findings: readonly Finding[] }> {
  if (bytes.length > MOST_BYTES) return refuse(tooLarge(at, bytes.length));
  try {
    const context = await parseObjects(bytes);
    if (context.trailerInfo.Encrypt !== undefined) return refuse(encrypted(at));
    const catalog = context.lookup(context.trailerInfo.Root);
    const pages: PDFDict[] = [];
    collectPages(entryOf(catalog, 'Pages'), pages, new Set(), 0);
    if (pages.length > MOST_PAGES) return refuse(tooManyPages(at));
    if (pages.length === 0) return refuse(unreadable(at));
    return { value: { catalog, pages, allowance: { bytes: MOST_CONTENT } }, findings: [] };
  } catch {
    return refuse(unreadable(at));
  }
}

/** Gathers the pages of a page tree, in order. */
export function collectPages(
  node: PDFObject | undefined,
  pages: PDFDict[],
  seen: Set<PDFObject>,
  depth: number,
): void {
  if (!(node instanceof PDFDict) || depth > DEEPEST_TREE || pages.length > MOST_PAGES) return;
  const kids = entryOf(node, 'Kids');
  if (kids === undefined || nameOf(entryOf(node, 'Type')) === 'Page') {
    pages.push(node);
    return;
  }
  if (seen.has(node)) return;
  seen.add(node);
  for (const kid of itemsOf(kids)) collectPages(kid, pages, seen, depth + 1);
}

const refuse = (fault: Finding) => ({ value: undefined, findings: [fault] });

const unreadable = (at: Place): Finding =>
  finding(
    'prove/unreadable',
    at,
    'no page can be read from the file',
    'make it again with "safeleaf build", or get it again from where it came from',
  );

const encrypted = (at: Place): Finding =>
  finding(
    'prove/encrypted',
    at,
    'the file is locked with a password or permissions',
    'save it without protection, or make it again with "safeleaf build"',
  );

const tooLarge = (at: Place, size: number): Finding =>
  finding(
    'prove/too-large',
    at,
    `the file has ${Math.ceil(size / 1_048_576)} MB; at most ${MOST_BYTES / 1_048_576} MB are read back`,
    'split it, or make it again with "safeleaf build"',
  );

const tooManyPages = (at: Place): Finding =>
  finding(
    'prove/too-large',
    at,
    `the file has more than ${MOST_PAGES} pages`,
    'split it, or make it again with "safeleaf build"',
  );
