import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkApproval, type UsedWords } from '../../src/approval/check-approval.js';
import { DEMONSTRATION_KEY } from '../../src/approval/demonstration-key.js';
import { newKeyPair, publicKeyOf, readPrivateKey } from '../../src/approval/key-pair.js';
import { referencesOf } from '../../src/approval/references-of.js';
import { signApproval } from '../../src/approval/sign-approval.js';
import type { Approval } from '../../src/sources/approval.js';
import type { Campaign } from '../../src/sources/campaign.js';
import type { ContactRegister } from '../../src/sources/contact-register.js';
import type { CopyDeck, Unit } from '../../src/sources/copy-deck.js';

const from = (file: string) => ({ file, sha256: 'x', locate: () => ({ file, line: 1 }) });
const provenance = { source: 'https://example.org', checkedOn: '2026-01-01', confirmedOn: null };

const unit = (id: string, text: string): Unit => ({
  id,
  key: id,
  text,
  when: {},
  place: { file: 'locales/en-GB/parent.yaml', line: 7 },
});

const deckOf = (...units: Unit[]): CopyDeck => ({
  id: 'parent',
  locale: 'en-GB',
  audience: 'parent',
  status: 'final',
  units,
  ...from('locales/en-GB/parent.yaml'),
});

const registerWith = (dial: string): ContactRegister => ({
  country: 'GB',
  contacts: {
    kite: {
      id: 'kite',
      name: 'The Kite Line',
      operator: 'Kite',
      audience: ['children'],
      status: 'active',
      phone: { shown: dial, dial, ...provenance },
      reviewBy: '2030-01-01',
    },
  },
  networks: {},
  laws: {},
  ...from('locales/contacts/gb.yaml'),
});

const campaignWith = (over: Partial<Campaign> = {}): Campaign => ({
  id: 'c',
  title: 't',
  demonstration: false,
  market: 'GB',
  printOn: '2027-01-01',
  shelfLifeDays: 100,
  press: 'p',
  type: 'clear-print',
  editions: ['print'],
  catalogue: [],
  columns: {},
  leaflets: [],
  trust: [],
  ...from('campaigns/c/campaign.yaml'),
  ...over,
});

const pair = generateKeyPairSync('ed25519');
const trust = [{ name: 'The charity', publicKey: publicKeyOf(pair.privateKey) }];
const deck = deckOf(unit('title', 'Help is here'), unit('call', 'Call {contact.kite.phone}'));
const register = registerWith('08081570000');
const used: UsedWords = {
  units: new Set(['title', 'call']),
  contacts: new Set(['GB.kite.phone']),
};
const terms = {
  approver: { name: 'A. Editor', organisation: 'The charity' },
  approvedOn: '2026-12-01',
  endsOn: '2028-01-01',
};

function approved(over: Partial<typeof terms> = {}, key = pair.privateKey): Approval {
  const refs = new Set(['GB.kite.phone']);
  return {
    ...signApproval(deck, register, refs, { ...terms, ...over }, key),
    ...from('locales/en-GB/parent.approval.json'),
  };
}

const codes = (...args: Parameters<typeof checkApproval>): string[] =>
  checkApproval(...args).map(({ code }) => code);

