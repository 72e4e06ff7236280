import { PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { quoted } from '../../../diagnostics/quoted.js';
import type { Anatomy } from '../../anatomy/anatomy.js';
import { everyColourSpace } from '../../anatomy/every-colour-space.js';
import type { UsedFont } from '../../anatomy/used-font.js';
import { entryOf, itemsOf, nameOf, numberOf, textOf } from '../../pdf-values.js';
import { when } from '../rule.js';
import { xRules } from './x-rules.js';

const type = xRules('the printer would put another typeface in its place, or nothing');
const whole = xRules('a part of the page would not print, or print otherwise');

/** How far a width in the file may be from the font's own, thousandths of the size. */
const WIDTH_TOLERANCE = 1;

function* fontFaults(font: UsedFont): Generator<string> {
  const seen = [...font.used].flatMap(([code, isSeen]) => (isSeen ? [code] : []));
  if (!font.isEmbedded && font.subtype !== 'Type3' && seen.length > 0) yield 'is not in the file';
  const glyphs = seen.map((code) => font.glyphOf(code));
  if (font.cmap !== undefined && glyphs.includes(0)) yield 'prints the glyph for what is missing';
  const { program } = font;
  if (
    program !== undefined &&
    glyphs.some((it) => it !== undefined && (it < 0 || it >= program.count))
  )
    yield 'lacks glyphs that are printed';
  const isOff = seen.some((code, at) => {
    const own = program?.widthOf(glyphs[at] ?? -1);
    const said = font.widthOf(code);
    return own !== undefined && said !== undefined && Math.abs(own - said) > WIDTH_TOLERANCE;
  });
  if (isOff) yield 'has other widths than the file says';
}

/** A name's bytes, each `#` with two digits taken for one byte. */
const bytesOf = (name: PDFName): Uint8Array =>
  Uint8Array.from(
    name
      .toString()
      .slice(1)
      .replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    (it) => it.charCodeAt(0),
  );

function isUtf8(name: PDFObject | undefined): boolean {
  if (!(name instanceof PDFName)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(name));
    return true;
  } catch {
    return false;
  }
}

function* namesOf(file: Anatomy): Generator<PDFObject | undefined> {
  for (const { dict, descriptor } of file.content.fonts.values()) {
    yield entryOf(dict, 'BaseFont');
    yield entryOf(descriptor, 'FontName');
  }
  for (const space of everyColourSpace(file)) {
    const [family, inks] = itemsOf(space);
    if (nameOf(family) === 'Separation') yield inks;
    if (nameOf(family) === 'DeviceN') yield* itemsOf(inks);
  }
}

/** What is set in which fonts, and what else pages are made of. */
export const OBJECTS = [
  type('X13', 'every font is in the file with all its glyphs and their widths', ({ content }) =>
    [...content.fonts.values()].flatMap((font) =>
      [...fontFaults(font)].map((fault) => `the font ${quoted(font.name)} ${fault}`),
    ),
  ),
  type('X14', 'names of fonts and inks are UTF-8', (file) => {
    const wrong = [...namesOf(file)].filter((it) => !isUtf8(it));
    return [...new Set(wrong.map(String))].map((it) => `the name ${quoted(it)} is no UTF-8`);
  }),
  whole('X21', 'nothing of a page is PostScript, or stands in another file', (file) => [
    ...file.dictionaries.flatMap((it) => {
      const isForm = nameOf(entryOf(it, 'Subtype')) === 'Form';
      return [
        ...when(nameOf(entryOf(it, 'Subtype')) === 'PS', 'the file has PostScript'),
        ...when(isForm && nameOf(entryOf(it, 'Subtype2')) === 'PS', 'a drawing has PostScript'),
        ...when(isForm && entryOf(it, 'Ref') !== undefined, 'a drawing stands in another file'),
        ...when(
          entryOf(it, 'Length') !== undefined && entryOf(it, 'F') !== undefined,
          'a stream stands in another file',
        ),
      ];
    }),
    ...when(!file.content.isWhole, 'a part of a page cannot be read'),
  ]),
  whole(
    'X22',
    'layers have one named set, that shows them all and switches none by itself',
    (file) => {
      const layers = entryOf(file.catalog, 'OCProperties');
      if (layers === undefined) return [];
      const set = entryOf(layers, 'D');
      const all = itemsOf(entryOf(layers, 'OCGs'));
      const listed = new Set(flat(entryOf(set, 'Order')));
      return [
        ...when(!textOf(entryOf(set, 'Name')), 'the set of layers has no Name'),
        ...when(entryOf(set, 'AS') !== undefined, 'the set of layers has AS'),
        ...when(
          itemsOf(entryOf(layers, 'Configs')).length > 0,
          'the file has several sets of layers',
        ),
        ...when(
          all.some((it) => it !== undefined && !listed.has(it)),
          'the Order of the layers does not list them all',
        ),
      ];
    },
  ),
] as const;

/** The items of nested lists. */
function flat(list: PDFObject | undefined, depth = 0): readonly PDFObject[] {
  if (depth > 8) return [];
  return itemsOf(list).flatMap((it) => {
    if (it === undefined || numberOf(it) !== undefined) return [];
    return [it, ...flat(it, depth + 1)];
  });
}
