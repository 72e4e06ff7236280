import { closeSync, fstatSync, openSync } from 'node:fs';
import { longFile } from '../batch/long-file.js';
import type { LeafletEntry, Manifest } from '../batch/manifest.js';
import { type Finding, finding } from '../diagnostics/finding.js';
import type { Eyes } from '../prove/eyes.js';
import type { LeafletRecord } from '../prove/leaflet-record.js';
import { type LongFile, openPuller, type PagePuller } from '../prove/pull-pages.js';
import { recordOf, verifyFile } from '../prove/verify-file.js';
import { runningHash, sha256Hex } from '../units/hash.js';

/** A finished file that holds many leaflets, with what the manifest says of each. */
export interface ManyTarget {
  readonly path: string;
  /** As the user would write it. */
  readonly shown: string;
  readonly manifest: Manifest;
  readonly sha256: string;
  readonly entries: readonly LeafletEntry[];
}

/** Bytes that are hashed at a time. */
const PIECE = 4 * 1024 * 1024;

/**
 * Reads every leaflet of a file of many back. The codes, which are alike for all leaflets of a form, are
 * looked at on the first of each.
 */
export async function verifyRecords(target: ManyTarget, eyes: Eyes): Promise<readonly Finding[]> {
  const file = openSync(target.path, 'r');
  try {
    const long = longFile(file, fstatSync(file).size);
    const puller = openPuller(long);
    if (puller === undefined) return [unreadable(target.shown)];
    const changed = hashOf(long) === target.sha256 ? [] : [savedAnew(target.shown)];
    return [...changed, ...(await verifyAll(target, puller, eyes))];
  } finally {
    closeSync(file);
  }
}

async function verifyAll(
  { manifest, entries, shown }: ManyTarget,
  puller: PagePuller,
  eyes: Eyes,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let page = 0;
  for (const entry of [...entries].sort((a, b) => (a.record ?? 0) - (b.record ?? 0))) {
    const file = `${shown}, leaflet ${entry.record}`;
    const record = recordOf({ ...entry, sha256: '' }, manifest);
    if (record === undefined) return [...findings, unsaid(shown)];
    const pulled = puller.pull(page, record.sides.length);
    page += record.sides.length;
    if (pulled === undefined) findings.push(unreadable(file));
    else {
      const owed = seen.has(entry.form) ? withoutCodes(record) : record;
      const own = { ...owed, file, sha256: sha256Hex(pulled) };
      findings.push(...(await verifyFile(pulled, own, eyes)));
    }
    seen.add(entry.form);
  }
  if (page !== puller.pageCount) findings.push(morePages(shown, page, puller.pageCount));
  return findings;
}

const withoutCodes = (record: LeafletRecord): LeafletRecord => ({
  ...record,
  shows: Object.fromEntries(
    Object.entries(record.shows).map(([key, panel]) => [key, { ...panel, codes: [] }]),
  ),
});

function hashOf(file: LongFile): string {
  const hash = runningHash();
  for (let at = 0; at < file.size; at += PIECE) hash.update(file.read(at, PIECE));
  return hash.digest('hex');
}

const unreadable = (file: string): Finding =>
  finding(
    'prove/unreadable',
    { file },
    'its leaflets cannot be taken out one by one; another program may have saved the file',
    'make it again with "safeleaf build --one-file"',
  );

const savedAnew = (file: string): Finding =>
  finding(
    'prove/changed',
    { file },
    'the file has been saved anew since it was made',
    'nothing to do if only this stands here; what differs on paper is listed with it',
  );

const unsaid = (file: string): Finding =>
  finding(
    'verify/no-manifest',
    { file },
    'the manifest does not say what this file must show, or has been changed',
    'run the same build again; it writes the manifest anew',
  );

const morePages = (file: string, owed: number, found: number): Finding =>
  finding(
    'prove/pages',
    { file },
    `the file has ${found} pages, and its leaflets have ${owed}`,
    'make it again with "safeleaf build --one-file"',
  );
