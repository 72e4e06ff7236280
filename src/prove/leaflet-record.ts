import { z } from 'zod';
import { diePlates } from '../layout/die-lines.js';
import type {
  CodeItem,
  Heard,
  LaidOutForm,
  LaidOutPanel,
  LaidOutSide,
  PanelItem,
  TextItem,
} from '../layout/laid-out.js';
import { onSide } from '../layout/placed-box.js';
import type { Leaflet } from '../plan/plan.js';
import { slotValue } from '../plan/slot-value.js';
import { foldFlat } from '../sources/fold-flat.js';
import { foldingOf } from '../sources/folding-of.js';
import type { Ink } from '../units/ink.js';
import { expectedWords } from './expected-words.js';
import type { PanelArea } from './match-side.js';
import type { OwedPlace, OwedText } from './owed-form.js';
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

const SlotRecord = z.object({
  panel: z.string(),
  field: z.string(),
  /** mm from the trim's top left. */
  box: Box,
});

const NoticeRecord = z.object({ words: z.array(z.string()), box: Box });

/** What somebody who listens to a page hears beside its words. */
const HeardRecord = z.object({
  /** For each slot: how many of the panel's own words come before its value. */
  slotsAfter: z.array(z.int().min(0)),
  links: z.array(z.object({ target: z.string(), label: z.string(), words: z.array(z.string()) })),
  pictures: z.array(z.string()),
});

const SidePart = z.object({
  name: z.string(),
  panels: z.array(
    z.object({
      name: z.string(),
      key: z.string(),
      x: z.number(),
      width: z.number(),
      /** Only of a piece that is folded across: where the panel's row begins, and how high it is. */
      y: z.number().optional(),
      height: z.number().optional(),
      isTurned: z.boolean().optional(),
    }),
  ),
  slots: z.array(SlotRecord),
  notices: z.array(NoticeRecord),
  /** Only of the reader edition: each page is as large as its panel, and what is heard of it. */
  trim: z.object({ width: z.number().positive(), height: z.number().positive() }).optional(),
  heard: HeardRecord.optional(),
});

const FoldRecord = z.object({
  part: z.enum(['left', 'right', 'top', 'bottom']),
  at: z.number(),
  to: z.enum(['over', 'under']),
});

/** What a printer must know of a piece beside its files. Lengths in mm. */
const PieceRecord = z.object({
  /** The template's title. */
  title: z.string(),
  /** The locales as the campaign names them: both of a bilingual piece. */
  locales: z.string(),
  format: z.object({ id: z.string(), title: z.string() }),
  /** Folded flat. */
  finished: z.object({ width: z.number().positive(), height: z.number().positive() }),
  fold: z.enum(['none', 'roll', 'half', 'z', 'cross']),
  foldCatalog: z.string().optional(),
  /** The folds as they are made, the last side up. */
  folding: z.array(FoldRecord),
  /** g/m², and the thickness of a sheet. */
  stock: z.object({ from: z.number(), to: z.number(), caliper: z.number() }).optional(),
});

/** What all finished leaflets of a form must show alike beside the words of their panels. */
export const FormRecord = z.object({
  id: z.string(),
  template: z.string(),
  brand: z.string(),
  /** BCP 47. */
  locale: z.string(),
  trim: z.object({ width: z.number().positive(), height: z.number().positive() }),
  bleed: z.number(),
  isDraft: z.boolean(),
  /** Absent of files for the press. */
  edition: z.literal('reader').optional(),
  /** Plates that show what is cut, folded or glued; empty for a piece that a guillotine trims. */
  diePlates: z.array(z.string()).default([]),
  /** Only of files for the press. */
  piece: PieceRecord.optional(),
  sides: z.array(SidePart),
});
export type FormRecord = z.infer<typeof FormRecord>;

/** Words at a place of their own: a slot with this leaflet's value, or what the tool puts over a side. */
interface LooseRecord extends z.infer<typeof NoticeRecord> {
  /** The panel whose slot it is; absent for what the tool puts over a side. */
  readonly panel?: string | undefined;
}

/** A side of one leaflet, its own values in their slots. */
export interface SideRecord extends Omit<z.infer<typeof SidePart>, 'slots' | 'notices'> {
  readonly slots: readonly LooseRecord[];
  readonly notices: readonly LooseRecord[];
}

/** All that a finished file must show: its form, its own values, and the panels that it names. */
export interface LeafletRecord extends Omit<FormRecord, 'sides'> {
  readonly file: string;
  readonly sha256: string;
  readonly sides: readonly SideRecord[];
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
  if (item.kind === 'picture') return [];
  return item.kind === 'art' ? item.parts.map(({ ink }) => ink) : [item.ink];
}

