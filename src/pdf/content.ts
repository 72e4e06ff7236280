import type { PictureItem } from '../layout/laid-out.js';
import type { Face } from '../typeset/face.js';
import type { Cmyk, Ink } from '../units/ink.js';
import { pdfNumber } from './pdf-number.js';
import { type Raster, rasterOf, type ToScreen } from './raster.js';

/** A plate of its own: the name and what stands in for it at full tint. */
export interface Spot {
  readonly name: string;
  readonly cmyk: Cmyk;
}

/** What a stream names and its resource dictionary must hold. */
export interface ContentResources {
  /** Resource name -> face. */
  readonly fonts: ReadonlyMap<string, Face>;
  /** Resource name -> spot. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** Resource name -> picture; absent where a stream can hold none. */
  readonly rasters?: ReadonlyMap<string, Raster> | undefined;
}

/** How a content stream finds its names: its own (panels), or the run's (what stands on pages). */
export interface ContentNames {
  font?: (face: Face) => string;
  /** Red, green and blue, 0 to 1: for a screen. Absent for print: inks as they are. */
  colour?: (ink: Ink) => readonly number[];
  /** Pixels in inks as red, green and blue; goes with `colour`. */
  pixels?: ToScreen;
}

/** Resource names of the two overprint states (print-spec 2.2). */
export const OVERPRINT = 'K';
export const KNOCK_OUT = 'N';

const isSame = (a: Cmyk, b: Cmyk): boolean => a.every((share, at) => share === b[at]);

/** Whether an ink is the black plate alone, solid: it prints over what lies under it. */
export const isBlackAlone = (ink: Ink): boolean =>
  ink.spot === undefined && isSame(ink.cmyk, [0, 0, 0, 1]);

/** An ink as process inks, a spot's fallback thinned to its tint. */
function processInks(ink: Ink): Cmyk {
  const tint = ink.spot?.tint ?? 1;
  const [c, m, y, k] = ink.cmyk;
  return [c * tint, m * tint, y * tint, k * tint];
}

/**
 * A content stream in the making: operators in order, the graphics state that they leave, and the
 * names that they use. Coordinates in points, y upwards.
 */
export class Content implements ContentResources {
  readonly fonts = new Map<string, Face>();
  readonly spots = new Map<string, Spot>();
  readonly rasters = new Map<string, Raster>();
  readonly #operators: string[] = [];
  readonly #fontNames = new Map<string, string>();
  readonly #hasPlates: boolean;
  readonly #names: ContentNames;
  #overprint: boolean | undefined;
  #fill = '';
  #stroke = '';
  #font = '';
  #line = '';

  constructor(spots: 'plates' | 'fallback', names: ContentNames = {}) {
    this.#hasPlates = spots === 'plates';
    this.#names = names;
    this.overprint(false);
  }

  /** Writes an operator with its operands. */
  put(operator: string): void {
    this.#operators.push(operator);
  }

  /** What was written since the last time; the graphics state goes on. */
  take(): string {
    return this.#operators.splice(0).join('\n');
  }

  get text(): string {
    return this.#operators.join('\n');
  }

  /** Black alone overprints; everything else, white above all, knocks out. */
  overprint(on: boolean): void {
    if (this.#overprint === on || this.#names.colour) return;
    this.#overprint = on;
    this.put(`/${on ? OVERPRINT : KNOCK_OUT} gs`);
  }

  fill(ink: Ink): void {
    const operator = this.#ink(ink, 'k', 'cs', 'scn');
    if (operator !== this.#fill) this.put(operator);
    this.#fill = operator;
  }

  stroke(ink: Ink): void {
    const operator = this.#ink(ink, 'K', 'CS', 'SCN');
    if (operator !== this.#stroke) this.put(operator);
    this.#stroke = operator;
  }

  /** A line's width in points, its ends and corners as PDF numbers them. */
  line(width: number, cap: 0 | 1 | 2, join: 0 | 1 | 2): void {
    // SVG cuts mitres off at 4 (SVG 1.1, 11.4); PDF would at 10.
    const operator = `${pdfNumber(width)} w ${cap} J ${join} j 4 M`;
    if (operator !== this.#line) this.put(operator);
    this.#line = operator;
  }

  /** A face and its size in points, inside a text object. */
  font(face: Face, size: number): void {
    const operator = `/${this.#fontName(face)} ${pdfNumber(size)} Tf`;
    if (operator !== this.#font) this.put(operator);
    this.#font = operator;
  }

  /** A picture in a box: left, bottom, width and height in points. */
  picture(item: PictureItem, [left, bottom, width, height]: readonly number[]): void {
    this.overprint(false);
    const raster = rasterOf(item, this.#names.pixels);
    const known = [...this.rasters].find(([, it]) => it === raster)?.[0];
    const name = known ?? `I${this.rasters.size}`;
    this.rasters.set(name, raster);
    const place = [width, 0, 0, height, left, bottom].map((it) => pdfNumber(it ?? 0)).join(' ');
    this.put(`q\n${place} cm\n/${name} Do\nQ`);
  }

  #fontName(face: Face): string {
    const known = this.#fontNames.get(face.id);
    if (known !== undefined) return known;
    const name = this.#names.font?.(face) ?? `F${this.#fontNames.size}`;
    this.#fontNames.set(face.id, name);
    this.fonts.set(name, face);
    return name;
  }

  #ink(ink: Ink, process: string, space: string, tint: string): string {
    const { colour } = this.#names;
    if (colour) return `${colour(ink).map(pdfNumber).join(' ')} ${process === 'k' ? 'rg' : 'RG'}`;
    if (ink.spot !== undefined && this.#hasPlates) {
      const { name, tint: share } = ink.spot;
      return `/${this.#spotName(name, ink.cmyk)} ${space} ${pdfNumber(share)} ${tint}`;
    }
    return `${processInks(ink).map(pdfNumber).join(' ')} ${process}`;
  }

  #spotName(name: string, cmyk: Cmyk): string {
    const resource = `S${Buffer.from(name, 'utf8').toString('hex')}`;
    if (!this.spots.has(resource)) this.spots.set(resource, { name, cmyk });
    return resource;
  }
}
