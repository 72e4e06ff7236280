import { canEncode, qrSymbol } from '../codes/qr-symbol.js';
import { QUIET_ZONE } from '../codes/symbol.js';
import type { CodeNode, SlotNode, TextNode } from '../compose/blocks.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { Box } from '../units/box.js';
import { type Ink, PAPER } from '../units/ink.js';
import { boxPath, insetBox } from './box-path.js';
import { markerWidth } from './content-width.js';
import type { FlexTree } from './flex-tree.js';
import type {
  ArtItem,
  CodeItem,
  FillItem,
  LaidOutSlot,
  PanelItem,
  PictureItem,
  ReadingEntry,
  ReadingPart,
  TextItem,
} from './laid-out.js';
import { largeBlack } from './large-black.js';
import { paintArt } from './paint-art.js';
import { paintBox } from './paint-box.js';
import { paintPicture } from './paint-picture.js';
import type { PanelFrame } from './panel-frame.js';
import { precise } from './precise.js';

/** Something that a reader must be able to see whole, and where it came to stand. */
export interface Standing {
  readonly what: TextItem | CodeItem | ArtItem | PictureItem | LaidOutSlot;
  /** What it takes up: of text the width of its lines. */
  readonly box: Box;
  /** The nearest box round it that is painted: text that sticks out of it looks broken. */
  readonly card: Box | undefined;
  /** Taken out of the flow: not pushed by the copy before it. */
  readonly isAbsolute: boolean;
}

/** A box with a ground of its own. */
export interface PaintedBox {
  readonly box: Box;
  readonly isAbsolute: boolean;
  readonly place: FillItem['place'];
}

/** A panel's items, in the order of the template, which is the order of painting. */
export interface Painted {
  readonly items: readonly PanelItem[];
  readonly slots: readonly LaidOutSlot[];
  readonly reading: readonly ReadingPart[];
  readonly standing: readonly Standing[];
  readonly grounds: readonly PaintedBox[];
}

interface Around {
  readonly origin: { readonly x: number; readonly y: number };
  readonly card: Box | undefined;
  readonly isAbsolute: boolean;
}

/** Whether an ink leaves the paper bare. */
const isBare = (ink: Ink): boolean => ink.spot === undefined && ink.cmyk.every((it) => it === 0);

/** Gives everything on a laid-out tree of boxes its place in mm. */
export function paintPanel(tree: FlexTree, frame: PanelFrame, typesetter: Typesetter): Painted {
  const brush = new Brush(frame, typesetter);
  brush.paint(tree, { origin: { x: 0, y: 0 }, card: undefined, isAbsolute: false });
  return brush;
}

class Brush implements Painted {
  readonly items: PanelItem[] = [];
  readonly slots: LaidOutSlot[] = [];
  readonly reading: ReadingPart[] = [];
  readonly standing: Standing[] = [];
  /** Entries of the list that is being painted. */
  private entries: ReadingEntry[] | undefined;
  readonly grounds: PaintedBox[] = [];
  private readonly inks: { readonly box: Box; readonly ink: Ink }[] = [];
  private readonly frame: PanelFrame;
  private readonly typesetter: Typesetter;

  constructor(frame: PanelFrame, typesetter: Typesetter) {
    this.frame = frame;
    this.typesetter = typesetter;
  }

  paint({ node, flex, children }: FlexTree, around: Around): void {
    const x = around.origin.x + definite(flex.getComputedLeft());
    const y = around.origin.y + definite(flex.getComputedTop());
    const right = x + definite(flex.getComputedWidth());
    const box = between(x, y, right, y + definite(flex.getComputedHeight()));
    const isPainted = this.paintGround(box, node.style, node.place);
    const inside: Around = {
      origin: { x, y },
      card: isPainted && !this.isWholePanel(box) ? box : around.card,
      isAbsolute: around.isAbsolute || node.style.position === 'absolute',
    };
    if (isPainted) this.grounds.push({ box, isAbsolute: inside.isAbsolute, place: node.place });
    const { border, padding } = node.style;
    const content = insetBox(box, {
      top: padding.top + (border.top?.width ?? 0),
      right: padding.right + (border.right?.width ?? 0),
      bottom: padding.bottom + (border.bottom?.width ?? 0),
      left: padding.left + (border.left?.width ?? 0),
    });
    if (node.kind === 'text') this.paintText(node, content, inside);
    if (node.kind === 'code') this.paintCode(node, content, inside);
    if (node.kind === 'slot') this.paintSlot(node, content, inside);
    if (node.kind === 'art' && content.width > 0 && content.height > 0) {
      const art = paintArt(node, content);
      if (art.role === 'logo') {
        this.readNext();
        this.stand(art, art.box, inside);
      }
      this.items.push(art);
    }
    if (node.kind === 'picture' && content.width > 0 && content.height > 0) {
      const picture = paintPicture(node, content, this.frame);
      this.readNext();
      this.stand(picture, content, inside);
      this.items.push(picture);
    }
    const isList = node.kind === 'box' && (node.tag === 'ul' || node.tag === 'ol');
    if (isList) this.paintList(children, inside);
    else for (const child of children) this.paint(child, inside);
  }

  private paintList(children: readonly FlexTree[], around: Around): void {
    const entries: ReadingEntry[] = [];
    this.entries = entries;
    for (const child of children) this.paint(child, around);
    this.entries = undefined;
    if (entries.length > 0) this.reading.push({ kind: 'list', entries });
  }

