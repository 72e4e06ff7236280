/** Scripts by their ISO 15924 code and Unicode property name, the commonest first. */
const NAMES =
  'Latn Latin, Arab Arabic, Cyrl Cyrillic, Grek Greek, Hebr Hebrew, Beng Bengali, Deva Devanagari, Guru Gurmukhi, Gujr Gujarati, Taml Tamil, Telu Telugu, Knda Kannada, Mlym Malayalam, Orya Oriya, Sinh Sinhala, Thai Thai, Laoo Lao, Khmr Khmer, Mymr Myanmar, Tibt Tibetan, Hani Han, Hira Hiragana, Kana Katakana, Hang Hangul, Bopo Bopomofo, Ethi Ethiopic, Armn Armenian, Geor Georgian, Syrc Syriac, Thaa Thaana, Nkoo Nko, Tfng Tifinagh, Mong Mongolian, Cher Cherokee, Cans Canadian_Aboriginal, Adlm Adlam, Rohg Hanifi_Rohingya, Olck Ol_Chiki, Mtei Meetei_Mayek, Java Javanese, Bali Balinese, Yiii Yi';

const SCRIPTS = NAMES.split(', ').map((pair) => {
  const [code = '', name = ''] = pair.split(' ');
  return { code, letters: new RegExp(`^\\p{Script=${name}}`, 'u') };
});

const COMMON = /^[\p{Script=Common}\p{Script=Inherited}]/u;

const known = new Map<string, string>();

/**
 * The script of a character, ISO 15924: `Latn`, `Arab`; `Zyyy` for what all scripts share (digits,
 * punctuation, spaces), `Zzzz` for a script that is not in our list.
 */
export function scriptOf(character: string): string {
  let script = known.get(character);
  if (script === undefined) {
    script = COMMON.test(character)
      ? 'Zyyy'
      : (SCRIPTS.find(({ letters }) => letters.test(character))?.code ?? 'Zzzz');
    known.set(character, script);
  }
  return script;
}
