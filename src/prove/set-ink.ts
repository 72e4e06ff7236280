import type { PDFObject } from '@cantoo/pdf-lib';
import { spaceOf } from './colour-space.js';
import type { GraphicsState } from './graphics-state.js';

/** Sets an ink by any of the colour operators; false for any other operator. */
export function setInk(
  operator: string,
  values: readonly number[],
  name: string,
  resources: PDFObject | undefined,
  state: GraphicsState,
): boolean {
  const lower = operator.toLowerCase();
  const target = operator === lower ? 'fill' : 'stroke';
  if (lower === 'k') state[target] = { space: 'DeviceCMYK', values };
  else if (lower === 'g') state[target] = { space: 'DeviceGray', values };
  else if (lower === 'rg') state[target] = { space: 'DeviceRGB', values };
  else if (lower === 'cs') state[target] = { space: spaceOf(name, resources), values: [1] };
  else if (lower === 'sc' || lower === 'scn')
    state[target] = { space: state[target].space, values };
  else return false;
  return true;
}
