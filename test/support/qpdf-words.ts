import { type PdfDictionary, type PdfValue, QpdfFile } from './qpdf-objects.js';

/** A part of a stream's text: a span that carries its own text, or glyphs as the font's map reads them. */
export interface StreamText {
  readonly kind: 'actual' | 'glyphs';
  readonly text: string;
}

/** The text of a page as qpdf takes its streams apart: each form that the page draws, then the page's own. */
export interface PageStreams {
  /** Forms in the order in which they are drawn. */
  readonly forms: readonly (readonly StreamText[])[];
  readonly own: readonly StreamText[];
}

/** Reads every page of a file from qpdf's JSON: the streams decoded by qpdf, the operators read here. */
export function qpdfPages(path: string): readonly PageStreams[] {
  const file = new QpdfFile(path);
  return file.pages.map((page) => readPage(file, page));
}

function readPage(file: QpdfFile, page: PdfDictionary): PageStreams {
  const resources = file.dictionary(page['/Resources']);
  const contents = page['/Contents'];
  const list = Array.isArray(contents) ? contents : [contents];
  const code = list.map((it) => file.data(it).toString('latin1')).join('\n');
  const forms = file.dictionary(resources['/XObject']);
  const drawn = [...code.matchAll(/\/(\S+) Do\b/g)].map(([, name = '']) => forms[`/${name}`]);
  return {
    forms: drawn.map((it) => readForm(file, it)),
    own: readText(code, mapsOf(file, resources)),
  };
}

function readForm(file: QpdfFile, reference: PdfValue | undefined): readonly StreamText[] {
  const resources = file.dictionary(file.dictionary(reference)['/Resources']);
  return readText(file.data(reference).toString('latin1'), mapsOf(file, resources));
}

/** What each font of the resources says of its glyphs. */
function mapsOf(file: QpdfFile, resources: PdfDictionary) {
  const fonts = Object.entries(file.dictionary(resources['/Font']));
  return new Map(
    fonts.map(([name, font]) => {
      const map = file.data(file.dictionary(font)['/ToUnicode']);
      return [name, readToUnicode(map.toString('latin1'))] as const;
    }),
  );
}

const utf16 = (hex: string): string => {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((it) => Number.parseInt(it, 16)));
};

/** `bfchar` and `bfrange` of a map from glyphs to text (ISO 32000-1, 9.10.3), by glyph in hex. */
function readToUnicode(map: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of body.matchAll(/<(\w+)>\s*<(\w*)>/g))
      found.set(glyph.toLowerCase(), utf16(text));
  for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let at = 0; at <= Number.parseInt(to, 16) - Number.parseInt(from, 16); at++) {
        const glyph = (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0');
        const last = Number.parseInt(text.slice(-4), 16) + at;
        found.set(glyph, utf16(text.slice(0, -4) + last.toString(16).padStart(4, '0')));
      }
  return found;
}

/** Operators that say what is shown: a font, a span with its text, glyphs, a span's end. */
const SHOWING =
  /(\/\S+) \S+ Tf\b|\/Span\s*<<\s*\/ActualText\s*<(\w+)>\s*>>\s*BDC\b|\bEMC\b|\[([^\]]*)\]\s*TJ\b|<(\w+)>\s*Tj\b/gi;

function readText(
  code: string,
  maps: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly StreamText[] {
  const found: StreamText[] = [];
  let map: ReadonlyMap<string, string> | undefined;
  let isInSpan = false;
  for (const [whole, font, actual, array, string] of code.matchAll(SHOWING)) {
    if (font !== undefined) map = maps.get(font);
    else if (actual !== undefined) {
      isInSpan = true;
      found.push({ kind: 'actual', text: utf16(actual.replace(/^feff/i, '')) });
    } else if (whole === 'EMC') isInSpan = false;
    else if (!isInSpan) {
      const hex = string ?? [...(array ?? '').matchAll(/<(\w+)>/g)].map(([, it]) => it).join('');
      const glyphs = hex.toLowerCase().match(/.{4}/g) ?? [];
      found.push({ kind: 'glyphs', text: glyphs.map((it) => map?.get(it) ?? '\uFFFD').join('') });
    }
  }
  return found;
}