  /** The item that is painted next is read next. */
  private readNext(): void {
    this.reading.push({ kind: 'item', item: this.items.length });
  }

  /** Whether there was anything to paint. Bare paper on bare paper is nothing. */
  private paintGround(box: Box, style: TextNode['style'], place: FillItem['place']): boolean {
    const ink = style.background && largeBlack(style.background, box, this.frame);
    const isNothing = ink !== undefined && isBare(ink) && this.inks.every((it) => isBare(it.ink));
    const painted = { ...style, background: isNothing ? undefined : ink };
    const fills = paintBox(box, painted, this.frame, place);
    this.items.push(...fills);
    if (ink !== undefined) this.inks.push({ box, ink });
    return fills.length > 0;
  }

  private isWholePanel({ width, height }: Box): boolean {
    return width >= this.frame.width - 0.01 && height >= this.frame.height - 0.01;
  }

  private paintText(node: TextNode, content: Box, around: Around): void {
    const taken = markerWidth(node);
    const isRtl = node.paragraph.direction === 'rtl';
    const x = isRtl ? content.x : precise(content.x + taken);
    const text = this.typesetter.set(node.paragraph, precise(Math.max(0, content.width - taken)));
    const first = text.lines[0];
    if (first === undefined) return;
    let marker: number | undefined;
    if (node.marker !== undefined) {
      const { paragraph, width } = node.marker;
      const set = this.typesetter.set(paragraph, width);
      const at = isRtl ? precise(content.x + content.width - width) : content.x;
      const drop = first.baseline - (set.lines[0]?.baseline ?? first.baseline);
      if (set.lines.length > 0) marker = this.items.length;
      // A figure of another face moves to its line's baseline; the room that it takes is its line's.
      const place = { x: at, y: precise(content.y + drop), top: content.y };
      this.place('marker', place, set, node, around);
    }
    if (this.entries && node.paragraph.role === 'li')
      this.entries.push({ marker, item: this.items.length });
    else this.readNext();
    this.place(node.paragraph.role, { x, y: content.y, top: content.y }, text, node, around);
  }

  private place(
    role: TextItem['role'],
    { x, y, top }: { x: number; y: number; top: number },
    text: TextItem['text'],
    { place }: TextNode,
    around: Around,
  ): void {
    if (text.lines.length === 0) return;
    const left = Math.min(...text.lines.map((line) => line.x));
    const right = Math.max(...text.lines.map((line) => line.x + line.width));
    const box = { x: x + left, y: top, width: right - left, height: text.height };
    const item: TextItem = { kind: 'text', role, x, y, text, ground: this.groundUnder(box), place };
    this.items.push(item);
    this.stand(item, box, around);
  }

  private paintCode(node: CodeNode, content: Box, around: Around): void {
    if (!canEncode(node.target)) return;
    const symbol = qrSymbol(node.target);
    const module = node.size / symbol.modules;
    const box = { x: content.x, y: content.y, width: node.size, height: node.size };
    const quiet = QUIET_ZONE * module;
    const zone = insetBox(box, { top: -quiet, right: -quiet, bottom: -quiet, left: -quiet });
    if (!isBare(this.groundUnder(box))) {
      const path = boxPath(this.onPanel(zone));
      this.items.push({ kind: 'fill', path, ink: PAPER, rule: 'nonzero', place: node.place });
      this.inks.push({ box: zone, ink: PAPER });
    }
    const item: CodeItem = {
      kind: 'code',
      x: box.x,
      y: box.y,
      module,
      symbol,
      contact: node.contact,
      ink: node.ink,
      ground: this.groundUnder(box),
      place: node.place,
    };
    this.readNext();
    this.items.push(item);
    this.stand(item, box, around);
  }

  /** The part of a box that this panel may print on. */
  private onPanel({ x, y, width, height }: Box): Box {
    const { outer, width: panelWidth, height: panelHeight } = this.frame;
    return between(
      Math.max(x, 0 - outer.left),
      Math.max(y, 0 - outer.top),
      Math.min(x + width, panelWidth + outer.right),
      Math.min(y + height, panelHeight + outer.bottom),
    );
  }

  private paintSlot(node: SlotNode, content: Box, around: Around): void {
    const slot = { field: node.field, box: content, node, ground: this.groundUnder(content) };
    this.reading.push({ kind: 'slot', slot: this.slots.length, before: this.items.length });
    this.slots.push(slot);
    this.stand(slot, content, around);
  }

  private stand(what: Standing['what'], box: Box, { card, isAbsolute }: Around): void {
    this.standing.push({ what, box, card, isAbsolute });
  }

  /** The ink last painted under the middle of a box. */
  private groundUnder(box: Box): Ink {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const holds = (it: Box) =>
      x >= it.x && x <= it.x + it.width && y >= it.y && y <= it.y + it.height;
    return this.inks.findLast((it) => holds(it.box))?.ink ?? PAPER;
  }
}

/** A share of a size that nothing fixes is no number: such a box stands at the corner, where it is seen. */
const definite = (value: number): number => (Number.isFinite(value) ? value : 0);

/** A box by its four edges, each without float noise, so that neighbours meet exactly. */
function between(left: number, top: number, right: number, bottom: number): Box {
  const [x, y] = [precise(left), precise(top)];
  return { x, y, width: precise(precise(right) - x), height: precise(precise(bottom) - y) };
}
