import type { PDFObject } from '@cantoo/pdf-lib';
import type { Mark } from './mark.js';
import type { UsedFont } from './used-font.js';

/** Left, bottom, right, top, in points of the page's own space. */
export type Bounds = readonly [number, number, number, number];

/** What a fill or a stroke prints with. */
export interface Ink {
  /** The family: DeviceCMYK, DeviceGray, Separation, DeviceN, ICCBased, Pattern … */
  readonly space: string;
  /** The colour space as it stands in the file; absent for a device's own. */
  readonly object: PDFObject | undefined;
  readonly values: readonly number[];
  readonly overprints: boolean;
  /** The overprint mode. */
  readonly mode: number;
  /** 0 is not there at all, 1 is opaque. */
  readonly alpha: number;
}

/** A picture's pixels. */
export interface Pixels {
  readonly object: PDFObject | undefined;
  readonly width: number;
  readonly height: number;
  /** A stencil or a picture of 1 bit. */
  readonly isBilevel: boolean;
  /** Pixels to the inch as it is placed, the lower of the two directions. */
  readonly ppi: number;
}

/** One thing that a page draws, in painting order. */
export interface Drawn {
  readonly kind: 'text' | 'path' | 'image' | 'shading';
  /** From 0. */
  readonly page: number;
  readonly bounds: Bounds;
  readonly mark: Mark | undefined;
  readonly fill: Ink | undefined;
  readonly stroke: Ink | undefined;
  readonly blend: string;
  readonly hasSoftMask: boolean;
  /** Inside an isolated group that is not the page's own. */
  readonly isIsolated: boolean;
  /** Points: of a stroke its width, of a thin filled rectangle its thinner side; absent for any other shape. */
  readonly line: number | undefined;
  /** Whether a filled shape is one rectangle along the axes. */
  readonly isRectangle: boolean;
  /** How much of its bounds it covers, 0 to 1; of text what is usual. */
  readonly coverage: number;
  readonly text: DrawnText | undefined;
  readonly pixels: Pixels | undefined;
}

/** What is drawn, before it is known among which marks and groups it stands. */
export type Shape = Pick<Drawn, 'kind' | 'bounds'> &
  Partial<Pick<Drawn, 'fill' | 'stroke' | 'line' | 'isRectangle' | 'coverage' | 'text' | 'pixels'>>;

/** What a string of text is set in. */
export interface DrawnText {
  readonly font: UsedFont | undefined;
  /** Points as it stands on the page. */
  readonly size: number;
  readonly codes: readonly number[];
  /** The rendering mode; 3 and 7 show nothing. */
  readonly mode: number;
}

/** Everything that a file's pages draw and use. */
export interface ReadDrawn {
  readonly drawn: readonly Drawn[];
  readonly marks: readonly Mark[];
  readonly fonts: ReadonlyMap<PDFObject, UsedFont>;
  /** Objects that content uses, each once. */
  readonly extGStates: ReadonlySet<PDFObject>;
  readonly images: ReadonlySet<PDFObject>;
  /** Forms, with how often content paints each. */
  readonly forms: ReadonlyMap<PDFObject, number>;
  /** Deepest nesting of `q`. */
  readonly deepest: number;
  /** False where a part could not be read, or the limits were met. */
  readonly isWhole: boolean;
}
