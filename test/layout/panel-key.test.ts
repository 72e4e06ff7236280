import { describe, expect, test } from 'vitest';
import { panelKey } from '../../src/layout/panel-key.js';
import { panel, slot } from '../pdf/support/builders.js';

/** A panel with one slot, for a catalogue that holds these models. */
function keyFor(values: readonly string[], width: number): string {
  const place = slot('phone.model', 10, 20, width);
  const held = { ...place, node: { ...place.node, values } };
  return panelKey({ ...panel('front', 97, 'left', []), slots: [held] });
}

describe('what a panel is named by', () => {
  test('is the box of its slot, not the phones of the catalogue', () => {
    expect(keyFor(['iPhone 16', 'Pixel 9'], 30)).toBe(keyFor(['iPhone 16'], 30));
  });

  test('is another where a wider value asks for a wider box', () => {
    expect(keyFor(['iPhone 16', 'Galaxy Z Fold 7'], 45)).not.toBe(keyFor(['iPhone 16'], 30));
  });
});
