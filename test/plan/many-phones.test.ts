import { describe, expect, test } from 'vitest';
import { contentChooser } from '../../src/plan/chosen-content.js';
import type { Leaflet } from '../../src/plan/plan.js';
import { slotValues } from '../../src/plan/slot-values.js';
import type { CopyDeck } from '../../src/sources/copy-deck.js';
import type { Phone } from '../../src/sources/phone.js';
import type { Template } from '../../src/sources/template.js';

/** What a thousand phones cost a plan is counted here, not timed. */

const phone = (at: number): Phone => ({
  sku: `S-${at}`,
  maker: at % 2 === 0 ? 'Apple' : 'Samsung',
  model: `Model ${at % 700}`,
  os: at % 2 === 0 ? 'ios' : 'android',
  network: 'ee',
  quantity: 1,
  place: { file: 'phones.csv', part: `row ${at + 2}` },
});

const phones = Array.from({ length: 1000 }, (_, at) => phone(at));

describe('wordings', () => {
  test('are chosen once for each system, maker and network', () => {
    let read = 0;
    const deck = {
      id: 'parent',
      get units() {
        read += 1;
        return [
          { id: 'steps', key: 'steps.ios', text: 'tap', when: { os: 'ios' } },
          { id: 'steps', key: 'steps.android', text: 'press', when: { os: 'android' } },
        ];
      },
    } as unknown as CopyDeck;
    const template = { leaflet: { text: '{{phone.maker}}' } } as unknown as Template;
    const chooser = contentChooser(template, deck, undefined);
    const before = read;
    const chosen = phones.map((it) => chooser(it));
    expect(read - before).toBe(2);
    expect(new Set(chosen.map(({ number }) => number)).size).toBe(2);
    expect(chosen[0]?.units.steps?.key).toBe('steps.ios');
    expect(chosen[1]?.units.steps?.key).toBe('steps.android');
    expect(chosen[1]?.chosenFor).toEqual({ os: undefined, maker: 'Samsung', network: undefined });
  });

  test('that are the same for two makers count as one content', () => {
    const deck = { id: 'parent', units: [] } as unknown as CopyDeck;
    const template = { leaflet: { text: 'phone.os' } } as unknown as Template;
    const chooser = contentChooser(template, deck, undefined);
    const [apple, other] = [phone(0), { ...phone(0), maker: 'Fairphone' }];
    expect(chooser(other).number).toBe(chooser(apple).number);
    expect(chooser(phone(1)).number).not.toBe(chooser(apple).number);
  });
});

describe('the values of a slot', () => {
  const leaflets = phones.map(
    (it, at): Leaflet => ({
      form: {} as Leaflet['form'],
      phone: it,
      jobCode: `SL-${at}`,
      fileName: it.sku,
    }),
  );

  test('are sorted, each once, and one list for all that ask', () => {
    const values = slotValues(leaflets);
    const models = values('phone.model');
    expect(models).toEqual([...new Set(phones.map(({ model }) => model))].sort());
    expect(values('phone.model')).toBe(models);
  });

  test('are gathered only for fields that a slot shows', () => {
    let asked = 0;
    const counting = {
      *[Symbol.iterator]() {
        asked += 1;
        yield* leaflets;
      },
    } as unknown as readonly Leaflet[];
    const values = slotValues(counting);
    expect(asked).toBe(0);
    for (let form = 0; form < 20; form += 1) values('phone.shop');
    expect(asked).toBe(1);
  });

  test('of a field that no slot may show are none', () => {
    expect(slotValues(leaflets)('phone.network')).toEqual([]);
  });
});
