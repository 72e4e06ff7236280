import { PDFStream } from '@cantoo/pdf-lib';
import type { Anatomy } from '../../anatomy/anatomy.js';
import { textOfGlyphName } from '../../anatomy/glyph-names.js';
import { readCollection } from '../../anatomy/read-cmap.js';
import type { UsedFont } from '../../anatomy/used-font.js';
import { entryOf, nameOf, textOf } from '../../pdf-values.js';
import { collectionOfCMap, isStandardCMap } from './standard-cmaps.js';
import { uaRules } from './ua-rules.js';

const rule = uaRules('letters are read out wrongly, or shown as others');

const fontsOf = ({ content }: Anatomy): readonly UsedFont[] => [...content.fonts.values()];

const fontRule = (
  id: string,
  asks: string,
  isBroken: (font: UsedFont, file: Anatomy) => boolean | string,
) =>
  rule(id, asks, (file) =>
    fontsOf(file).flatMap((font) => {
      const broken = isBroken(font, file);
      if (broken === false) return [];
      return [`the font ${font.name}${broken === true ? '' : ` ${broken}`}`];
    }),
  );

const isSeen = ({ used }: UsedFont): boolean => [...used.values()].some(Boolean);
const isSubset = ({ name }: UsedFont): boolean => /^[A-Z]{6}\+/.test(name);

/** Codes that can be seen on a page. */
const seenCodes = ({ used }: UsedFont): readonly number[] =>
  [...used].flatMap(([code, isShown]) => (isShown ? [code] : []));

const isTrueType = ({ subtype }: UsedFont): boolean => subtype === 'TrueType';

const NO_CHARACTERS = new Set(['\u0000', '\uFEFF', '\uFFFE']);

/** How far a width in the file may be from the font's own, thousandths of the size. */
const WIDTH_TOLERANCE = 1;

