import type { PDFObject } from '@cantoo/pdf-lib';
import { inlineImageSpace } from '../colour-space.js';
import { entryOf, itemsOf, nameOf, numberOf } from '../pdf-values.js';
import { Name, type Operand } from '../tokens.js';
import { boundsOnPage } from './bounds-on-page.js';
import type { Ink, Pixels, Shape } from './drawn.js';
import { type FullState, fillInk } from './state.js';

/** An image XObject where it is painted. */
export function drawnImage(image: PDFObject, state: FullState): Shape {
  const isStencil = entryOf(image, 'ImageMask')?.toString() === 'true';
  const bits = numberOf(entryOf(image, 'BitsPerComponent')) ?? (isStencil ? 1 : 8);
  const width = numberOf(entryOf(image, 'Width')) ?? 0;
  const height = numberOf(entryOf(image, 'Height')) ?? 0;
  const fill = isStencil ? fillInk(state) : ownInk(entryOf(image, 'ColorSpace'), state);
  const pixels = { object: image, width, height, isBilevel: isStencil || bits === 1 };
  return placed(pixels, fill, state);
}

/** An image that stands in the content itself (ISO 32000-1, 8.9.7). */
export function drawnInlineImage(
  operands: readonly Operand[],
  resources: PDFObject | undefined,
  state: FullState,
): Shape {
  const value = (...keys: string[]): Operand | undefined => {
    const at = operands.findIndex((it) => it instanceof Name && keys.includes(it.text));
    return at < 0 ? undefined : operands[at + 1];
  };
  const isStencil = value('IM', 'ImageMask') === true;
  const space = inlineImageSpace(operands, resources);
  const width = Number(value('W', 'Width')) || 0;
  const height = Number(value('H', 'Height')) || 0;
  const isBilevel = isStencil || value('BPC', 'BitsPerComponent') === 1;
  const fill = fillInk(state);
  return placed(
    { object: undefined, width, height, isBilevel },
    isStencil || space === undefined
      ? fill
      : { ...fill, space: space.split(' ')[0] ?? '', object: undefined, values: [] },
    state,
  );
}

/** A shading that `sh` paints: where its edges are is not read. */
export const drawnShading = (shading: PDFObject | undefined, state: FullState): Shape => ({
  kind: 'shading',
  bounds: [0, 0, 0, 0],
  fill: ownInk(entryOf(shading, 'ColorSpace'), state),
});

/** The ink of what brings its own colours: the space that it names. */
const ownInk = (object: PDFObject | undefined, state: FullState): Ink => ({
  ...fillInk(state),
  space: nameOf(object) ?? nameOf(itemsOf(object)[0]) ?? 'unknown',
  object,
  values: [],
});

/** An image fills the unit square of the space that it is painted in (ISO 32000-1, 8.9.5). */
function placed(image: Omit<Pixels, 'ppi'>, fill: Ink, { base: { ctm } }: FullState): Shape {
  const inches = [Math.hypot(ctm[0], ctm[1]) / 72, Math.hypot(ctm[2], ctm[3]) / 72];
  const ppi = Math.min(image.width / (inches[0] || 1), image.height / (inches[1] || 1));
  return {
    kind: 'image',
    bounds: boundsOnPage(ctm, [0, 0, 1, 1]),
    fill,
    pixels: { ...image, ppi },
  };
}
