import { diePlates } from '../../src/layout/die-lines.js';
import type {
  CodeItem,
  LaidOutForm,
  LaidOutPanel,
  LaidOutSide,
  PanelItem,
  PlacedPanel,
  TextItem,
} from '../../src/layout/laid-out.js';
import { placeSlot } from '../../src/layout/place-slot.js';
import { onSide } from '../../src/layout/placed-box.js';
import type { Leaflet } from '../../src/plan/plan.js';
import { slotValue } from '../../src/plan/slot-value.js';
import type { PressProfile } from '../../src/sources/press-profile.js';
import type { GlyphRun, SetLine, SetParagraph } from '../../src/typeset/set-paragraph.js';
import type { Box } from '../../src/units/box.js';
import type { Ink } from '../../src/units/ink.js';

/** A word at its place. mm from the trim's top left. */
interface DescribedWord {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** `unit help.first`, `contact GB.childline.phone`, `field phone.name`, `marker`. */
  readonly origin: string;
}

/** A line of text at its place. mm from the trim's top left. */
export interface DescribedLine {
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
  /** pt, each once. */
  readonly sizes: readonly number[];
  readonly inks: readonly Ink[];
  /** In the order in which they are read. */
  readonly words: readonly DescribedWord[];
}

export interface DescribedText {
  /** Absent for what the tool puts over the whole side. */
  readonly panel?: string | undefined;
  readonly role: TextItem['role'] | 'slot';
  readonly ground: Ink;
  readonly lines: readonly DescribedLine[];
}

export interface DescribedCode {
  readonly panel: string;
  /** The symbol without its quiet zone, mm from the trim's top left. */
  readonly box: Box;
  readonly module: number;
  readonly target: string;
  readonly contact: string;
}

interface DescribedArt {
  readonly panel: string;
  readonly role: 'logo' | 'icon';
  readonly box: Box;
}

/** One page of a finished leaflet, as layout meant it. */
export interface DescribedPage {
  readonly side: string;
  readonly panels: readonly (Box & { readonly name: string; readonly key: string })[];
  /** In painting order: each panel's own, then what the page carries. */
  readonly texts: readonly DescribedText[];
  readonly codes: readonly DescribedCode[];
  readonly arts: readonly DescribedArt[];
  /** Colours that something on the page is painted with. */
  readonly inks: readonly Ink[];
}

/** A finished leaflet in words and mm: nothing of how it was made, so that it can wait in a file. */
export interface DescribedLeaflet {
  readonly name: string;
  readonly template: string;
  readonly brand: string;
  readonly locale: string;
  readonly sku: string;
  readonly jobCode: string;
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleed: number;
  /** Paper round the trim, mm. */
  readonly margin: number;
  readonly pages: readonly DescribedPage[];
  /** Plates that show its die; none where a guillotine trims it. */
  readonly diePlates: readonly string[];
}

/** All that a finished leaflet shows, from its layout. */
export function describeLeaflet(
  leaflet: Leaflet,
  form: LaidOutForm,
  press: PressProfile,
): DescribedLeaflet {
  const { template, brand, locale, format } = leaflet.form;
  const { crop, fold, registration, slug, margin } = press.marks;
  const isMarked = crop || fold || registration || slug;
  return {
    name: leaflet.fileName,
    template: template.id,
    brand: brand.id,
    locale: locale.tag,
    sku: leaflet.phone.sku,
    jobCode: leaflet.jobCode,
    trim: { width: format.trim.width, height: format.trim.height },
    bleed: format.bleed,
    margin: isMarked ? Math.max(margin, format.bleed) : format.bleed,
    pages: form.sides.map((side) => describeSide(side, leaflet, form)),
    diePlates: diePlates(form.sides.flatMap(({ die = [] }) => die)),
  };
}

function describeSide(side: LaidOutSide, leaflet: Leaflet, form: LaidOutForm): DescribedPage {
  const items = side.panels.flatMap(({ x, panel }) =>
    panel.items.map((item) => ({ x, panel, item })),
  );
  const overlay = side.overlay.filter((item): item is TextItem => item.kind === 'text');
  return {
    side: side.name,
    panels: side.panels.map(({ x, panel: { name, key, width, height } }) => ({
      name,
      key,
      x,
      y: 0,
      width,
      height,
    })),
    texts: [
      ...items.flatMap(({ x, panel, item }) =>
        item.kind === 'text' ? [{ panel: panel.name, ...describeText(item, x) }] : [],
      ),
      ...side.panels.flatMap(({ x, panel }) => describeSlots(panel, x, leaflet, form)),
      ...overlay.map((item) => describeText(item, 0)),
    ],
    codes: side.panels.flatMap((placed) =>
      placed.panel.items.flatMap((item) =>
        item.kind === 'code' ? [describeCode(item, placed)] : [],
      ),
    ),
    arts: items.flatMap(({ x, panel, item }) =>
      item.kind === 'art'
        ? [{ panel: panel.name, role: item.role, box: { ...item.box, x: item.box.x + x } }]
        : [],
    ),
    inks: distinct([...items.map(({ item }) => item), ...side.overlay].flatMap(inksOf)),
  };
}

const describeText = (item: TextItem, x: number): DescribedText => ({
  role: item.role,
  ground: item.ground,
  lines: describeLines(item.text, item.x + x, item.y),
});

function describeSlots(
  panel: LaidOutPanel,
  x: number,
  leaflet: Leaflet,
  { typesetter }: LaidOutForm,
): DescribedText[] {
  return panel.slots.flatMap((slot) => {
    const value = slotValue(leaflet, slot.field);
    if (value === '') return [];
    const placed = placeSlot(slot, value, typesetter);
    const lines = describeLines(placed.paragraph, placed.x + x, placed.y);
    return [{ panel: panel.name, role: 'slot' as const, ground: slot.ground, lines }];
  });
}

const describeLines = (text: SetParagraph, left: number, top: number): DescribedLine[] =>
  text.lines.map((line) => {
    const x = left + line.x;
    return {
      x,
      baseline: top + line.baseline,
      width: line.width,
      ascent: line.ascent,
      descent: line.descent,
      sizes: [...new Set(line.runs.map(({ size }) => Number(((size * 72) / 25.4).toFixed(2))))],
      inks: distinct(line.runs.map(({ ink }: GlyphRun) => ink)),
      words: describeWords(line, x),
    };
  });

const describeWords = (line: SetLine, left: number): DescribedWord[] =>
  line.words.map(({ text, x, width, parts }) => {
    const [kind, ...rest] = Object.values(parts[0]?.origin ?? {});
    return { text, x: left + x, width, origin: [kind, ...rest].join(' ') };
  });

function describeCode(item: CodeItem, placed: PlacedPanel): DescribedCode {
  const side = item.module * item.symbol.modules;
  return {
    panel: placed.panel.name,
    box: onSide(placed, { x: item.x, y: item.y, width: side, height: side }),
    module: item.module,
    target: item.symbol.target,
    contact: item.contact,
  };
}

function inksOf(item: PanelItem): readonly Ink[] {
  if (item.kind === 'text')
    return item.text.lines.flatMap(({ runs }) => runs.map(({ ink }) => ink));
  if (item.kind === 'picture') return [];
  return item.kind === 'art' ? item.parts.map(({ ink }) => ink) : [item.ink];
}

const distinct = (inks: readonly Ink[]): Ink[] => [
  ...new Map(inks.map((ink) => [JSON.stringify([ink.cmyk, ink.spot]), ink])).values(),
];
