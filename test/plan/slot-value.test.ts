import { describe, expect, test } from 'vitest';
import type { Leaflet } from '../../src/plan/plan.js';
import { slotValue } from '../../src/plan/slot-value.js';

const leaflet = (maker: string, model: string): Leaflet =>
  ({ phone: { maker, model, sku: 'X-1' }, jobCode: 'SL-7K3M-Q4RD' }) as unknown as Leaflet;

describe('what a record slot prints', () => {
  test('maker and model, and the maker once if the model already starts with it', () => {
    expect(slotValue(leaflet('Apple', 'iPhone 17'), 'phone.name')).toBe('Apple iPhone 17');
    expect(slotValue(leaflet('Samsung', 'samsung Galaxy S26'), 'phone.name')).toBe(
      'samsung Galaxy S26',
    );
  });

  test('a maker whose name only begins like the model is still named', () => {
    expect(slotValue(leaflet('One', 'OnePlus 15'), 'phone.name')).toBe('One OnePlus 15');
  });

  test('no words where the catalogue names no shop', () => {
    expect(slotValue(leaflet('Apple', 'iPhone 17'), 'phone.shop')).toBe('');
  });

  test('a field that no slot may have is our own fault', () => {
    expect(() => slotValue(leaflet('Apple', 'iPhone 17'), 'phone.colour')).toThrow('phone.colour');
  });
});
