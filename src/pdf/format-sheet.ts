import { dieLines } from '../layout/die-lines.js';
import { type PlacedFrame, sideFrames } from '../layout/panel-frame.js';
import { DIE_PLATES, type DieKind } from '../sources/die-step.js';
import type { FoldStep } from '../sources/fold-step.js';
import { foldingOf } from '../sources/folding-of.js';
import type { Format } from '../sources/format.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { Box } from '../units/box.js';
import { sha256Hex } from '../units/hash.js';
import { BLACK, type Cmyk } from '../units/ink.js';
import { toPt } from '../units/length.js';
import type { Path } from '../units/path.js';
import { Content } from './content.js';
import { drawPath } from './draw-path.js';
import { drawText } from './draw-text.js';
import { toDrawing } from './drawing.js';
import { embedFont } from './embedded-font.js';
import { FileResources } from './file-resources.js';
import { FontUse } from './font-use.js';
import { PdfFile } from './pdf-file.js';
import { pdfNumber } from './pdf-number.js';
import { setSlug } from './slug.js';

/** Paper round the piece, mm: a head, a legend, room for the labels of folds. */
const PAPER = { top: 36, right: 26, bottom: 46, left: 26 } as const;

interface Pen {
  readonly ink: Cmyk;
  /** Points. */
  readonly width: number;
  /** Dash and gap, mm. */
  readonly dash?: number | undefined;
}

const TRIM: Pen = { ink: [0, 0, 0, 1], width: 0.75 };
const BLEED: Pen = { ink: [0, 0.9, 0.9, 0], width: 0.5 };
const SAFE: Pen = { ink: [0.8, 0, 0.9, 0.2], width: 0.5, dash: 1 };
const FOLD: Pen = { ink: [1, 0.4, 0, 0], width: 0.75, dash: 2.5 };
const KEEP_OUT: Pen = { ink: [0, 0.6, 1, 0], width: 0.5, dash: 0.5 };
const DIE: Readonly<Record<DieKind, Pen>> = {
  cut: { ink: [0, 1, 0, 0], width: 1 },
  crease: { ink: [1, 0, 0, 0], width: 1 },
  fold: { ink: [1, 0, 1, 0], width: 1 },
  perforate: { ink: [0.6, 1, 0, 0], width: 1, dash: 1 },
  drill: { ink: [1, 0.6, 0, 0], width: 1 },
  glue: { ink: [0, 0.5, 1, 0], width: 1, dash: 2 },
};

/**
 * A drawing of a format to design on, a page a side, in full size: trim, bleed, where copy may stand, folds in
 * their order, panels numbered as a reader meets them, what must stay free, the die. It is no file for a press.
 */
export function formatSheet(format: Format, typesetter: Typesetter, producer: string): Uint8Array {
  const fonts = new FontUse();
  const pages = format.sides.map((_, side) => new SheetPage(format, side, typesetter, fonts));
  const drawings = pages.map((page) => toDrawing(page.content, page.media));
  fonts.close();
  const embedded = new Map(fonts.faces.map((use) => [use.face.id, embedFont(use)]));
  const file = new PdfFile({
    title: `${format.id}: ${format.title}`,
    producer,
    prepared: new Date('2000-01-01T00:00:00Z'),
    lang: 'en',
    id: Buffer.from(sha256Hex(JSON.stringify(format)).slice(0, 32), 'hex'),
    edition: 'reader',
  });
  const resources = new FileResources(file, embedded);
  for (const [at, drawing] of drawings.entries())
    file.addPage({
      MediaBox: pages[at]?.media ?? [],
      TrimBox: pages[at]?.trim ?? [],
      Resources: resources.dictionary(drawing),
      Contents: [file.addStream({ Filter: 'FlateDecode' }, drawing.bytes)],
    });
  return Buffer.concat(file.finish().chunks);
}

const mm = (value: number): string => `${Math.round(value * 100) / 100}`;

class SheetPage {
  readonly content: Content;
  readonly media: readonly number[];
  readonly trim: readonly number[];
  readonly #format: Format;
  readonly #side: number;
  readonly #typesetter: Typesetter;
  readonly #fonts: FontUse;
  /** mm from the paper's bottom to the trim's top. */
  readonly #top: number;

