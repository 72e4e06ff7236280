import { z } from 'zod';
import type {
  CodeItem,
  LaidOutForm,
  LaidOutPanel,
  LaidOutSide,
  PanelItem,
  TextItem,
} from '../layout/laid-out.js';
import type { DrawnSlot } from '../pdf/press.js';
import type { Leaflet } from '../plan/plan.js';
import type { Ink } from '../units/ink.js';
import { expectedWords } from './expected-words.js';
import { textWords } from './spoken.js';

const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const CodeRecord = z.object({
  /** mm from the panel's top left, quiet zone not included. */
  x: z.number(),
  y: z.number(),
  module: z.number().positive(),
  modules: z.int().min(21).max(177),
  target: z.string(),
});

/** What a static panel must show, once for all leaflets that hold it. */
export const PanelRecord = z.object({
  /** Approved words in order. */
  words: z.array(z.string()),
  codes: z.array(CodeRecord),
  /** Spot inks that it may print with. */
  plates: z.array(z.string()),
});
export type PanelRecord = z.infer<typeof PanelRecord>;

const LooseRecord = z.object({
  /** The panel whose slot it is; absent for what the tool puts over a side. */
  panel: z.string().optional(),
  field: z.string().optional(),
  words: z.array(z.string()),
  /** mm from the trim's top left. */
  box: Box,
});

const SideRecord = z.object({
  name: z.string(),
  panels: z.array(
    z.object({ name: z.string(), key: z.string(), x: z.number(), width: z.number() }),
  ),
  slots: z.array(LooseRecord),
  notices: z.array(LooseRecord),
});

/** What a finished leaflet must show beside its panels. */
export const LeafletPart = z.object({
  locale: z.string(),
  brand: z.string(),
  trim: z.object({ width: z.number().positive(), height: z.number().positive() }),
  bleed: z.number(),
  isDraft: z.boolean(),
  sides: z.array(SideRecord),
});
export type LeafletPart = z.infer<typeof LeafletPart>;
export type SideRecord = z.infer<typeof SideRecord>;

/** All that a finished file must show: the manifest's entry of a leaflet, and the panels that it names. */
export interface LeafletRecord extends LeafletPart {
  readonly file: string;
  readonly sha256: string;
  readonly shows: Readonly<Record<string, PanelRecord>>;
}

/** What a panel must show; stands in the manifest once, under the panel's key. */
export function describePanel(panel: LaidOutPanel): PanelRecord {
  const codes = panel.items.filter((item): item is CodeItem => item.kind === 'code');
  return {
    words: expectedWords(panel.items).map(({ text }) => text),
    codes: codes.map(({ x, y, module, symbol }) => ({
      x: rounded(x),
      y: rounded(y),
      module,
      modules: symbol.modules,
      target: symbol.target,
    })),
    plates: platesOf(panel.items),
  };
}

/** To a thousandth of a millimetre: far below what any measurement of a page can tell. */
const rounded = (length: number): number => Math.round(length * 1000) / 1000;

const platesOf = (items: readonly PanelItem[]): string[] =>
  [
    ...new Set(
      items.flatMap(inksOf).flatMap(({ spot }) => (spot === undefined ? [] : [spot.name])),
    ),
  ].sort();

function inksOf(item: PanelItem): readonly Ink[] {
  if (item.kind === 'text')
    return item.text.lines.flatMap(({ runs }) => runs.map(({ ink }) => ink));
  return item.kind === 'art' ? item.parts.map(({ ink }) => ink) : [item.ink];
}

/** How far text may lie from its box and still be taken for it, mm. */
const NEAR = 0.3;

/** What one leaflet must show beside its panels: its own values in their slots, the tool's notices, its boxes. */
export function describeLeaflet(
  leaflet: Leaflet,
  form: LaidOutForm,
  drawn: readonly DrawnSlot[],
): LeafletPart {
  const { format, locale, brand } = leaflet.form;
  return {
    locale: locale.tag,
    brand: brand.id,
    trim: { width: format.trim.width, height: format.trim.height },
    bleed: format.bleed,
    isDraft: form.isDraft,
    sides: form.sides.map((side) => describeSide(side, drawn)),
  };
}

/** What all leaflets of a form show alike on a side. */
type AlikeSide = Pick<SideRecord, 'panels' | 'notices'>;

/** A side is the same object for all leaflets of its form: described once, and held once for all of them. */
const described = new WeakMap<LaidOutSide, AlikeSide>();

function describeAlike(side: LaidOutSide): AlikeSide {
  const notices = side.overlay.filter((item): item is TextItem => item.kind === 'text');
  return {
    panels: side.panels.map(({ x, panel }) => ({
      name: panel.name,
      key: panel.key,
      x,
      width: panel.width,
    })),
    notices: notices.flatMap(describeNotice),
  };
}

function describeSide(side: LaidOutSide, drawn: readonly DrawnSlot[]): SideRecord {
  const alike = described.get(side) ?? describeAlike(side);
  described.set(side, alike);
  const left = drawn.filter((slot) => slot.side === side.name);
  return {
    name: side.name,
    panels: alike.panels,
    slots: side.panels.flatMap(({ x, panel }) =>
      panel.slots.map(({ field, box }) => {
        const at = left.findIndex((it) => it.panel === panel.name && it.field === field);
        const [slot] = at < 0 ? [] : left.splice(at, 1);
        const around = { ...box, x: x + box.x };
        return {
          panel: panel.name,
          field,
          words: [...textWords(slot?.value ?? '')],
          box: widened(around),
        };
      }),
    ),
    notices: alike.notices,
  };
}

/** What the tool puts over a side, line by line. */
export const describeNotice = (item: TextItem): { words: string[]; box: z.infer<typeof Box> }[] =>
  item.text.lines.map((line) => ({
    words: line.words.flatMap(({ text }) => textWords(text)),
    box: widened({ x: item.x + line.x, y: item.y + line.baseline, width: line.width, height: 0 }),
  }));

/** A box and what lies so near that it is meant. */
export const widened = ({ x, y, width, height }: z.infer<typeof Box>): z.infer<typeof Box> => ({
  x: rounded(x - NEAR),
  y: rounded(y - NEAR),
  width: rounded(width + 2 * NEAR),
  height: rounded(height + 2 * NEAR),
});
