import { latin1 } from './latin1.js';

/** A file that is too long to be read whole: any part of it by place and length, bytes. */
export interface LongFile {
  readonly size: number;
  read(at: number, length: number): Uint8Array;
}

/** Pages of a long file, each taken out with all that it shows. */
export interface PagePuller {
  readonly pageCount: number;
  /** A file of its own with `count` pages from the page `first` (from 0); undefined where the long file cannot be read there. */
  pull(first: number, count: number): Uint8Array | undefined;
}

/** Bytes at a file's end that tell where its table lies. */
const TAIL = 1024;
/** A line of the cross-reference table (ISO 32000-1, 7.5.4). */
const LINE = 20;
/** Bytes read of an object at first; most are shorter. */
const GLANCE = 2048;
/** Longest object that is looked at: far above any leaflet's. */
const LONGEST = 64 * 1024 * 1024;
/** Deepest page tree, and most objects of one page: a made-up file cannot lead round in circles. */
const DEEPEST = 32;
const MOST_OBJECTS = 20_000;

/** An object as it stands in the file, without `obj` and `endobj`. */
interface RawObject {
  /** What stands before a stream's bytes, or the whole object. */
  readonly head: string;
  /** From `stream` on. */
  readonly rest: Uint8Array;
}

/**
 * Opens a file with one plain cross-reference table, as safeleaf writes it, to take single pages out;
 * undefined for any other. Reads only what is asked for.
 */
export function openPuller(file: LongFile): PagePuller | undefined {
  const table = readTable(file);
  if (table === undefined) return undefined;
  const objects = new ObjectReader(file, table);
  const catalog = objects.get(table.root)?.head ?? '';
  const pages = reference(catalog, 'Pages');
  if (pages === undefined) return undefined;
  const count = numberOf(objects.get(pages)?.head ?? '', 'Count') ?? 0;
  return {
    pageCount: count,
    pull: (first, wanted) => {
      const found = Array.from({ length: wanted }, (_, at) => pageAt(objects, pages, first + at));
      const numbers = found.filter((it) => it !== undefined);
      return numbers.length === wanted
        ? ownFile(objects, { catalog, info: table.info, id: table.id, pages: numbers })
        : undefined;
    },
  };
}

interface Table {
  /** Where the first line stands. */
  readonly at: number;
  readonly lines: number;
  readonly root: number;
  readonly info: number | undefined;
  readonly id: string;
}

function readTable(file: LongFile): Table | undefined {
  const tail = latin1(file.read(Math.max(0, file.size - TAIL), TAIL));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1];
  const trailer = tail.slice(tail.lastIndexOf('trailer'));
  const root = reference(trailer, 'Root');
  // Saved again by another program, it has a table that leads to an older one.
  if (start === undefined || root === undefined || /\/Prev\b/.test(trailer)) return undefined;
  const head = /^xref\n0 (\d+)\n/.exec(latin1(file.read(Number(start), 40)));
  if (head === null) return undefined;
  return {
    at: Number(start) + head[0].length,
    lines: Number(head[1]),
    root,
    info: reference(trailer, 'Info'),
    id: /\/ID \[[^\]]*\]/.exec(trailer)?.[0] ?? '',
  };
}

/** Reads objects by number; what many pages show is read once. */
class ObjectReader {
  readonly #file: LongFile;
  readonly #table: Table;
  readonly #kept = new Map<number, RawObject>();

  constructor(file: LongFile, table: Table) {
    this.#file = file;
    this.#table = table;
  }

  get(number: number): RawObject | undefined {
    const known = this.#kept.get(number);
    if (known !== undefined) return known;
    const read = this.#read(number);
    if (read !== undefined && this.#kept.size < MOST_OBJECTS) this.#kept.set(number, read);
    return read;
  }

  #read(number: number): RawObject | undefined {
    const { at, lines } = this.#table;
    if (number <= 0 || number >= lines) return undefined;
    const line = latin1(this.#file.read(at + LINE * number, LINE));
    const offset = /^(\d{10}) \d{5} n/.exec(line)?.[1];
    return offset === undefined ? undefined : this.#object(number, Number(offset));
  }

  #object(number: number, at: number): RawObject | undefined {
    for (let length = GLANCE; length <= LONGEST; length *= 8) {
      const bytes = this.#file.read(at, length);
      const text = latin1(bytes);
      const start = `${number} 0 obj\n`;
      if (!text.startsWith(start)) return undefined;
      const stream = text.indexOf('\nstream\n');
      const end = text.indexOf('\nendobj');
      if (stream >= 0 && (end < 0 || stream < end))
        return this.#stream(at, text.slice(start.length, stream), stream);
      if (end >= 0) return { head: text.slice(start.length, end), rest: new Uint8Array(0) };
      if (bytes.length < length) return undefined;
    }
    return undefined;
  }

  #stream(at: number, head: string, stream: number): RawObject | undefined {
    const length = numberOf(head, 'Length');
    if (length === undefined || length > LONGEST) return undefined;
    const size = '\nstream\n'.length + length + '\nendstream'.length;
    const rest = this.#file.read(at + stream, size);
    return latin1(rest.subarray(-9)) === 'endstream' ? { head, rest } : undefined;
  }
}

