import { describe, expect, test } from 'vitest';
import { checkSlots } from '../../src/prove/check-slots.js';
import { card, cardLeaflet, printed } from './support/card.js';

const form = card();
const leaflet = cardLeaflet(4);
const { slots } = printed(form, leaflet);
const found = (drawn: typeof slots) =>
  checkSlots(drawn, leaflet, form).map(({ code, problem }) => `${code}: ${problem}`);

describe('the values of one phone', () => {
  test('stand in their slots as the press drew them', () => {
    expect(slots.length).toBe(2);
    expect(found(slots)).toEqual([]);
  });

  test('of another phone are found', () => {
    const others = slots.map((it) =>
      it.field === 'phone.name' ? { ...it, value: 'Kite Air 5' } : it,
    );
    expect(found(others)).toEqual([
      'prove/slot: the slot for "phone.name" shows "Kite Air 5"; the catalogue has "Kite Air 4"',
    ]);
  });

  test('that are wider than their slot are found, with both widths', () => {
    const wide = slots.map((it) => ({ ...it, width: it.field === 'job.code' ? 61.2 : it.width }));
    expect(found(wide)).toEqual([
      `prove/slot-width: "${leaflet.jobCode}" is 61.2 mm wide and its slot 60.0 mm`,
    ]);
  });

  test('that were not drawn, or drawn without letters, or drawn where no slot is, are found', () => {
    expect(found(slots.slice(1))[0]).toContain('is missing from its slot');
    expect(found(slots.map((it) => ({ ...it, width: 0 })))[0]).toContain('takes no room');
    const more = {
      side: 'back',
      panel: 'back',
      field: 'phone.sku',
      value: 'X',
      width: 1,
      boxWidth: 9,
    };
    expect(found([...slots, more])[0]).toContain('for which the form has no slot');
  });
});
