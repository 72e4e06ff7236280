// What the byte floor holds ready: a leaflet of each kind, taken apart into what is alike and what is filled in.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { nameOf, recordOf, TARGET_COUNT } from '../fixture.js';

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj\n/g;
const HEADER = '%PDF-1.6\n%\xff\xff\xff\xff\n';

/**
 * Writes the parts below a folder. `fileOf(at)`: a finished leaflet of safeleaf for a record of the fixture; two of
 * each kind are asked for, because what differs between them is what a record fills in.
 */
export function writeFloorParts(folder, fileOf) {
  mkdirSync(folder, { recursive: true });
  const kinds = Array.from({ length: TARGET_COUNT }, (_, kind) => kindParts(kind, fileOf));
  for (const [kind, { start, index }] of kinds.entries()) {
    writeFileSync(join(folder, `kind-${kind}.bin`), Buffer.from(start, 'latin1'));
    writeFileSync(join(folder, `kind-${kind}.json`), JSON.stringify(index));
  }
  writeFileSync(join(folder, 'one-file.json'), JSON.stringify(oneFileParts(kinds)));
}

/** All static objects behind each other with their places, and the open ones as texts with fields. */
function kindParts(kind, fileOf) {
  const first = readObjects(fileOf(kind));
  const second = readObjects(fileOf(kind + TARGET_COUNT));
  const glyphs = glyphsOf(first.objects);
  const job = /SL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(first.title)[0];
  const said = { ...recordOf(kind), name: nameOf(recordOf(kind)), job };
  const objects = new Map();
  const open = [];
  for (const [number, body] of first.objects) {
    if (body === second.objects.get(number)) objects.set(number, body);
    else open.push({ number, text: withFields(body, said, glyphs) });
  }
  const { start, offsets } = behindEachOther(objects);
  return {
    start,
    objects,
    index: { offsets, open, glyphs, trailer: first.trailer, count: first.objects.size },
  };
}

function readObjects(path) {
  const file = readFileSync(path, 'latin1');
  const objects = new Map([...file.matchAll(OBJECT)].map(([, number, body]) => [+number, body]));
  const [, root, info] = /\/Root (\d+) 0 R\n\/Info (\d+) 0 R\n/.exec(file);
  const title = [...objects.values()].find((body) => /^\(.*SL-/.test(body));
  return { objects, title, trailer: { root: +root, info: +info } };
}

function behindEachOther(objects) {
  const offsets = [];
  let start = HEADER;
  for (const [number, body] of objects) {
    offsets[number] = start.length;
    start += `${number} 0 obj\n${body}\nendobj\n`;
  }
  return { start, offsets };
}

/** Letter -> glyph, in hex, by the resource names of the pages (`F0`, `F1`), read from the file's own ToUnicode maps. */
function glyphsOf(objects) {
  const page = [...objects.values()].find((body) => /\/Type \/Page\n[\s\S]*\/F1/.test(body));
  const fonts = [...page.matchAll(/\/(F\d) (\d+) 0 R/g)];
  return Object.fromEntries(fonts.map(([, name, font]) => [name, lettersOf(objects, +font)]));
}

function lettersOf(objects, font) {
  const map = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font))[1]));
  const stream = map.slice(map.indexOf('stream\n') + 7, map.lastIndexOf('\nendstream'));
  const text = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  const lines = [...text.matchAll(/^<(\w{4})> <(\w{4})>$/gm)];
  return Object.fromEntries(
    lines.map(([, glyph, letter]) => [String.fromCharCode(Number.parseInt(letter, 16)), glyph]),
  );
}

/** The body as fixed text and fields in turn: `[text, field, text, ...]`; a field is `name`, `F1 shop`, `job`, `uuid`, `length`. */
function withFields(body, said, glyphs) {
  const marked = body
    .replace(/^\/Length \d+$/m, '/Length \0length\0')
    .replace(/\/(F\d)( [\d.]+ Tf\n[^\n]* Tm\n)([^\n]*) T[Jj]$/gm, (_, font, place, shown) => {
      const field = fieldOf(shown, glyphs[font], said);
      return `/${font}${place}<\0${font} ${field}\0> Tj`;
    })
    .replaceAll(said.name, '\0name\0')
    .replaceAll(said.job, '\0job\0')
    .replace(/uuid:[0-9a-f-]{36}/, 'uuid:\0uuid\0');
  return marked.split('\0');
}

function fieldOf(shown, glyphs, said) {
  const letters = Object.fromEntries(Object.entries(glyphs).map(([letter, hex]) => [hex, letter]));
  const hex = [...shown.matchAll(/<(\w+)>/g)].map(([, it]) => it).join('');
  const text = (hex.match(/\w{4}/g) ?? []).map((it) => letters[it]).join('');
  const field = ['name', 'shop', 'job'].find((it) => said[it] === text);
  if (field === undefined)
    throw new Error(`a record says "${text}", which is no field of the fixture`);
  return field;
}

/** For one file: the objects that kinds share, and those that a kind has of its own (its code's panel) under new numbers. */
function oneFileParts(kinds) {
  const [first] = kinds;
  const pages = [...first.objects].filter(([, body]) => /^<<\n\/Type \/Page\n/.test(body));
  const shared = new Map(first.objects);
  for (const [number] of pages) shared.delete(number);
  let next = first.index.count + 1;
  const own = kinds.map(({ objects }) => {
    const renamed = {};
    for (const [number, body] of objects) {
      if (!shared.has(number) || body === shared.get(number)) continue;
      renamed[number] = next;
      shared.set(next, body);
      next += 1;
    }
    return renamed;
  });
  return {
    objects: [...shared],
    pages: pages.map(([number, body]) => ({ number, body })),
    own,
    next,
  };
}