describe('the approval gate', () => {
  test('words that a trusted key has approved may print', () => {
    expect(codes(campaignWith({ trust }), deck, approved(), register, used)).toEqual([]);
  });

  test('words that nobody has approved may not', () => {
    const found = codes(campaignWith({ trust }), deck, undefined, register, used);
    expect(found).toEqual(['approval/missing']);
  });

  test('an edited sentence drops its approval, and the finding shows both', () => {
    const edited = deckOf(unit('title', 'Help is near'), unit('call', 'Call {contact.kite.phone}'));
    const [found, ...more] = checkApproval(
      campaignWith({ trust }),
      edited,
      approved(),
      register,
      used,
    );
    expect(more).toEqual([]);
    expect(found?.code).toBe('approval/changed');
    expect(found?.problem).toContain('approved: "Help is here"');
    expect(found?.problem).toContain('now: "Help is near"');
    expect(found?.at.line).toBe(7);
  });

  test('an edited sentence that no leaflet prints stops none', () => {
    const edited = deckOf(unit('title', 'Help is near'), unit('call', 'Call {contact.kite.phone}'));
    const only = { ...used, units: new Set(['call']) };
    expect(codes(campaignWith({ trust }), edited, approved(), register, only)).toEqual([]);
  });

  test('one changed digit of a helpline drops the approval', () => {
    const found = codes(
      campaignWith({ trust }),
      deck,
      approved(),
      registerWith('08081570001'),
      used,
    );
    expect(found).toEqual(['approval/contact-changed']);
  });

  test('a unit that was added after the approval is not covered by it', () => {
    const more = deckOf(...deck.units, unit('new', 'One more line'));
    const all = { ...used, units: new Set([...used.units, 'new']) };
    expect(codes(campaignWith({ trust }), more, approved(), register, all)).toEqual([
      'approval/not-covered',
    ]);
  });

  describe('of several wordings', () => {
    const wording = (text: string): Unit => ({ ...unit('title', text), key: 'title:short' });
    const title = (text: string, short?: string): Unit => ({
      ...unit('title', text),
      ...(short === undefined ? {} : { short: wording(short) }),
    });
    const call = unit('call', 'Call {contact.kite.phone}');
    const inPrint = (...keys: string[]): UsedWords => ({ ...used, units: new Set(keys) });
    const signed = (it: CopyDeck): Approval => ({
      ...signApproval(it, register, new Set(['GB.kite.phone']), terms, pair.privateKey),
      ...from('locales/en-GB/parent.approval.json'),
    });
    const both = deckOf(title('Help is here', 'Help'), call);
    const judged = (now: CopyDeck, then: Approval, words: UsedWords): string[] =>
      codes(campaignWith({ trust }), now, then, register, words);

    test('each is approved on its own', () => {
      const it = signed(both);
      expect(Object.keys(it.units)).toEqual(['title', 'title:short', 'call']);
      expect(judged(both, it, inPrint('title:short', 'call'))).toEqual([]);
    });

    test('a deck that gets a shorter wording keeps the approval that it had', () => {
      expect(judged(both, approved(), inPrint('title', 'call'))).toEqual([
        'approval/wording-waits',
      ]);
      expect(signed(deck).units).toEqual(approved().units);
    });

    test('a changed wording loses only its own approval', () => {
      const edited = deckOf(title('Help is here', 'Aid'), call);
      expect(judged(edited, signed(both), inPrint('title', 'call'))).toEqual([
        'approval/wording-waits',
      ]);
      expect(judged(edited, signed(both), inPrint('title:short', 'call'))).toEqual([
        'approval/changed',
      ]);
      const text = deckOf(title('Help is near', 'Help'), call);
      expect(judged(text, signed(both), inPrint('title:short', 'call'))).toEqual([]);
      expect(judged(text, signed(both), inPrint('title', 'call'))).toEqual(['approval/changed']);
    });

    test('to allow that words are shortened needs a new approval', () => {
      const kept = deckOf({ ...title('Help is here'), mustNotShorten: true }, call);
      expect(judged(deckOf(title('Help is here'), call), signed(kept), inPrint('title'))).toEqual([
        'approval/changed',
      ]);
    });
  });

  test('an approval file that was edited by hand is refused', () => {
    const forged = { ...approved(), endsOn: '2040-01-01' };
    expect(codes(campaignWith({ trust }), deck, forged, register, used)).toEqual([
      'approval/other-bytes',
    ]);
  });

  test('an approval by a key that the campaign does not trust is refused', () => {
    expect(codes(campaignWith(), deck, approved(), register, used)).toEqual([
      'approval/unknown-key',
    ]);
  });

  test('an approval must last as long as the leaflets lie in shops', () => {
    const short = approved({ endsOn: '2027-04-10' });
    expect(codes(campaignWith({ trust }), deck, short, register, used)).toEqual([
      'approval/expired',
    ]);
    const justLong = approved({ endsOn: '2027-04-11' });
    expect(codes(campaignWith({ trust }), deck, justLong, register, used)).toEqual([]);
  });

  test('leaflets do not print before the day of approval', () => {
    const late = approved({ approvedOn: '2027-01-02' });
    expect(codes(campaignWith({ trust }), deck, late, register, used)).toEqual([
      'approval/not-yet',
    ]);
  });

  test('a draft translation does not print even when it is signed', () => {
    const draft = { ...deck, status: 'draft' as const };
    expect(codes(campaignWith({ trust }), draft, approved(), register, used)).toEqual([
      'approval/draft-translation',
    ]);
  });

  test('the approval of one deck is not the approval of another', () => {
    const other = { ...deck, id: 'wallet' };
    expect(codes(campaignWith({ trust }), other, approved(), register, used)).toEqual([
      'approval/other-deck',
    ]);
  });
});

describe('the demonstration key', () => {
  const key = createPrivateKey(readFileSync('test/keys/demonstration.key', 'utf8'));
  const signed = approved({}, key);

  test('is the one whose private half lies in test/keys', () => {
    expect(publicKeyOf(key)).toBe(DEMONSTRATION_KEY);
  });

  test('is accepted by a demonstration, drafts included', () => {
    const demonstration = campaignWith({ demonstration: true });
    const draft = { ...deck, status: 'draft' as const };
    expect(codes(demonstration, draft, signed, register, used)).toEqual([]);
  });

  test('is refused by every other campaign, even one that lists it as trusted', () => {
    const fooled = campaignWith({ trust: [{ name: 'x', publicKey: DEMONSTRATION_KEY }] });
    expect(codes(fooled, deck, signed, register, used)).toEqual(['approval/demonstration-key']);
  });

  test('does not let a demonstration print words that were changed after signing', () => {
    const edited = deckOf(unit('title', 'Changed'), unit('call', 'Call {contact.kite.phone}'));
    const found = codes(campaignWith({ demonstration: true }), edited, signed, register, used);
    expect(found).toEqual(['approval/changed']);
  });
});

describe('keys', () => {
  test('a new key signs, and its public half is 32 bytes in base64', () => {
    const { privatePem, publicKey } = newKeyPair();
    expect(Buffer.from(publicKey, 'base64')).toHaveLength(32);
    const key = readPrivateKey(privatePem);
    expect(key && publicKeyOf(key)).toBe(publicKey);
  });

  test('what is no Ed25519 key is none', () => {
    expect(readPrivateKey('hello')).toBeUndefined();
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(readPrivateKey(String(rsa.export({ format: 'pem', type: 'pkcs8' })))).toBeUndefined();
  });
});

test('an approval covers the contacts that deck and templates name, and no others', () => {
  const template = { leaflet: { file: '', text: '<contact-card contact="kite" show="name">' } };
  const refs = referencesOf(deckOf(unit('a', 'x')), [template as never], register);
  expect([...refs]).toEqual(['GB.kite.name', 'GB.kite.phone']);
  expect(referencesOf(deckOf(unit('a', 'x')), [], register).size).toBe(0);
});
