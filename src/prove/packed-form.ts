import type { Face } from '../typeset/face.js';
import type {
  OwedFace,
  OwedForm,
  OwedItem,
  OwedLeaflet,
  OwedLine,
  OwedPanel,
  OwedSide,
} from './owed-form.js';

/** The outlines that a form needs of a face. */
interface PackedFace {
  readonly unitsPerEm: number;
  /** SVG path data by glyph. */
  readonly outlines: ReadonlyMap<number, string>;
}

/** What a form owes as plain data, its faces by name: it can be handed to a thread that knows no fonts. */
export interface PackedForm {
  readonly owed: OwedForm<string>;
  readonly faces: ReadonlyMap<string, PackedFace>;
}

/** Packs a form; of panels that `known` holds only where they lie, since nobody reads them back again. */
export function packForm(form: OwedForm<Face>, known: ReadonlySet<string>): PackedForm {
  const faces = new Map<string, { unitsPerEm: number; outlines: Map<number, string> }>();
  const owed = withFaces(form, known, ({ face, glyphs }) => {
    const packed = faces.get(face.id) ?? { unitsPerEm: face.unitsPerEm, outlines: new Map() };
    faces.set(face.id, packed);
    for (const { id } of glyphs)
      if (!packed.outlines.has(id)) packed.outlines.set(id, face.outlineOf(id));
    return face.id;
  });
  return { owed, faces };
}

const NONE: ReadonlySet<string> = new Set();

/** Makes forms of packed ones. A face is one for all of them, so that its shapes are worked out once. */
export class FormUnpacker {
  readonly #faces = new Map<string, UnpackedFace>();

  unpack({ owed, faces }: PackedForm): OwedForm {
    for (const [id, face] of faces) {
      const known = this.#faces.get(id) ?? new UnpackedFace(face.unitsPerEm);
      this.#faces.set(id, known);
      known.add(face.outlines);
    }
    return withFaces(owed, NONE, ({ face: id }) => {
      const face = this.#faces.get(id);
      if (!face) throw new Error(`the face ${id} was not packed with its form`);
      return face;
    });
  }
}

class UnpackedFace implements OwedFace {
  readonly unitsPerEm: number;
  readonly #outlines = new Map<number, string>();

  constructor(unitsPerEm: number) {
    this.unitsPerEm = unitsPerEm;
  }

  add(outlines: ReadonlyMap<number, string>): void {
    for (const [glyph, outline] of outlines) this.#outlines.set(glyph, outline);
  }

  outlineOf(glyph: number): string {
    const outline = this.#outlines.get(glyph);
    if (outline === undefined) throw new Error(`glyph ${glyph} was not packed with its face`);
    return outline;
  }
}

/** A leaflet as plain data, without its form's words and pictures. */
export const packLeaflet = ({ fileName, jobCode, phone, form }: OwedLeaflet): OwedLeaflet => ({
  fileName,
  jobCode,
  phone,
  form: { brand: { id: form.brand.id }, locale: { tag: form.locale.tag } },
});

type FaceOf<A, B> = (run: OwedLine<A>['runs'][number]) => B;

/** The same form with other faces, and with nothing that a proof does not look at. */
function withFaces<A, B>(
  { form, isDraft, sides }: OwedForm<A>,
  known: ReadonlySet<string>,
  faceOf: FaceOf<A, B>,
): OwedForm<B> {
  const { format, approval } = form;
  const { width, height } = format.trim;
  const contacts = Object.entries(approval?.contacts ?? {}).map(
    ([ref, { shown }]) => [ref, { shown }] as const,
  );
  return {
    form: {
      format: { trim: { width, height }, bleed: format.bleed },
      approval: approval && { contacts: Object.fromEntries(contacts) },
    },
    isDraft,
    sides: sides.map((side) => sideWith(side, known, faceOf)),
  };
}

const sideWith = <A, B>(
  { name, die, panels, overlay }: OwedSide<A>,
  known: ReadonlySet<string>,
  faceOf: FaceOf<A, B>,
): OwedSide<B> => ({
  name,
  die,
  panels: panels.map(({ x, y, isTurned, panel }) => ({
    x,
    y,
    isTurned,
    panel: panelWith(panel, known.has(panel.key) ? [] : panel.items, faceOf),
  })),
  overlay: overlay.map((item) => itemWith(item, faceOf)),
});

const panelWith = <A, B>(
  { name, key, width, height, slots }: OwedPanel<A>,
  items: readonly OwedItem<A>[],
  faceOf: FaceOf<A, B>,
): OwedPanel<B> => ({
  name,
  key,
  width,
  height,
  items: items.map((item) => itemWith(item, faceOf)),
  slots: slots.map(({ field, box }) => ({ field, box })),
});

function itemWith<A, B>(item: OwedItem<A>, faceOf: FaceOf<A, B>): OwedItem<B> {
  if (item.kind === 'text') {
    const { kind, x, y, text } = item;
    return { kind, x, y, text: { lines: text.lines.map((line) => lineWith(line, faceOf)) } };
  }
  if (item.kind !== 'code') return { kind: item.kind };
  const { kind, x, y, module, symbol } = item;
  return { kind, x, y, module, symbol: { modules: symbol.modules, target: symbol.target } };
}

const lineWith = <A, B>(
  { x, baseline, width, words, runs }: OwedLine<A>,
  faceOf: FaceOf<A, B>,
): OwedLine<B> => ({
  x,
  baseline,
  width,
  words,
  runs: runs.map((run) => ({
    face: faceOf(run),
    size: run.size,
    x: run.x,
    width: run.width,
    direction: run.direction,
    glyphs: run.glyphs,
  })),
});
