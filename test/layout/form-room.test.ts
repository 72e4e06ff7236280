import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Node } from '../../src/compose/blocks.js';
import { formRoom } from '../../src/layout/form-room.js';
import { layOutForm, loadBoxes } from '../../src/layout/lay-out-form.js';
import { ACCENT, box, composed, edges, mm, panel, text } from './builders.js';
import { fakeTypesetter } from './fake-typesetter.js';

beforeAll(loadBoxes);

/** The room on a card of 99 x 210 mm whose copy must end 5 mm above its foot, and by how much it is over. */
function measured(children: readonly Node[]) {
  const form = composed([panel('front', children, { padding: edges(8) })]);
  const { value, findings } = layOutForm(form, fakeTypesetter(), {
    demonstration: false,
    draft: false,
  });
  if (!value) throw new Error('no form');
  const [room] = formRoom(form, value);
  const over = findings.find(({ code }) => code === 'layout/copy-too-long')?.overMm ?? 0;
  return { mm: room?.mm ?? Number.NaN, characters: room?.characters ?? Number.NaN, over };
}

/** A box without words, then a line of 5 mm. */
const after = (height: number) => [box([], { height: mm(height) }), text('Call us at any hour.')];

describe('the room left on a panel', () => {
  test('is what lies between the copy and the end of the live area', () => {
    // 8 + 100 + 5 = 113 mm; the live area ends at 205.
    expect(measured(after(100)).mm).toBeCloseTo(92, 3);
  });

  test('counts in letters as whole lines', () => {
    // 14 mm hold two lines of 5 mm, as long as the line that stands there.
    expect(measured(after(178)).characters).toBe(2 * 'Call us at any hour.'.length);
    expect(measured(after(189)).characters).toBe(0);
  });

  test('ends at a box that is fixed to the foot', () => {
    const foot = box([text('Keep this card.')], {
      position: 'absolute',
      height: mm(73),
      width: mm(80),
      inset: { bottom: mm(0), left: mm(0), right: 'auto', top: 'auto' },
    });
    // 8 + 100 + 5 = 113 mm; the box begins at 137.
    expect(measured([...after(100), foot]).mm).toBeCloseTo(24, 3);
  });

  test('is not what a growing box takes up', () => {
    const foot = box([text('Worried? Call us.')], { grow: 1, justify: 'end' });
    expect(measured([...after(100), foot]).mm).toBeCloseTo(87, 3);
  });

  test('ends at the edge of a painted card, not at the words in it', () => {
    const card = box([text('Worried? Call us.')], { background: ACCENT, padding: edges(4) });
    expect(measured([...after(100), card]).mm).toBeCloseTo(92 - 13, 3);
  });

  test('below zero is the millimetres of the finding, whatever stands on the panel', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 400, noNaN: true }), (height) => {
        const room = measured(after(height));
        // Less than a twentieth of a millimetre is no finding.
        const over = room.mm < -0.05 ? -room.mm : 0;
        if (Math.abs(room.mm + 0.05) > 0.01) expect(room.over).toBeCloseTo(over, 2);
        if (over > 0) expect(room.characters).toBeLessThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