/** The number of the n-th page below a node, by the counts of the nodes. */
function pageAt(objects: ObjectReader, root: number, index: number): number | undefined {
  let node = root;
  let left = index;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const head = objects.get(node)?.head ?? '';
    const kids = /\/Kids \[([^\]]*)\]/.exec(head)?.[1];
    if (kids === undefined) return left === 0 && /\/Type \/Page\b/.test(head) ? node : undefined;
    const next = childFor(objects, references(kids), left);
    if (next === undefined) return undefined;
    ({ node, left } = next);
  }
  return undefined;
}

function childFor(objects: ObjectReader, kids: readonly number[], index: number) {
  let left = index;
  for (const kid of kids) {
    const head = objects.get(kid)?.head ?? '';
    const holds = /\/Kids\b/.test(head) ? (numberOf(head, 'Count') ?? 0) : 1;
    if (left < holds) return { node: kid, left };
    left -= holds;
  }
  return undefined;
}

interface Wanted {
  readonly catalog: string;
  readonly info: number | undefined;
  readonly id: string;
  readonly pages: readonly number[];
}

/** The pages as a file of their own: what they show, under new numbers. */
function ownFile(objects: ObjectReader, wanted: Wanted): Uint8Array | undefined {
  const catalog = without(without(wanted.catalog, 'Pages'), 'DPartRoot');
  const first = wanted.info === undefined ? wanted.pages : [wanted.info, ...wanted.pages];
  const seeds = [...first, ...references(catalog)];
  const numbers = new Map<number, number>();
  // 1 is the catalogue, 2 the page tree.
  const numberFor = (old: number) => {
    const known = numbers.get(old) ?? numbers.size + 3;
    numbers.set(old, known);
    return known;
  };
  for (const seed of seeds) numberFor(seed);
  const bodies: Uint8Array[] = [];
  for (const old of numbers.keys()) {
    const object = objects.get(old);
    if (object === undefined || numbers.size > MOST_OBJECTS) return undefined;
    const isPage = wanted.pages.includes(old);
    const own = isPage ? without(without(object.head, 'Parent'), 'DPart') : object.head;
    const head = renumbered(own, numberFor);
    const text = isPage ? head.replace('<<', '<<\n/Parent 2 0 R') : head;
    bodies.push(Buffer.concat([Buffer.from(text, 'latin1'), object.rest]));
  }
  const kids = wanted.pages.map((it) => `${numberFor(it)} 0 R`).join(' ');
  const tree = `<<\n/Type /Pages\n/Count ${wanted.pages.length}\n/Kids [${kids}]\n>>`;
  const root = renumbered(catalog, numberFor).replace('<<', '<<\n/Pages 2 0 R');
  const info = wanted.info === undefined ? '' : `/Info ${numberFor(wanted.info)} 0 R\n`;
  return assembled([Buffer.from(root, 'latin1'), Buffer.from(tree), ...bodies], info + wanted.id);
}

function assembled(bodies: readonly Uint8Array[], entries: string): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.6\n%\u00ff\u00ff\u00ff\u00ff\n', 'latin1')];
  const lines = ['0000000000 65535 f \n'];
  let at = parts[0]?.length ?? 0;
  for (const [index, body] of bodies.entries()) {
    const start = Buffer.from(`${index + 1} 0 obj\n`);
    const end = Buffer.from('\nendobj\n');
    parts.push(start, body, end);
    lines.push(`${String(at).padStart(10, '0')} 00000 n \n`);
    at += start.length + body.length + end.length;
  }
  const table = `xref\n0 ${lines.length}\n${lines.join('')}`;
  const trailer = `trailer\n<<\n/Size ${lines.length}\n/Root 1 0 R\n${entries}\n>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + trailer, 'latin1')]);
}

const REFERENCE = /(\d+) 0 R\b/g;

/** Strings are no place for references: what looks like one there is somebody's words. */
const STRING = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>/;
const REFERENCE_OR_STRING = new RegExp(`${STRING.source}|(\\d+) 0 R\\b`, 'g');

const references = (text: string): number[] =>
  [...text.replaceAll(new RegExp(STRING, 'g'), '').matchAll(REFERENCE)].map(([, it]) => Number(it));

const renumbered = (text: string, numberFor: (old: number) => number): string =>
  text.replaceAll(REFERENCE_OR_STRING, (found, old) =>
    old === undefined ? found : `${numberFor(Number(old))} 0 R`,
  );

const reference = (head: string, key: string): number | undefined => {
  const found = new RegExp(`/${key} (\\d+) 0 R\\b`).exec(head)?.[1];
  return found === undefined ? undefined : Number(found);
};

const numberOf = (head: string, key: string): number | undefined => {
  const found = new RegExp(`/${key} (\\d+)(?! 0 R)\\b`).exec(head)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** A dictionary without one of its entries, where that is a reference. */
const without = (head: string, key: string): string =>
  head.replace(new RegExp(`/${key} \\d+ 0 R\\s*`), '');
