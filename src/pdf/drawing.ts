import type { Content, ContentResources } from './content.js';
import { deflate } from './deflate.js';

/** A content stream that many files share: drawn once, deflated once. */
export interface Drawing extends ContentResources {
  readonly bytes: Uint8Array;
  /** Left, bottom, right, top in points: what it may paint on. */
  readonly bbox: readonly number[];
}

/** Ends a content stream: from here on it is only copied. */
export const toDrawing = (content: Content, bbox: readonly number[]): Drawing => ({
  bytes: deflate(content.text),
  bbox,
  fonts: content.fonts,
  spots: content.spots,
  rasters: content.rasters,
});
