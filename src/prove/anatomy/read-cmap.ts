import type { PDFObject } from '@cantoo/pdf-lib';
import { type Allowance, decodeStream } from '../decode-stream.js';
import { entryOf, nameOf, numberOf, textOf } from '../pdf-values.js';
import { readOperations } from '../read-operations.js';
import { Name, type Operand } from '../tokens.js';

/** Most entries that are kept of a CMap. */
const MOST_RANGES = 50_000;

interface Range {
  readonly from: number;
  readonly to: number;
  readonly cid: number;
}

/** The character collection that a font or a CMap works with. */
export interface Collection {
  readonly registry: string | undefined;
  readonly ordering: string | undefined;
  readonly supplement: number | undefined;
}

/** How codes become CIDs: a composite font's `Encoding` (ISO 32000-1, 9.7.5). */
export interface CMap {
  readonly name: string | undefined;
  readonly isEmbedded: boolean;
  /** The dictionary's and the stream's own; undefined where they are silent. */
  readonly dictMode: number | undefined;
  readonly streamMode: number | undefined;
  /** CMaps that it builds on, by `usecmap` or `UseCMap`. */
  readonly uses: readonly string[];
  readonly collection: Collection;
  /** Bytes of a code that begins with this byte. */
  sizeOf(first: number): number;
  cidOf(code: number): number | undefined;
}

const toNumber = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

export function readCollection(info: PDFObject | undefined): Collection {
  return {
    registry: textOf(entryOf(info, 'Registry')),
    ordering: textOf(entryOf(info, 'Ordering')),
    supplement: numberOf(entryOf(info, 'Supplement')),
  };
}

/** Reads a composite font's encoding. A CMap that is only named has codes of two bytes here. */
export function readCMap(encoding: PDFObject | undefined, allowance: Allowance): CMap {
  const name = nameOf(encoding);
  if (name !== undefined) return named(name);
  const stream = decodeStream(encoding, allowance) ?? new Uint8Array();
  const parsed = parse(stream);
  const used = entryOf(encoding, 'UseCMap');
  const usedName = nameOf(used) ?? nameOf(entryOf(used, 'CMapName'));
  return {
    ...parsed,
    name: nameOf(entryOf(encoding, 'CMapName')) ?? parsed.name,
    isEmbedded: encoding !== undefined,
    dictMode: numberOf(entryOf(encoding, 'WMode')),
    uses: [...new Set([...parsed.uses, ...(usedName === undefined ? [] : [usedName])])],
    collection: readCollection(entryOf(encoding, 'CIDSystemInfo')),
  };
}

const named = (name: string): CMap => ({
  name,
  isEmbedded: false,
  dictMode: undefined,
  streamMode: undefined,
  uses: [],
  collection: { registry: undefined, ordering: undefined, supplement: undefined },
  sizeOf: () => 2,
  cidOf: (code) => (name.startsWith('Identity') ? code : undefined),
});

function parse(stream: Uint8Array) {
  const ranges: Range[] = [];
  const sizes: { from: number; to: number; size: number }[] = [];
  const uses: string[] = [];
  const defined = new Map<string, Operand | undefined>();
  for (const { operator, operands } of readOperations(stream)) {
    if (operator === 'endcidrange') addRanges(operands, 3, ranges);
    else if (operator === 'endcidchar') addRanges(operands, 2, ranges);
    else if (operator === 'endcodespacerange') addSizes(operands, sizes);
    else if (operator === 'usecmap') {
      const last = operands.at(-1);
      if (last instanceof Name) uses.push(last.text);
    } else if (operator === 'def' && operands[0] instanceof Name)
      defined.set(operands[0].text, operands[1]);
    if (ranges.length > MOST_RANGES) break;
  }
  const mode = defined.get('WMode');
  const name = defined.get('CMapName');
  return {
    uses,
    name: name instanceof Name ? name.text : undefined,
    streamMode: typeof mode === 'number' ? mode : undefined,
    sizeOf: (first: number) =>
      sizes.find(({ from, to }) => first >= from && first <= to)?.size ?? sizes[0]?.size ?? 2,
    cidOf: (code: number) => {
      const range = ranges.find(({ from, to }) => code >= from && code <= to);
      return range === undefined ? undefined : range.cid + code - range.from;
    },
  };
}

function addRanges(operands: readonly Operand[], stride: 2 | 3, ranges: Range[]): void {
  for (let at = 0; at + stride <= operands.length; at += stride) {
    const [first, last, cid] =
      stride === 3
        ? [operands[at], operands[at + 1], operands[at + 2]]
        : [operands[at], operands[at], operands[at + 1]];
    if (first instanceof Uint8Array && last instanceof Uint8Array && typeof cid === 'number')
      ranges.push({ from: toNumber(first), to: toNumber(last), cid });
  }
}

function addSizes(
  operands: readonly Operand[],
  sizes: { from: number; to: number; size: number }[],
): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [first, last] = [operands[at], operands[at + 1]];
    if (first instanceof Uint8Array && last instanceof Uint8Array)
      sizes.push({ from: first[0] ?? 0, to: last[0] ?? 0, size: Math.max(1, first.length) });
  }
}
