import type { FinishedFile } from './pdf-file.js';

/** Chunks smaller than this are put together; larger ones are shared with other files as they are. Our choice. */
const SMALL = 4096;

/** What many files begin with: the objects that they have alike, as pdfkit wrote them, and where each lies. */
export interface StandingStart {
  readonly parts: readonly Uint8Array[];
  readonly size: number;
  /** Where each object begins, by its number less one; 0 for those left open. */
  readonly offsets: readonly number[];
  /** Catalogue and Info dictionary, as the trailer names them. */
  readonly roots: string;
}

/** Takes from a finished file all but the objects numbered in `open`, which each file fills in for itself. */
export function standingStart(file: FinishedFile, open: readonly number[]): StandingStart {
  const left = new Set(open);
  const objects = objectsOf(file);
  let at = objects[0]?.start ?? 0;
  const chunks = between(file.chunks, 0, at);
  const offsets = file.offsets.map(() => 0);
  for (const { number, start, end } of objects) {
    if (left.has(number)) continue;
    chunks.push(...between(file.chunks, start, end));
    offsets[number - 1] = at;
    at += end - start;
  }
  const roots = `/Root ${file.root} 0 R\n/Info ${file.info} 0 R\n`;
  return { parts: merged(chunks), size: at, offsets, roots };
}

interface PlacedObject {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The objects in the order in which they lie in the file. */
function objectsOf({ offsets, xrefAt }: FinishedFile): readonly PlacedObject[] {
  const placed = offsets
    .map((start, index) => ({ number: index + 1, start }))
    .sort((a, b) => a.start - b.start);
  return placed.map((it, index) => ({ ...it, end: placed[index + 1]?.start ?? xrefAt }));
}

/** The bytes from one place of a file to another, as views of its chunks. */
function between(chunks: readonly Uint8Array[], start: number, end: number): Uint8Array[] {
  const views: Uint8Array[] = [];
  let at = 0;
  for (const chunk of chunks) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, chunk.length);
    if (from < to) views.push(chunk.subarray(from, to));
    at += chunk.length;
    if (at >= end) break;
  }
  return views;
}

/** The same bytes in few chunks: small neighbours put together, large ones left as they are. */
function merged(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
  const out: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const close = () => {
    if (small.length > 0) out.push(Buffer.concat(small));
    small = [];
  };
  for (const chunk of chunks) {
    if (chunk.length < SMALL) small.push(chunk);
    else {
      close();
      out.push(chunk);
    }
  }
  close();
  return out;
}
