import { describe, expect, it } from 'vitest';
import { DECKS, deck, wordings } from './shipped.js';

/** What the charities' own guidance asks writers not to say to a parent or a child. */
const DO_NOT_SAY = [
  /\bnever\b/i,
  /\bregret/i,
  /\bruin/i,
  /\bsham(e|ing|ed)\b/i,
  /\bpermanent/i,
  /\bforever\b/i,
  /\bhaunt/i,
  /everyone will see/i,
  /just don[’']t/i,
  /silly mistake/i,
  /\brisky\b/i,
  /\bsext/i,
  /\bporn/i,
  /\bpredator/i,
  /\bp(a)?edophile/i,
  /\bpervert/i,
  /\bstranger/i,
  /\bvictim/i,
  /\bexplicit\b/i,
  /\bsex offender/i,
  /\bin prison\b/i,
  /won[’']t get into trouble/i,
  /we will (get|have) it removed/i,
  /\bguarantee/i,
  /your parents\b/i,
  /goes online/i,
  /should not have/i,
  /digital footprint/i,
];

/** Sentences of a wording: list entries and what stands between full stops; headings and labels with one word count too. */
const sentencesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^(- |\d+\. )/, ''))
    .flatMap((line) => line.split(/(?<=[.?!:])\s+/u))
    .map((sentence) => sentence.replace(/\{[^{}]*\}|\*\*/gu, '').trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}’-]+/gu)?.length ?? 0;

/** Plain English Campaign: 15 to 20 words a sentence on average; ours is the lower end, and 25 the longest. */
const AVERAGE_WORDS = 15;
const MOST_WORDS = 25;

describe.each(DECKS)('the English %s deck', (id) => {
  const units = wordings('en-GB', id);

  it.each(DO_NOT_SAY.map((pattern) => [pattern]))('does not say %s', (pattern) => {
    for (const { key, text } of units) expect(text, key).not.toMatch(pattern);
  });

  it('has short sentences', () => {
    const lengths = units.flatMap(({ text }) => sentencesOf(text)).map(wordsIn);
    const average = lengths.reduce((sum, it) => sum + it, 0) / lengths.length;
    expect(average).toBeLessThanOrEqual(AVERAGE_WORDS);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(MOST_WORDS);
  });

  it('says under 18 wherever it speaks of the law', () => {
    for (const { key, text } of units) expect(text, key).not.toMatch(/under 16|over 16/i);
  });

  it('does not promise that a picture will be gone, or that nobody will be told', () => {
    for (const { key, text } of units)
      expect(text, key).not.toMatch(
        /will be (removed|taken down|deleted)|nobody will know|secret from/i,
      );
  });

  it('does not print opening hours of a helpline whose hours are in doubt', () => {
    for (const { key, text } of units.filter(({ id: unit }) => unit.includes('nspcc')))
      expect(text, key).not.toMatch(/hours|\bam\b|\bpm\b|day/i);
  });
});

describe('the parent leaflet in English', () => {
  const unit = (id: string): string => {
    const found = deck('en-GB', 'parent').units.find((it) => it.id === id);
    if (found === undefined) throw new Error(`no unit ${id}`);
    return found.text;
  };

  it('has a cover of at most six words that can lie open on a table', () => {
    expect(wordsIn(unit('cover.title'))).toBeLessThanOrEqual(6);
    for (const id of ['cover.title', 'cover.lead', 'cover.for'])
      expect(unit(id)).not.toMatch(/nude|abuse|blackmail/i);
  });

  it('tells the adult not to look at, copy or send the picture', () => {
    expect(unit('hour.steps')).toMatch(/Don’t look at, copy or send the picture/);
  });

  it('blames whoever threatens, and not the child', () => {
    expect(unit('hour.lead')).toMatch(/not your child’s fault/);
    expect(unit('hour.lead')).toMatch(/Help is here/);
  });

  it('keeps the evidence and does not send it on', () => {
    expect(unit('hour.steps')).toMatch(/Don’t delete/);
    expect(unit('hour.steps')).toMatch(/Don’t pay/);
  });

  it('says for every network that the lock does not work on Wi-Fi or inside apps', () => {
    expect(unit('lock.note')).toMatch(/mobile data only/);
    expect(unit('lock.note')).toMatch(/Wi-Fi or inside apps/);
  });

  it('gives someone who cannot cope a number on the panel that speaks of threats', () => {
    expect(unit('hour.help')).toContain('{contact.samaritans.phone}');
    expect(unit('hour.help')).toContain('{contact.police-emergency.phone}');
  });
});
