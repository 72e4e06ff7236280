import { describe, expect, it } from 'vitest';
import { digitsInARow } from '../../src/compose/digits-in-a-row.js';
import { DEMONSTRATED, register } from './shipped.js';

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const bare = (url: string): string => url.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');

describe.each(['GB', 'IE'])('the contact register of %s', (country) => {
  const { contacts, networks, laws } = register(country);
  const all = Object.values(contacts);

  it('dials the digits that it shows', () => {
    for (const { id, phone } of all) if (phone) expect(phone.dial, id).toBe(digitsOf(phone.shown));
    for (const { id, text } of all) if (text) expect(text.number, id).toBe(digitsOf(text.shown));
    for (const { id, codes } of Object.values(networks))
      for (const code of Object.values(codes)) expect(code.dial, id).toBe(digitsOf(code.shown));
  });

  it('opens the address that it shows', () => {
    for (const { id, url } of all) if (url) expect(bare(url.target), id).toBe(url.shown);
  });

  it('has for every contact a way to turn to it, and a day to look again', () => {
    for (const { id, phone, text, url, reviewBy } of all) {
      expect(phone ?? text ?? url, id).toBeDefined();
      expect(reviewBy, id).toBe('2027-11-30');
    }
  });

  it('claims of no field that its operator has confirmed it', () => {
    for (const { id, phone, text, url, hours, cost } of all)
      for (const field of [phone, text, url, hours, cost])
        if (field) {
          expect(field.confirmedOn, id).toBeNull();
          expect(field.checkedOn, id).toBe('2026-11-23');
          expect(field.source, id).toMatch(/^https?:\/\/\S+\.\S+/);
        }
  });

  it('says hours and cost in every language that ships', () => {
    for (const { id, hours, cost } of all)
      for (const fact of [hours, cost])
        if (fact) {
          expect(Object.keys(fact.shown).sort(), id).toEqual([...DEMONSTRATED].sort());
          for (const words of Object.values(fact.shown))
            expect(words.normalize('NFC'), id).toBe(words);
        }
  });

  it('writes no number into hours, cost, names or operators', () => {
    for (const { id, name, operator, hours, cost } of all)
      for (const words of [
        name,
        operator,
        ...Object.values(hours?.shown ?? {}),
        ...Object.values(cost?.shown ?? {}),
      ])
        expect(digitsInARow(words), id).toBeUndefined();
  });

  it('gives a source for every law', () => {
    for (const { shown, source } of Object.values(laws)) {
      expect(shown).toMatch(/\d{4}$/);
      expect(source).toMatch(/^https:\/\//);
    }
  });
});

describe('the contact register of the United Kingdom', () => {
  const { contacts } = register('GB');

  it('has the services that the shipped leaflets name', () => {
    for (const id of ['childline', 'nspcc', 'ceop', 'report-remove', 'meic', 'samaritans', 'shout'])
      expect(contacts[id]?.status, id).toBe('active');
  });

  it('leaves out the hours of the NSPCC, on which three sources differ', () => {
    expect(contacts.nspcc?.hours).toBeUndefined();
  });

  it('keeps a number that no source gives out of print', () => {
    expect(contacts['family-lives']?.status).toBe('unconfirmed');
  });

  it('does not carry numbers that have gone', () => {
    const gone = ['88858', '08088005002', '08001512605'];
    for (const { id, phone, text } of Object.values(contacts)) {
      expect(gone, id).not.toContain(phone?.dial);
      expect(gone, id).not.toContain(text?.number);
    }
  });
});

describe('the contact register of Ireland', () => {
  it('does not mix in the numbers of the United Kingdom', () => {
    const british = new Set(Object.values(register('GB').contacts).map(({ phone }) => phone?.dial));
    for (const { id, phone } of Object.values(register('IE').contacts))
      if (phone) expect(british.has(phone.dial), id).toBe(false);
  });
});
