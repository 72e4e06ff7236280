import type { LaidOutPanel, PanelItem } from '../layout/laid-out.js';
import type { Face } from '../typeset/face.js';
import type { SetLine } from '../typeset/set-paragraph.js';
import { sha256Hex } from '../units/hash.js';
import type { Ink } from '../units/ink.js';
import type { Path } from '../units/path.js';
import { faceHash } from './face-hash.js';

/** What the drawing of a panel is kept under. */
export interface DrawingKey {
  readonly key: string;
  /** The panel's faces; what is kept names them by their place here. */
  readonly faces: readonly Face[];
}

/**
 * The hash of all that the drawing of a panel depends on. The panel's own key names its faces by their files, and rounds:
 * here stand beside it what those files hold, and each number that is drawn from as it is. Undefined for a
 * panel with a picture: its pixels hang on the press's profile too.
 */
export function drawingKey(
  panel: LaidOutPanel,
  spots: 'plates' | 'fallback',
): DrawingKey | undefined {
  const exact = new ExactNumbers();
  const { width, height, outer } = panel;
  exact.add(width, height, outer.top, outer.right, outer.bottom, outer.left);
  if (!panel.items.every((item) => exact.addItem(item))) return undefined;
  const faces = [...exact.faces.keys()];
  const of = [panel.key, spots, exact.hash(), ...faces.map((face) => [face.id, faceHash(face)])];
  return { key: sha256Hex(JSON.stringify(of)), faces };
}

/** The numbers of a panel, in painting order. */
class ExactNumbers {
  readonly faces = new Map<Face, number>();
  /** A run goes on where the ink is the very same: which inks are one is a number too. */
  readonly #inks = new Map<Ink, number>();
  readonly #numbers: number[] = [];

  hash(): string {
    return sha256Hex(new Uint8Array(new Float64Array(this.#numbers).buffer));
  }

  add(...numbers: readonly number[]): void {
    for (const number of numbers) this.#numbers.push(number);
  }

  /** False for a picture. */
  addItem(item: PanelItem): boolean {
    switch (item.kind) {
      case 'picture':
        return false;
      case 'art':
        return item.parts.every((part) => this.addItem(part));
      case 'stroke':
        this.add(item.width);
        this.#addShape(item.path, item.ink);
        return true;
      case 'fill':
        this.#addShape(item.path, item.ink);
        return true;
      case 'code':
        this.add(item.x, item.y, item.module);
        this.#addShape(item.symbol.path, item.ink);
        return true;
      case 'text':
        this.add(item.x, item.y);
        for (const line of item.text.lines) this.#addLine(line);
        return true;
    }
  }

  #addShape(path: Path, ink: Ink): void {
    this.#addInk(ink);
    for (const step of path)
      for (const value of step) if (typeof value === 'number') this.#numbers.push(value);
  }

  #addLine({ x, baseline, runs }: SetLine): void {
    this.add(x, baseline);
    for (const { face, ink, size, x: start, glyphs } of runs) {
      this.add(numberOf(this.faces, face), size, start);
      this.#addInk(ink);
      for (const { id, advance, dx, dy, word } of glyphs)
        this.#numbers.push(id, advance, dx, dy, word);
    }
  }

  #addInk(ink: Ink): void {
    this.add(numberOf(this.#inks, ink), ...ink.cmyk, ink.spot?.tint ?? -1);
  }
}

/** Things numbered in the order in which they are met. */
function numberOf<T>(known: Map<T, number>, it: T): number {
  const number = known.get(it) ?? known.size;
  known.set(it, number);
  return number;
}
