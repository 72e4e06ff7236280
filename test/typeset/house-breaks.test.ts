import { expect, test } from 'vitest';
import { breakOpportunities } from '../../src/typeset/break-opportunities.js';
import { isKeptTogether } from '../../src/typeset/house-breaks.js';

/** A text in the pieces that a line may begin with. */
function pieces(text: string, lang: string): string[] {
  const places = breakOpportunities(text, lang, []).usual;
  const kept = places.filter((at) => !isKeptTogether(text, lang, at));
  return kept.map((at, index) => text.slice(kept[index - 1] ?? 0, at));
}

test('in Polish, Czech and Ukrainian no line ends after a word of one letter', () => {
  expect(pieces('w domu i z nim', 'pl')).toEqual(['w domu ', 'i z nim']);
  expect(pieces('Děti a s nimi', 'cs')).toEqual(['Děti ', 'a s nimi']);
  expect(pieces('удома й з ним', 'uk')).toEqual(['удома ', 'й з ним']);
  expect(pieces('w domu i z nim', 'en')).toHaveLength(5);
});

test('in Gaelic and Irish no line ends after the small part of a word before its hyphen', () => {
  expect(pieces('23mh dhen t-Samhain', 'gd')).toEqual(['23mh ', 'dhen ', 't-Samhain']);
  expect(pieces('fònaibh an-asgaidh', 'gd')).toEqual(['fònaibh ', 'an-asgaidh']);
  expect(pieces('pictiúir á n-iarraidh', 'ga')).toEqual(['pictiúir ', 'á ', 'n-iarraidh']);
  expect(pieces('droch-dhìol', 'gd')).toEqual(['droch-', 'dhìol']);
  expect(pieces('gheo-asgaidh', 'en')).toEqual(['gheo-', 'asgaidh']);
});

test('a name is not parted at a hyphen that leaves one or two letters alone', () => {
  expect(pieces('on Wi-Fi now', 'en-GB')).toEqual(['on ', 'Wi-Fi ', 'now']);
  expect(pieces('an e-mail', 'en-GB')).toEqual(['an ', 'e-mail']);
  expect(pieces('make-up artist', 'en-GB')).toEqual(['make-up ', 'artist']);
  expect(pieces('a well-known face', 'en-GB')).toEqual(['a ', 'well-', 'known ', 'face']);
});

test.each([
  ['en-GB', 'take 20 minutes now', '20 minutes '],
  ['cy', 'am 24 awr y dydd', '24 awr '],
  ['ur', 'صرف ۲۰ منٹ لیں', '۲۰ منٹ '],
  ['bn', 'মাত্র ২০ মিনিট নিন', '২০ মিনিট '],
  ['uk', 'лише 20 хвилин разом', '20 хвилин '],
])('in %s no line ends between a number and its unit', (lang, text, kept) => {
  expect(pieces(text, lang)).toContain(kept);
});

test('a number at the end of a sentence or before a mark lets the line end', () => {
  expect(pieces('under 19, or 18. We help 7 – 9', 'en')).toEqual([
    'under ',
    '19, ',
    'or ',
    '18. ',
    'We ',
    'help ',
    '7 ',
    '– ',
    '9',
  ]);
});

test('a name with a no-break space stays whole', () => {
  expect(pieces('use Report\u00a0Remove today', 'en')).toEqual([
    'use ',
    'Report\u00a0Remove ',
    'today',
  ]);
});
