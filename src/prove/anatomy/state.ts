import type { PDFObject } from '@cantoo/pdf-lib';
import { spaceName } from '../colour-space.js';
import { type GraphicsState, startState } from '../graphics-state.js';
import { entryOf, itemsOf, nameOf, numberOf } from '../pdf-values.js';
import type { Ink } from './drawn.js';
import type { UsedFont } from './used-font.js';

/** A current colour. */
interface Colour {
  space: string;
  object: PDFObject | undefined;
  values: readonly number[];
}

/** The graphics state as far as rules ask for it (ISO 32000-1, 8.4). */
export interface FullState {
  /** Matrix and text parameters; the simple reader's own font and colours are not used here. */
  readonly base: GraphicsState;
  fill: Colour;
  stroke: Colour;
  /** `op` and `OP`: one for fills, one for strokes. */
  overprintsFill: boolean;
  overprintsStroke: boolean;
  mode: number;
  alphaFill: number;
  alphaStroke: number;
  blend: string;
  hasSoftMask: boolean;
  lineWidth: number;
  font: UsedFont | undefined;
}

const BLACK: Colour = { space: 'DeviceGray', object: undefined, values: [0] };

export const startFullState = (): FullState => ({
  base: startState(),
  fill: BLACK,
  stroke: BLACK,
  overprintsFill: false,
  overprintsStroke: false,
  mode: 0,
  alphaFill: 1,
  alphaStroke: 1,
  blend: 'Normal',
  hasSoftMask: false,
  lineWidth: 1,
  font: undefined,
});

export const copyState = (state: FullState): FullState => ({ ...state, base: { ...state.base } });

export const fillInk = ({ fill, overprintsFill, mode, alphaFill }: FullState): Ink => ({
  ...fill,
  overprints: overprintsFill,
  mode,
  alpha: alphaFill,
});

export const strokeInk = ({ stroke, overprintsStroke, mode, alphaStroke }: FullState): Ink => ({
  ...stroke,
  overprints: overprintsStroke,
  mode,
  alpha: alphaStroke,
});

const DEVICE: Readonly<Record<string, string>> = {
  k: 'DeviceCMYK',
  g: 'DeviceGray',
  rg: 'DeviceRGB',
};

/** What a colour space starts with: the last of its inks for a Separation, else black (ISO 32000-1, 8.6.3). */
const startValues = (space: string): readonly number[] => {
  if (space === 'DeviceCMYK') return [0, 0, 0, 1];
  return space === 'Separation' || space === 'DeviceN' ? [1] : [0];
};

/** Sets a colour by any of the colour operators; false for any other operator. */
export function setColour(
  operator: string,
  values: readonly number[],
  name: string,
  resources: PDFObject | undefined,
  state: FullState,
): boolean {
  const lower = operator.toLowerCase();
  const target = operator === lower ? 'fill' : 'stroke';
  const device = DEVICE[lower];
  if (device !== undefined) state[target] = { space: device, object: undefined, values };
  else if (lower === 'cs') {
    const object = entryOf(entryOf(resources, 'ColorSpace'), name);
    const space = object === undefined ? name : (familyOf(object) ?? name);
    state[target] = { space, object, values: startValues(space) };
  } else if (lower === 'sc' || lower === 'scn') state[target] = { ...state[target], values };
  else return false;
  return true;
}

/** A colour space's family name, without its ink. */
const familyOf = (object: PDFObject | undefined): string | undefined =>
  object === undefined ? undefined : spaceName(object).split(' ')[0];

/** Sets what an ExtGState says (ISO 32000-1, 8.4.5). */
export function useExtGState(gs: PDFObject | undefined, state: FullState): void {
  const strokes = entryOf(gs, 'OP')?.toString();
  const fills = entryOf(gs, 'op')?.toString() ?? strokes;
  if (strokes !== undefined) state.overprintsStroke = strokes === 'true';
  if (fills !== undefined) state.overprintsFill = fills === 'true';
  state.mode = numberOf(entryOf(gs, 'OPM')) ?? state.mode;
  state.alphaFill = numberOf(entryOf(gs, 'ca')) ?? state.alphaFill;
  state.alphaStroke = numberOf(entryOf(gs, 'CA')) ?? state.alphaStroke;
  state.lineWidth = numberOf(entryOf(gs, 'LW')) ?? state.lineWidth;
  const blend = entryOf(gs, 'BM');
  if (blend !== undefined) state.blend = nameOf(blend) ?? nameOf(itemsOf(blend)[0]) ?? 'Normal';
  const mask = entryOf(gs, 'SMask');
  if (mask !== undefined) state.hasSoftMask = nameOf(mask) !== 'None';
}
