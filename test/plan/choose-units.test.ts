import { describe, expect, test } from 'vitest';
import { chooseUnits } from '../../src/plan/choose-units.js';
import type { CopyDeck, Unit, When } from '../../src/sources/copy-deck.js';
import type { Phone } from '../../src/sources/phone.js';

const place = { file: 'locales/en-GB/parent.yaml' };
const unit = (id: string, text: string, when: When = {}): Unit => ({
  id,
  key: `${id}${JSON.stringify(when)}`,
  text,
  when,
  place,
});
const deck = (units: Unit[]): CopyDeck => ({
  id: 'parent',
  locale: 'en-GB',
  audience: 'parent',
  status: 'final',
  units,
  file: place.file,
  sha256: '',
  locate: () => place,
});
const phone = (os: 'ios' | 'android', maker: string, network = 'ee'): Phone => ({
  sku: 'S',
  maker,
  model: 'M',
  os,
  network,
  quantity: 1,
  place,
});

describe('chooseUnits', () => {
  const steps = deck([
    unit('steps', 'any Android', { os: 'android' }),
    unit('steps', 'a Samsung', { os: 'android', maker: 'samsung' }),
    unit('steps', 'an iPhone', { os: 'ios' }),
    unit('title', 'for all'),
  ]);

  test('a phone gets the narrowest wording that fits it, whatever the order in the deck', () => {
    expect(chooseUnits(steps, phone('android', 'Samsung')).steps?.text).toBe('a Samsung');
    const turned = deck([...steps.units].reverse());
    expect(chooseUnits(turned, phone('android', 'Samsung')).steps?.text).toBe('a Samsung');
  });

  test('a maker without words of its own gets those of its system', () => {
    expect(chooseUnits(steps, phone('android', 'Fairphone')).steps?.text).toBe('any Android');
    expect(chooseUnits(steps, phone('ios', 'Apple')).steps?.text).toBe('an iPhone');
  });

  test('a unit without a condition is for every phone', () => {
    expect(chooseUnits(steps, phone('ios', 'Apple')).title?.text).toBe('for all');
  });

  test('a phone for which nothing was written gets no wording, rather than the wrong one', () => {
    const lock = deck([unit('lock', 'EE steps', { network: 'ee' })]);
    expect(chooseUnits(lock, phone('ios', 'Apple', 'three')).lock).toBeUndefined();
  });
});
