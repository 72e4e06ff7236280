import type { Face } from '../typeset/face.js';
import { type ContentResources, KNOCK_OUT, OVERPRINT, type Spot } from './content.js';
import type { Drawing } from './drawing.js';
import type { EmbeddedFont } from './embedded-font.js';
import type { PdfDictionary, PdfFile, PdfReference } from './pdf-file.js';
import { pdfName, written } from './pdf-syntax.js';
import type { Raster } from './raster.js';

/** The objects that the streams of one file share: each font, plate, overprint state and panel once. */
export class FileResources {
  readonly #file: PdfFile;
  readonly #embedded: ReadonlyMap<string, EmbeddedFont>;
  readonly #fonts = new Map<string, PdfReference>();
  readonly #spots = new Map<string, PdfReference>();
  readonly #rasters = new Map<Raster, PdfReference>();
  readonly #drawings = new Map<Drawing, PdfReference>();
  readonly #states: PdfDictionary | undefined;

  /** `overprint` only for the press: a screen has no plates. */
  constructor(
    file: PdfFile,
    embedded: ReadonlyMap<string, EmbeddedFont>,
    overprint: 'overprint' | 'none' = 'overprint',
  ) {
    this.#file = file;
    this.#embedded = embedded;
    if (overprint === 'none') return;
    this.#states = {
      [OVERPRINT]: file.add({ Type: 'ExtGState', OP: true, op: true, OPM: 1 }),
      [KNOCK_OUT]: file.add({ Type: 'ExtGState', OP: false, op: false, OPM: 0 }),
    };
  }

  /** The resource dictionary of a stream, or of streams that follow each other on a page. */
  dictionary(...used: readonly ContentResources[]): PdfDictionary {
    const fonts: Record<string, PdfReference> = {};
    const spots: Record<string, PdfReference> = {};
    const pictures: Record<string, PdfReference> = {};
    for (const resources of used) {
      for (const [name, face] of resources.fonts) fonts[name] = this.#font(face);
      for (const [name, spot] of resources.spots) spots[name] = this.#spot(spot);
      for (const [name, raster] of resources.rasters ?? []) pictures[name] = this.#raster(raster);
    }
    return {
      ExtGState: this.#states,
      Font: Object.keys(fonts).length > 0 ? fonts : undefined,
      ColorSpace: Object.keys(spots).length > 0 ? spots : undefined,
      XObject: Object.keys(pictures).length > 0 ? pictures : undefined,
    };
  }

  /** A drawing as a form without a group: an isolated group would make black text knock out (print-spec 2.3). */
  drawing(drawing: Drawing): PdfReference {
    const known = this.#drawings.get(drawing);
    if (known !== undefined) return known;
    const dictionary = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: drawing.bbox,
      Resources: this.dictionary(drawing),
      Filter: 'FlateDecode',
    };
    const reference = this.#file.addStream(dictionary, drawing.bytes);
    this.#drawings.set(drawing, reference);
    return reference;
  }

  #font(face: Face): PdfReference {
    const known = this.#fonts.get(face.id);
    if (known !== undefined) return known;
    const embedded = this.#embedded.get(face.id);
    if (embedded === undefined) throw new Error(`the face ${face.id} was not embedded`);
    const reference = embedded.addTo(this.#file);
    this.#fonts.set(face.id, reference);
    return reference;
  }

  #raster(raster: Raster): PdfReference {
    const known = this.#rasters.get(raster);
    if (known !== undefined) return known;
    const { width, height, space, bytes } = raster;
    const dictionary = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      ColorSpace: space,
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
    };
    const reference = this.#file.addStream(dictionary, bytes);
    this.#rasters.set(raster, reference);
    return reference;
  }

  /** One object for each plate's name: two would be two inks to a press (GWG 2022, R0023). */
  #spot(spot: Spot): PdfReference {
    const known = this.#spots.get(spot.name);
    if (known !== undefined) return known;
    const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: spot.cmyk, N: 1 };
    const name = written(pdfName(spot.name));
    const reference = this.#file.add(['Separation', name, 'DeviceCMYK', tint]);
    this.#spots.set(spot.name, reference);
    return reference;
  }
}
