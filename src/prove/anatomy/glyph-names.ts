import { Encodings } from '@cantoo/pdf-lib/standard-fonts';

/** Latin glyph names that Windows-1252 has not. */
const FURTHER =
  'fraction:2044 fi:FB01 fl:FB02 breve:02D8 dotaccent:02D9 ring:02DA hungarumlaut:02DD ogonek:02DB caron:02C7 Lslash:0141 dotlessi:0131 lslash:0142 minus:2212 nbspace:00A0 sfthyphen:00AD';

/** Standard Latin glyph names and what they stand for (the Adobe Glyph List's Latin part). */
const UNICODE_OF_NAME: ReadonlyMap<string, number> = new Map([
  ...Encodings.WinAnsi.supportedCodePoints.map(
    (point) => [Encodings.WinAnsi.encodeUnicodeCodePoint(point).name, point] as const,
  ),
  ...FURTHER.split(' ').map((it): readonly [string, number] => {
    const [name = '', code = ''] = it.split(':');
    return [name, Number.parseInt(code, 16)];
  }),
]);

const NAME_OF_UNICODE: ReadonlyMap<number, string> = new Map(
  [...UNICODE_OF_NAME].map(([name, point]) => [point, name]),
);

const HEX_NAME = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/;

/** What a glyph's name stands for by the rules of the Adobe Glyph List; undefined for a name that says nothing. */
export function textOfGlyphName(name: string): string | undefined {
  const base = name.split('.')[0] ?? '';
  const [, short, long] = HEX_NAME.exec(base) ?? [];
  const hex = short ?? long;
  const point = hex === undefined ? UNICODE_OF_NAME.get(base) : Number.parseInt(hex, 16);
  return point === undefined || point > 0x10ffff ? undefined : String.fromCodePoint(point);
}

/** The usual glyph name of a character. */
export const glyphNameOf = (text: string): string | undefined =>
  NAME_OF_UNICODE.get(text.codePointAt(0) ?? -1);