/** How far text may lie from its box and still be taken for it, mm. */
const NEAR = 0.3;

/** What all leaflets of a form show alike; stands in the manifest once. */
export function describeForm({ form, sides, isDraft, edition }: LaidOutForm): FormRecord {
  const { format, locale, brand, template } = form;
  return {
    id: form.id,
    template: template.id,
    brand: brand.id,
    locale: locale.tag,
    trim: { width: format.trim.width, height: format.trim.height },
    bleed: format.bleed,
    isDraft,
    ...(edition && { edition }),
    diePlates: [...diePlates(sides.flatMap(({ die = [] }) => die))],
    ...(edition === undefined && { piece: describePiece(form) }),
    sides: sides.map(describeSide),
  };
}

function describePiece({ template, locales, format }: LaidOutForm['form']) {
  const { id, title, fold, foldCatalog, stock } = format;
  return {
    title: template.title,
    locales,
    format: { id, title },
    finished: foldedSize(format),
    fold,
    ...(foldCatalog !== undefined && { foldCatalog }),
    folding: foldingOf(format).map(({ part, at, to }) => ({ part, at: rounded(at), to })),
    ...(stock && { stock: { from: stock.from, to: stock.to, caliper: stock.caliper } }),
  };
}

/** How large the piece is when all its folds are made: as large as what its layers cover together. */
function foldedSize(format: LaidOutForm['form']['format']): { width: number; height: number } {
  const layers = foldFlat(format)?.at(-1)?.layers ?? [];
  if (layers.length === 0) return { width: format.trim.width, height: format.trim.height };
  const across = layers.flatMap(({ x, width }) => [x, x + width]);
  const down = layers.flatMap(({ y, height }) => [y, y + height]);
  return { width: spread(across), height: spread(down) };
}

const spread = (edges: readonly number[]): number =>
  rounded(Math.max(...edges) - Math.min(...edges));

const describeSide = (side: LaidOutSide): FormRecord['sides'][number] => ({
  name: side.name,
  panels: side.panels.map((placed) => ({
    name: placed.panel.name,
    key: placed.panel.key,
    ...areaOf(placed, heightOf(side)),
    ...(placed.isTurned && { isTurned: true }),
  })),
  slots: slotsOf(side).map(({ placed, slot: { field, box } }) => ({
    panel: placed.panel.name,
    field,
    box: widened(onSide(placed, box)),
  })),
  notices: side.overlay
    .filter((item): item is TextItem => item.kind === 'text')
    .flatMap(describeNotice),
  ...(side.heard && { trim: trimOf(side), heard: describeHeard(side, side.heard) }),
});

const trimOf = (side: LaidOutSide) => ({
  width: side.panels.reduce((most, { x, panel }) => Math.max(most, x + panel.width), 0),
  height: heightOf(side),
});

function describeHeard({ panels }: LaidOutSide, { links, pictures }: Heard) {
  const before = panels.flatMap(({ panel: { items, reading } }) =>
    reading.flatMap((part) =>
      part.kind === 'slot' ? [expectedWords(items.slice(0, part.before)).length] : [],
    ),
  );
  return {
    slotsAfter: before,
    links: links.map((link) => ({ ...link, words: link.words.flatMap(textWords) })),
    pictures: [...pictures],
  };
}

const heightOf = ({ panels }: LaidOutSide): number =>
  panels.reduce((most, { y = 0, panel }) => Math.max(most, y + panel.height), 0);

/** What a panel takes of a side so high; nothing of its height where it is as high as the side. */
export function areaOf({ x, y = 0, panel }: OwedPlace, sideHeight: number): PanelArea {
  const { width, height } = panel;
  return y === 0 && height >= sideHeight ? { x, width } : { x, width, y, height };
}

const slotsOf = (side: LaidOutSide) =>
  side.panels.flatMap((placed) => placed.panel.slots.map((slot) => ({ placed, slot })));

/** A leaflet's own values, in the order of its form's slots; '' where the catalogue says nothing. */
export const ownValues = (leaflet: Leaflet, form: LaidOutForm): readonly string[] =>
  fieldsOf(form).map((field) => slotValue(leaflet, field));

const fields = new WeakMap<LaidOutForm, readonly string[]>();

/** Asked for every leaflet, answered once a form. */
function fieldsOf(form: LaidOutForm): readonly string[] {
  const known = fields.get(form) ?? form.sides.flatMap(slotsOf).map(({ slot }) => slot.field);
  fields.set(form, known);
  return known;
}

/** What the tool puts over a side, line by line. */
export const describeNotice = (item: OwedText): { words: string[]; box: z.infer<typeof Box> }[] =>
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
