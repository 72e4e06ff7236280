import { describe, expect, test } from 'vitest';
import { readCopyDeck } from '../../src/sources/read-copy-deck.js';
import { wordingsOf } from '../../src/sources/wordings-of.js';
import { fakeWorld } from '../support/fake-world.js';
import { SMALL_CAMPAIGN } from '../support/small-campaign.js';

const DECK = 'locales/en-GB/parent.yaml';

function unitWith(lines: string) {
  const written = SMALL_CAMPAIGN[DECK]?.replace(
    '    text: "Before you hand over the phone"\n',
    lines,
  );
  const { value, findings } = readCopyDeck(fakeWorld({ [DECK]: written ?? '' }), 'en-GB', 'parent');
  const unit = value?.units[0];
  if (unit === undefined) throw new Error(findings.map(({ problem }) => problem).join('\n'));
  return { unit, codes: findings.map(({ code }) => code) };
}

describe('a unit of a copy deck', () => {
  test('has its text as its only wording', () => {
    const { unit } = unitWith('    text: "Before you hand it over"\n');
    expect(wordingsOf(unit).map(({ key }) => key)).toEqual(['cover.title']);
  });

  test('may say the same in more words and in fewer, each with its own name and line', () => {
    const { unit, codes } = unitWith(
      '    long: "Before you hand the phone over"\n    text: "Before you hand it over"\n    short: "Before you start"\n',
    );
    expect(codes).toEqual([]);
    expect(wordingsOf(unit).map(({ key, text, place }) => [key, text, place.line])).toEqual([
      ['cover.title:long', 'Before you hand the phone over', 7],
      ['cover.title', 'Before you hand it over', 8],
      ['cover.title:short', 'Before you start', 9],
    ]);
  });

  test('that must not be shortened has no short wording, whatever stands in the deck', () => {
    const { unit, codes } = unitWith(
      '    mustNotShorten: true\n    text: "Before you hand it over"\n    short: "Before"\n',
    );
    expect(codes).toEqual(['deck/never-shortened']);
    expect(wordingsOf(unit).map(({ key }) => key)).toEqual(['cover.title']);
  });

  test('with a short wording that is as long as its text is refused', () => {
    const { codes } = unitWith('    text: "Hand it over"\n    short: "Over with it"\n');
    expect(codes).toEqual(['deck/wording-length']);
  });
});
