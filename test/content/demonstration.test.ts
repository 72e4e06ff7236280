import { describe, expect, it } from 'vitest';
import { chooseUnits } from '../../src/plan/choose-units.js';
import { readCatalogue } from '../../src/sources/catalogue/read-catalogue.js';
import { readCampaign } from '../../src/sources/read-campaign.js';
import { DECKS, DEMONSTRATED, deck, faultless, register, shipped } from './shipped.js';

const campaign = faultless(readCampaign(shipped, 'demo'));
const { phones } = faultless(await readCatalogue(shipped, campaign, register('GB').networks));

/** GS1: from the right, the digits before the check digit count three times, once, three times … */
function isEan13(ean: string): boolean {
  const digits = [...ean].map(Number);
  const sum = digits.reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 3), 0);
  return digits.length === 13 && sum % 10 === 0;
}

describe('the demonstration campaign', () => {
  it('makes both pieces in both brands and all four languages', () => {
    expect(campaign.demonstration).toBe(true);
    expect(campaign.leaflets.map(({ template }) => template)).toEqual([
      'parent-trifold',
      'receipt-wallet-insert',
    ]);
    for (const { brands, locales } of campaign.leaflets) {
      expect(brands).toEqual(['northstar', 'kite']);
      expect(locales).toEqual(DEMONSTRATED);
    }
  });

  it('has phones of many makers, both systems, all networks and several boxes', () => {
    const kinds = (of: (phone: (typeof phones)[number]) => string) => new Set(phones.map(of)).size;
    expect(phones.length).toBeGreaterThanOrEqual(24);
    expect(kinds(({ maker }) => maker)).toBeGreaterThanOrEqual(8);
    expect(kinds(({ os }) => os)).toBe(2);
    expect(kinds(({ network }) => network)).toBe(Object.keys(register('GB').networks).length);
    expect(kinds(({ box }) => JSON.stringify(box))).toBeGreaterThanOrEqual(5);
  });

  it('has in-store bar codes with their check digit, one for each sku', () => {
    const eans = new Map<string, string>();
    for (const { sku, ean } of phones) {
      expect(ean, sku).toMatch(/^2/);
      expect(isEan13(ean ?? ''), sku).toBe(true);
      expect(eans.get(sku) ?? ean, sku).toBe(ean);
      eans.set(sku, ean ?? '');
    }
    expect(new Set(eans.values()).size).toBe(eans.size);
  });

  it('sends one sku to two shops, twice', () => {
    const again = phones.filter(({ sku }, at) => phones.findIndex((it) => it.sku === sku) !== at);
    expect(again.length).toBeGreaterThanOrEqual(2);
    for (const { sku } of again) {
      const shops = phones.filter((it) => it.sku === sku).map(({ shop }) => shop);
      expect(new Set(shops).size, sku).toBe(shops.length);
    }
  });

  it('finds for each phone a wording of every unit, in every language', () => {
    for (const locale of DEMONSTRATED)
      for (const id of DECKS) {
        const words = deck(locale, id);
        const ids = new Set(words.units.map((unit) => unit.id));
        for (const phone of phones)
          expect(new Set(Object.keys(chooseUnits(words, phone))), phone.sku).toEqual(ids);
      }
  });

  it('gives a Samsung the steps for a Samsung, and any other Android phone those of Android', () => {
    const words = deck('en-GB', 'parent');
    for (const phone of phones) {
      const { when } = chooseUnits(words, phone)['steps.controls'] ?? {};
      expect(when?.os, phone.sku).toBe(phone.os);
      expect(when?.maker, phone.sku).toBe(phone.maker === 'Samsung' ? 'samsung' : undefined);
    }
  });

  it('names a short code only for a network that has it', () => {
    const { networks } = register('GB');
    for (const { when, text, key } of deck('en-GB', 'parent').units)
      for (const [, code = ''] of text.matchAll(/\{network\.code\.([\w-]+)\}/g))
        expect(networks[when.network ?? '']?.codes[code], key).toBeDefined();
  });
});
