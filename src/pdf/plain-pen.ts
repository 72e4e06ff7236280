import type { PlainLine, PlainLook } from '../typeset/plain-look.js';
import { toPt } from '../units/length.js';
import { Content, type ContentResources, isBlackAlone } from './content.js';
import { type FontUse, pdfWidth } from './font-use.js';
import { pdfNumber } from './pdf-number.js';

/** Where the texts of a place stand: mm, x and y of the lines' box from the left and the top of what is `height` high. */
export interface PlainPlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** The width that lines are set to. */
  readonly measure: number;
}

/** Draws the plain texts of one place: the operators that `drawText` gives, at a small part of the cost. */
export class PlainPen {
  readonly #look: PlainLook;
  readonly #place: PlainPlace;
  readonly #fonts: FontUse;
  readonly #spots: 'plates' | 'fallback';
  readonly #noted: Uint8Array;
  readonly #size: number;
  #start: Content | undefined;
  #before = '';

  constructor(look: PlainLook, place: PlainPlace, fonts: FontUse, spots: 'plates' | 'fallback') {
    this.#look = look;
    this.#place = place;
    this.#fonts = fonts;
    this.#spots = spots;
    this.#noted = new Uint8Array(look.face.glyphCount);
    this.#size = toPt(look.size);
  }

  /** Notes the glyphs of a text that will be drawn; gives what all texts of the place name. */
  note(line: PlainLine): ContentResources {
    const { face } = this.#look;
    for (let at = 0; at < line.text.length; at += 1) {
      const glyph = line.glyph(at);
      if (this.#noted[glyph] === 1) continue;
      this.#fonts.add(face, glyph, line.text[at] ?? '');
      this.#noted[glyph] = 1;
    }
    return this.#begin();
  }

  /** The operators that draw a text; undefined where it is too wide for its line, or its letters lie too far apart to be shown as one. */
  draw(line: PlainLine): string | undefined {
    this.note(line);
    const { x, y, height, measure } = this.#place;
    if (line.width > measure) return undefined;
    const left = toPt(x) + toPt(this.#look.lineStart(line.width, measure));
    const shown = this.#show(line, left);
    if (shown === undefined) return undefined;
    const baseline = toPt(height - y) - toPt(this.#look.baseline);
    const place = `1 0 0 1 ${pdfNumber(left)} ${pdfNumber(baseline)} Tm`;
    return `${this.#before}\n${place}\n${shown}\nET`;
  }

  /** Glyphs in hex, with the steps between them where the pen does not fall on the next by itself. */
  #show(line: PlainLine, left: number): string | undefined {
    const { face } = this.#look;
    const size = this.#size;
    const { length } = line.text;
    const into = roomFor(length);
    let end = putText(into, '[<', 0);
    let isKerned = false;
    let at = left;
    let pen = left;
    for (let index = 0; index < length; index += 1) {
      if (Math.abs(pen - at) >= size) return undefined;
      const back = Math.round(((pen - at) / size) * 1000);
      if (back !== 0) {
        end = putText(into, `> ${back} <`, end);
        isKerned = true;
        pen -= (back * size) / 1000;
      }
      const glyph = line.glyph(index);
      end = putHex(into, glyph, end);
      pen += (pdfWidth(face, glyph) * size) / 1000;
      at += toPt(line.advance(index));
    }
    end = putText(into, isKerned ? '>] TJ' : '> Tj', end);
    return into.toString('latin1', isKerned ? 0 : 1, end);
  }

  /** What stands before the place of the first letter: ink, face and size. */
  #begin(): Content {
    if (this.#start === undefined) {
      const { face, ink } = this.#look;
      const start = new Content(this.#spots, { font: (it) => this.#fonts.of(it).name });
      start.put('BT');
      start.overprint(isBlackAlone(ink));
      start.fill(ink);
      start.font(face, this.#size);
      this.#start = start;
      this.#before = start.text;
    }
    return this.#start;
  }
}

/** Bytes that a letter takes at the most: four hex digits, and a step before them with its brackets. */
const LETTER_ROOM = 32;

/** A text's letters are put together here: a string for each would be gone a moment later. */
let room = Buffer.allocUnsafe(128 * LETTER_ROOM);

function roomFor(letters: number): Buffer {
  if (room.length < (letters + 1) * LETTER_ROOM)
    room = Buffer.allocUnsafe((letters + 1) * LETTER_ROOM);
  return room;
}

const HEX = Buffer.from('0123456789ABCDEF', 'latin1');

/** Puts a few characters of ASCII; gives where they end. */
function putText(into: Buffer, text: string, at: number): number {
  for (let index = 0; index < text.length; index += 1) into[at + index] = text.charCodeAt(index);
  return at + text.length;
}

/** Puts a glyph's number in four hex digits; gives where it ends. */
function putHex(into: Buffer, glyph: number, at: number): number {
  for (let digit = 0; digit < 4; digit += 1)
    into[at + digit] = HEX[(glyph >> (12 - 4 * digit)) & 0xf] ?? 0;
  return at + 4;
}
