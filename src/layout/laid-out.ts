import type { QrSymbol } from '../codes/symbol.js';
import type { ComposedPanel, SlotNode, TextRole } from '../compose/blocks.js';
import type { Place } from '../diagnostics/finding.js';
import type { Form } from '../plan/plan.js';
import type { Picture } from '../sources/picture.js';
import type { SetParagraph } from '../typeset/set-paragraph.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { Box, Edges } from '../units/box.js';
import type { Ink } from '../units/ink.js';
import type { Path } from '../units/path.js';
import type { DieLine } from './die-lines.js';

/** A filled outline. All coordinates in mm from the panel's top left at trim size. */
export interface FillItem {
  readonly kind: 'fill';
  readonly path: Path;
  readonly ink: Ink;
  readonly rule: 'nonzero' | 'evenodd';
  readonly place: Place;
}

export interface StrokeItem {
  readonly kind: 'stroke';
  readonly path: Path;
  readonly ink: Ink;
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly place: Place;
}

/** A set paragraph at its place. */
export interface TextItem {
  readonly kind: 'text';
  readonly role: TextRole | 'marker' | 'notice';
  /** Top left of the paragraph's box. */
  readonly x: number;
  readonly y: number;
  readonly text: SetParagraph;
  /** The ink under it, for contrast. */
  readonly ground: Ink;
  readonly place: Place;
}

/** A QR code: the symbol's top left (without quiet zone), its module in mm. */
export interface CodeItem {
  readonly kind: 'code';
  readonly x: number;
  readonly y: number;
  readonly module: number;
  readonly symbol: QrSymbol;
  readonly contact: string;
  readonly ink: Ink;
  readonly ground: Ink;
  readonly place: Place;
}

/** A logo or icon, drawn by the items in it. */
export interface ArtItem {
  readonly kind: 'art';
  readonly role: 'logo' | 'icon';
  readonly box: Box;
  readonly parts: readonly (FillItem | StrokeItem)[];
  readonly alt: string;
  readonly place: Place;
  /** Its owner's rules, for preflight; only for logos. Clear space is a share of the drawn height; width in mm. */
  readonly logo?: { readonly clearSpace: number; readonly minWidth: number } | undefined;
}

/** A raster picture that fills a box; of its pixels the part that shows. */
export interface PictureItem {
  readonly kind: 'picture';
  /** With the bleed, where it runs to the edge of the paper. */
  readonly box: Box;
  /** Whole pixels from the picture's top left. */
  readonly crop: Box;
  readonly picture: Picture;
  readonly alt: string;
  readonly place: Place;
}

export type PanelItem = FillItem | StrokeItem | TextItem | CodeItem | ArtItem | PictureItem;

/** Where a record's own value is drawn, over the static panel. */
export interface LaidOutSlot {
  readonly field: string;
  readonly box: Box;
  readonly node: SlotNode;
  readonly ground: Ink;
}

/** An entry of a list: its bullet or number, and its text. Indices into the panel's items. */
export interface ReadingEntry {
  readonly marker: number | undefined;
  readonly item: number;
}

/**
 * A part of a panel as somebody meets it who hears it instead of seeing it. Indices are into the panel's
 * items and slots; what no part names is ornament.
 */
export type ReadingPart =
  | { readonly kind: 'item'; readonly item: number }
  | { readonly kind: 'list'; readonly entries: readonly ReadingEntry[] }
  /** `before`: the item that is painted next after the slot's own ground. */
  | { readonly kind: 'slot'; readonly slot: number; readonly before: number };

/** A panel with everything at its place: what is drawn, compressed and proven once. */
export interface LaidOutPanel {
  readonly name: string;
  /** SHA-256 of all that its bytes depend on; equal keys, equal bytes. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** How far its ink runs past its own edges: the bleed at the trim, 0 at a fold. */
  readonly outer: Edges;
  /** In painting order. */
  readonly items: readonly PanelItem[];
  readonly slots: readonly LaidOutSlot[];
  /** In the order in which it is read, which is the template's. Print knows nothing of it: it is no part of the key. */
  readonly reading: readonly ReadingPart[];
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
}

/** A panel's place on its side, mm from the trim's top left. */
export interface PlacedPanel {
  readonly x: number;
  /** 0 where absent: only a piece that is folded across has rows. */
  readonly y?: number | undefined;
  /** Stands on its head on the flat piece. */
  readonly isTurned?: boolean | undefined;
  readonly panel: LaidOutPanel;
}

/** Where a touch on a number or an address leads, on a page that is read on a screen. */
export interface HeardLink {
  /** `tel:` with the digits as dialled in the country of sale, `sms:`, or the whole https address. */
  readonly target: string;
  /** Whose it is and what is printed: `Childline: 0800 1111`. Said in place of the target. */
  readonly label: string;
  /** The words that it stands on; none under a picture. */
  readonly words: readonly string[];
}

/** What somebody hears of a page beside its words, in order. */
export interface Heard {
  readonly links: readonly HeardLink[];
  /** What is said for pictures. */
  readonly pictures: readonly string[];
}

export interface LaidOutSide {
  readonly name: string;
  readonly panels: readonly PlacedPanel[];
  /** Put over the panels by the tool: the demonstration notice, a draft's watermark. Coordinates from the trim's top left. */
  readonly overlay: readonly PanelItem[];
  /** Only of the reader edition. */
  readonly heard?: Heard | undefined;
  /** What is cut, folded, glued; absent where nothing is. Coordinates from the trim's top left. */
  readonly die?: readonly DieLine[] | undefined;
}

/** A form, laid out: what preflight judges and pdf draws. */
export interface LaidOutForm {
  readonly form: Form;
  /** `reader`: each side is one panel, a page to be read on a screen. */
  readonly edition?: 'reader' | undefined;
  /** Watermarked, never for print: only then may the tool's own lines lie over words and codes. */
  readonly isDraft: boolean;
  readonly sides: readonly LaidOutSide[];
  /** The panels that it was laid out from: of each, the longest wordings in which it fits. */
  readonly printed: readonly ComposedPanel[];
  /** Sets the values of record slots. */
  readonly typesetter: Typesetter;
  /** Of a bilingual piece's second language. */
  readonly secondTypesetter?: Typesetter | undefined;
}