  constructor(format: Format, side: number, typesetter: Typesetter, fonts: FontUse) {
    this.content = new Content('fallback', { font: (face) => fonts.of(face).name });
    this.#format = format;
    this.#side = side;
    this.#typesetter = typesetter;
    this.#fonts = fonts;
    const { width, height } = format.trim;
    this.#top = PAPER.bottom + height;
    this.media = [0, 0, PAPER.left + width + PAPER.right, this.#top + PAPER.top].map(toPt);
    this.trim = [PAPER.left, PAPER.bottom, PAPER.left + width, this.#top].map(toPt);
    this.#draw();
  }

  #draw(): void {
    const { trim, bleed } = this.#format;
    const sheet = { x: 0, y: 0, ...trim };
    const outer = {
      x: -bleed,
      y: -bleed,
      width: trim.width + 2 * bleed,
      height: trim.height + 2 * bleed,
    };
    this.#stroke(rectangle(outer), BLEED);
    this.#stroke(rectangle(sheet), TRIM);
    for (const zone of this.#keepOuts()) this.#stroke(rectangle(zone), KEEP_OUT);
    for (const frame of sideFrames(this.#format, this.#side)) this.#panel(frame);
    foldingOf(this.#format).forEach((step, at) => {
      this.#fold(step, at + 1);
    });
    for (const { step, path } of dieLines(this.#format, this.#side)) this.#stroke(path, DIE[step]);
    this.#head();
    this.#legend();
    this.#turnedLabels();
  }

  #keepOuts(): readonly Box[] {
    const { keepOut, trim, sides } = this.#format;
    return keepOut
      .filter((zone) => zone.sides.includes(sides[this.#side]?.name ?? ''))
      .map(({ from, height }) => ({
        x: 0,
        y: from === 'top' ? 0 : trim.height - height,
        width: trim.width,
        height,
      }));
  }

  /** A panel's safe area, and in its middle its number, name and sizes, standing as its copy does. */
  #panel(frame: PlacedFrame): void {
    const { x, y, width, height, live, isTurned } = frame;
    const safe = isTurned
      ? { ...live, x: x + width - live.x - live.width, y: y + height - live.y - live.height }
      : { ...live, x: x + live.x, y: y + live.y };
    this.#stroke(rectangle(safe), SAFE);
    if (!isTurned) this.#label(frame, PAPER.left + x + width / 2, this.#top - y - height / 2);
  }

  #label({ name, width, height, live, isTurned }: PlacedFrame, x: number, y: number): void {
    const lines = [
      { text: `${this.#format.readingOrder.indexOf(name) + 1}`, size: 40 },
      { text: name, size: 12 },
      { text: `${mm(width)} x ${mm(height)} mm`, size: 8 },
      { text: `copy: ${mm(live.width)} x ${mm(live.height)} mm`, size: 8 },
      ...(isTurned ? [{ text: 'on its head, flat', size: 8 }] : []),
    ];
    let down = y + 16;
    for (const { text, size } of lines) down -= this.#line(text, size, x, down, 'middle');
  }

  /** Last on the page: what is restored after a turn is not known to the content any more. */
  #turnedLabels(): void {
    const turned = sideFrames(this.#format, this.#side).filter(({ isTurned }) => isTurned);
    if (turned.length === 0) return;
    const { trim } = this.#format;
    const paper = { width: PAPER.left + trim.width + PAPER.right, height: this.#top + PAPER.top };
    this.content.put(
      `q -1 0 0 -1 ${pdfNumber(toPt(paper.width))} ${pdfNumber(toPt(paper.height))} cm`,
    );
    for (const frame of turned) {
      const x = PAPER.left + frame.x + frame.width / 2;
      const y = this.#top - frame.y - frame.height / 2;
      this.#label(frame, paper.width - x, paper.height - y);
    }
    this.content.put('Q');
  }

  /** `at` is measured on the inside, which is the last side. */
  #fold({ part, at, to, keepOff }: FoldStep, number: number): void {
    const { trim, sides } = this.#format;
    const isInside = this.#side === sides.length - 1;
    const isUpright = part === 'left' || part === 'right';
    const off = keepOff === undefined ? '' : `, copy ${mm(keepOff)} off`;
    const place = isInside || !isUpright ? at : trim.width - at;
    const label = isInside ? `${number}. ${part} ${to}${off}` : `fold ${number}`;
    if (isUpright) {
      this.#stroke(line(place, -9, place, trim.height + 9), FOLD);
      this.#line(label, 8, PAPER.left + place, this.#top + 13, 'middle');
      this.#line(`${mm(place)} mm`, 8, PAPER.left + place, PAPER.bottom - 9, 'middle');
    } else {
      this.#stroke(line(-9, place, trim.width + 9, place), FOLD);
      this.#line(label, 8, PAPER.left - 10, this.#top - place + 4, 'end');
      this.#line(`${mm(place)} mm`, 8, PAPER.left - 10, this.#top - place - 0.5, 'end');
    }
  }

  #head(): void {
    const { id, title, trim, bleed, sides, stock, foldCatalog, live } = this.#format;
    const side = sides[this.#side];
    const facts = [
      { text: title, size: 12 },
      { text: `${id}, side ${this.#side + 1} of ${sides.length}: ${side?.name ?? ''}`, size: 9 },
      {
        text: `trim ${mm(trim.width)} x ${mm(trim.height)} mm, bleed ${mm(bleed)} mm${foldCatalog ? `, fold ${foldCatalog}` : ''}`,
        size: 9,
      },
      {
        text: `copy ${mm(live.fromTrim)} mm off the trim${stock ? `; paper ${stock.from} to ${stock.to} g/m²` : ''}`,
        size: 9,
      },
    ];
    let y = this.#top + PAPER.top - 4;
    for (const { text, size } of facts) y -= this.#line(text, size, 6, y, 'start');
  }

  #legend(): void {
    const steps = [...new Set(dieLines(this.#format, this.#side).map(({ step }) => step))];
    const rows: readonly (readonly [Pen, string])[] = [
      [TRIM, 'trim'],
      [BLEED, 'bleed: grounds run to here'],
      [SAFE, 'copy stands within'],
      ...(foldingOf(this.#format).length > 0 ? [[FOLD, 'fold'] as const] : []),
      ...(this.#keepOuts().length > 0 ? [[KEEP_OUT, this.#freeOf()] as const] : []),
      ...steps.map((step) => [DIE[step], `${step} (plate ${DIE_PLATES[step]})`] as const),
    ];
    let y = PAPER.bottom - 15;
    for (const [pen, text] of rows) {
      this.#strokeOnPaper([6, y - 1.5, 16, y - 1.5], pen);
      y -= this.#line(text, 8, 19, y, 'start') + 0.6;
    }
  }

  #freeOf(): string {
    const name = this.#format.sides[this.#side]?.name ?? '';
    const of = this.#format.keepOut.filter(({ sides }) => sides.includes(name));
    return `free of ${[...new Set(of.flatMap((zone) => zone.of))].join(', ')}`;
  }

  /** A line of text with its top at `y`, mm from the paper's bottom; gives its height. */
  #line(
    text: string,
    sizePt: number,
    x: number,
    y: number,
    at: 'start' | 'middle' | 'end',
  ): number {
    const set = setSlug(this.#typesetter, text, sizePt);
    if (set === undefined) return 0;
    const shift = at === 'start' ? 0 : at === 'middle' ? set.width / 2 : set.width;
    this.content.fill(BLACK);
    drawText(this.content, this.#fonts, set, toPt(x - shift), toPt(y));
    return set.height * 1.25;
  }

  #stroke(path: Path, pen: Pen): void {
    this.#strokeWith(drawPath(path, { left: PAPER.left, top: this.#top, unit: 1 }), pen);
  }

  #strokeOnPaper([x1, y1, x2, y2]: readonly [number, number, number, number], pen: Pen): void {
    const at = (value: number) => pdfNumber(toPt(value));
    this.#strokeWith(`${at(x1)} ${at(y1)} m ${at(x2)} ${at(y2)} l`, pen);
  }

  #strokeWith(path: string, { ink, width, dash }: Pen): void {
    const gap = dash === undefined ? '' : pdfNumber(toPt(dash));
    this.content.stroke({ token: 'sheet', cmyk: ink });
    this.content.line(width, 0, 0);
    this.content.put(`[${gap}] 0 d`);
    this.content.put(path);
    this.content.put('S');
  }
}

const rectangle = ({ x, y, width, height }: Box): Path => [
  ['M', x, y],
  ['L', x + width, y],
  ['L', x + width, y + height],
  ['L', x, y + height],
  ['Z'],
];

const line = (x1: number, y1: number, x2: number, y2: number): Path => [
  ['M', x1, y1],
  ['L', x2, y2],
];