/** Clause 7.21: fonts. */
export const FONTS = [
  fontRule(
    '7.21.3.1-1',
    'codes and glyphs of a composite font are of one collection',
    ({ subtype, cmap, inner }) => {
      if (subtype !== 'Type0' || cmap === undefined) return false;
      if (cmap.name === 'Identity-H' || cmap.name === 'Identity-V') return false;
      const font = readCollection(entryOf(inner, 'CIDSystemInfo'));
      const map = cmap.isEmbedded ? cmap.collection : collectionOfCMap(cmap.name ?? '');
      const isOne =
        font.ordering !== undefined &&
        font.ordering === map.ordering &&
        font.registry !== undefined &&
        font.registry === map.registry &&
        font.supplement !== undefined &&
        map.supplement !== undefined &&
        font.supplement <= map.supplement;
      return isOne ? false : 'and its CMap are of two collections';
    },
  ),
  fontRule(
    '7.21.3.2-1',
    'a composite TrueType font says which glyph a code is',
    ({ inner, isEmbedded }) => {
      const map = entryOf(inner, 'CIDToGIDMap');
      const isThere = map instanceof PDFStream || nameOf(map) === 'Identity';
      return nameOf(entryOf(inner, 'Subtype')) === 'CIDFontType2' && isEmbedded && !isThere
        ? 'has no CIDToGIDMap'
        : false;
    },
  ),
  fontRule('7.21.3.3-1', 'a CMap that not every program knows is in the file', ({ cmap }) =>
    cmap !== undefined && !cmap.isEmbedded && !isStandardCMap(cmap.name ?? '')
      ? `uses the CMap ${cmap.name ?? ''}, which is not in the file`
      : false,
  ),
  fontRule('7.21.3.3-2', 'a CMap and its dictionary agree on the writing direction', ({ cmap }) =>
    cmap?.isEmbedded === true && (cmap.dictMode ?? 0) !== (cmap.streamMode ?? 0)
      ? `has a CMap with WMode ${cmap.streamMode ?? 0}, and ${cmap.dictMode ?? 0} in its dictionary`
      : false,
  ),
  fontRule('7.21.3.3-3', 'a CMap builds on none that not every program knows', ({ cmap }) => {
    const other = cmap?.uses.find((it) => !isStandardCMap(it));
    return other === undefined ? false : `has a CMap that uses ${other}`;
  }),
  fontRule('7.21.4.1-1', 'every font that can be seen is in the file', (font) =>
    !['Type3'].includes(font.subtype) && !font.isEmbedded && isSeen(font)
      ? 'is not in the file'
      : false,
  ),
  fontRule('7.21.4.1-2', 'a font in the file has every glyph that is shown', (font) => {
    const { program } = font;
    if (program === undefined) return false;
    const missing = seenCodes(font).filter((code) => {
      const glyph = font.glyphOf(code);
      return glyph !== undefined && (glyph < 0 || glyph >= program.count);
    });
    return missing.length === 0 ? false : `lacks the glyphs of ${missing.length} codes`;
  }),
  fontRule('7.21.4.2-1', 'a CharSet lists all glyphs of a Type 1 font', (font) => {
    const list = textOf(entryOf(font.descriptor, 'CharSet'));
    const { names } = font.program ?? {};
    if (!['Type1', 'MMType1'].includes(font.subtype) || list === undefined || names === undefined)
      return false;
    const listed = new Set(
      list
        .split('/')
        .map((it) => it.trim())
        .filter((it) => it !== ''),
    );
    listed.delete('.notdef');
    const isSame = listed.size === names.length && names.every((it) => listed.has(it));
    return isSubset(font) && !isSame ? 'has a CharSet that lists other glyphs' : false;
  }),
  fontRule('7.21.4.2-2', 'a CIDSet lists all glyphs of a composite font', (font, file) => {
    const set = file.unpack(entryOf(font.descriptor, 'CIDSet'));
    const { program } = font;
    if (set === undefined || program === undefined || !isSubset(font)) return false;
    const has = (cid: number): boolean => ((set[cid >> 3] ?? 0) & (128 >> (cid & 7))) !== 0;
    const cids = program.cids ?? Array.from({ length: program.count }, (_, glyph) => glyph);
    return cids.every((cid) => cid === 0 || has(cid))
      ? false
      : 'has a CIDSet that leaves glyphs out';
  }),
  fontRule('7.21.5-1', 'widths in the file are those of the font', (font) => {
    const off = seenCodes(font).find((code) => {
      const glyph = font.glyphOf(code);
      const own = glyph === undefined || glyph < 0 ? undefined : font.program?.widthOf(glyph);
      const said = font.widthOf(code);
      return own !== undefined && said !== undefined && Math.abs(own - said) > WIDTH_TOLERANCE;
    });
    return off === undefined ? false : `has another width for code ${off} than the file says`;
  }),
  fontRule('7.21.6-1', 'a TrueType font of letters has a map from letters to glyphs', (font) => {
    if (!isTrueType(font) || font.isSymbolic || font.program?.kind !== 'TrueType') return false;
    const { cmaps } = font.program;
    const isRight = cmaps.has('3,0') ? cmaps.size > 1 : cmaps.size > 0;
    return isRight ? false : 'has no cmap for letters';
  }),
  fontRule('7.21.6-2', 'a TrueType font of letters has one of the two usual encodings', (font) => {
    if (!isTrueType(font) || font.isSymbolic) return false;
    const { base, differences } = font.encoding;
    if (base !== 'MacRomanEncoding' && base !== 'WinAnsiEncoding')
      return `has the encoding ${base ?? 'none'}`;
    const isKnown = [...differences.values()].every((name) => textOfGlyphName(name) !== undefined);
    const isMapped = font.program === undefined || font.program.cmaps.has('3,1');
    return differences.size === 0 || (isKnown && isMapped)
      ? false
      : 'has Differences that are no letters';
  }),
  fontRule('7.21.6-3', 'a TrueType font of symbols has no encoding', (font) =>
    isTrueType(font) && font.isSymbolic && entryOf(font.dict, 'Encoding') !== undefined
      ? 'is of symbols and has an Encoding'
      : false,
  ),
  fontRule('7.21.6-4', 'a TrueType font of symbols has one map, or one for symbols', (font) => {
    if (!isTrueType(font) || !font.isSymbolic || font.program?.kind !== 'TrueType') return false;
    const { cmaps } = font.program;
    return cmaps.size === 1 || cmaps.has('3,0')
      ? false
      : `has ${cmaps.size} cmaps and none for symbols`;
  }),
  fontRule('7.21.7-1', 'the file says what every code stands for', (font) => {
    const unknown = [...font.used.keys()].filter((code) => !isMapped(font, code));
    return unknown.length === 0 ? false : `does not say what ${unknown.length} codes stand for`;
  }),
  fontRule('7.21.7-2', 'no code stands for U+0000, U+FEFF or U+FFFE', (font) => {
    const bad = [...font.used.keys()].filter((code) =>
      [...(font.unicodeOf(code) ?? '')].some((it) => NO_CHARACTERS.has(it)),
    );
    return bad.length === 0 ? false : `maps ${bad.length} codes to no character`;
  }),
  fontRule('7.21.8-1', 'no text shows the glyph for what is missing', (font) => {
    const missing = [...font.used.keys()].filter((code) => isNotdef(font, code));
    return missing.length === 0 ? false : `shows .notdef for ${missing.length} codes`;
  }),
] as const;

/** Whether there is a way to a code's text: a map, an encoding, or a collection that every program knows. */
function isMapped(font: UsedFont, code: number): boolean {
  if (font.unicodeOf(code) !== undefined) return true;
  const ordering =
    font.cmap === undefined
      ? undefined
      : readCollection(entryOf(font.inner, 'CIDSystemInfo')).ordering;
  if (ordering !== undefined && ['GB1', 'CNS1', 'Japan1', 'Korea1'].includes(ordering)) return true;
  if (font.subtype === 'Type0' || font.hasToUnicode) return false;
  return font.subtype !== 'TrueType' && font.subtype !== 'Type3' && !font.isSymbolic;
}

function isNotdef(font: UsedFont, code: number): boolean {
  if (font.encoding.nameOf(code) === '.notdef') return true;
  return font.cmap !== undefined && (font.glyphOf(code) === 0 || font.cmap.cidOf(code) === 0);
}
