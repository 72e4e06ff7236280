import type {
  CodeItem,
  LaidOutPanel,
  LaidOutSide,
  LaidOutSlot,
  PlacedPanel,
  TextItem,
} from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';
import type { GlyphRun, SetLine } from '../typeset/set-paragraph.js';

/** Outlines of glyphs, to measure ink against. */
export interface OwedFace {
  readonly unitsPerEm: number;
  /** SVG path data in font units, y upwards. */
  outlineOf(glyph: number): string;
}

export type OwedRun<Face = OwedFace> = Omit<GlyphRun, 'face' | 'ink'> & { readonly face: Face };

export type OwedLine<Face = OwedFace> = Pick<SetLine, 'x' | 'baseline' | 'width' | 'words'> & {
  readonly runs: readonly OwedRun<Face>[];
};

/** Set text at its place: what a page owes of it. */
export type OwedText<Face = OwedFace> = Pick<TextItem, 'kind' | 'x' | 'y'> & {
  readonly text: { readonly lines: readonly OwedLine<Face>[] };
};

export type OwedSymbol = Pick<CodeItem, 'kind' | 'x' | 'y' | 'module'> & {
  readonly symbol: Pick<CodeItem['symbol'], 'modules' | 'target'>;
};

/** What is neither text nor code is not read back. */
export type OwedItem<Face = OwedFace> =
  | OwedText<Face>
  | OwedSymbol
  | { readonly kind: 'fill' | 'stroke' | 'art' | 'picture' };

export type OwedPanel<Face = OwedFace> = Pick<LaidOutPanel, 'name' | 'key' | 'width' | 'height'> & {
  readonly items: readonly OwedItem<Face>[];
  readonly slots: readonly Pick<LaidOutSlot, 'field' | 'box'>[];
};

export type OwedPlace<Face = OwedFace> = Omit<PlacedPanel, 'panel'> & {
  readonly panel: OwedPanel<Face>;
};

export type OwedSide<Face = OwedFace> = Pick<LaidOutSide, 'name' | 'die'> & {
  readonly panels: readonly OwedPlace<Face>[];
  readonly overlay: readonly OwedItem<Face>[];
};

/**
 * What a form's finished files are held against: of its layout as much as the proof needs, and nothing that writes.
 * A laid-out form is one; so is what another thread makes of a packed one.
 */
export interface OwedForm<Face = OwedFace> {
  readonly form: {
    readonly format: {
      readonly trim: { readonly width: number; readonly height: number };
      readonly bleed: number;
    };
    readonly approval:
      | { readonly contacts: Readonly<Record<string, { readonly shown: string }>> }
      | undefined;
  };
  readonly isDraft: boolean;
  readonly sides: readonly OwedSide<Face>[];
}

/** What a leaflet's own bytes are held against, and what it is called in findings. */
export interface OwedLeaflet extends Pick<Leaflet, 'fileName' | 'jobCode' | 'phone'> {
  readonly form: {
    readonly brand: { readonly id: string };
    readonly locale: { readonly tag: string };
  };
}
