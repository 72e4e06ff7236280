import { quoted } from '../diagnostics/quoted.js';
import { type Colour, readArtColour } from './art-colour.js';
import type { ArtFindings } from './art-findings.js';
import { readLength } from './art-outline.js';
import type { BrandInk } from './brand-kit.js';

/** How the shapes of an element are painted: what SVG hands down from group to shape. */
export interface ArtPaint {
  /** Undefined: nobody said, which SVG paints black. */
  readonly fill: Colour | undefined;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: Colour;
  /** In the element's own units. */
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
}

/** What SVG starts from (SVG 2, 13). */
export const rootPaint = (): ArtPaint => ({
  fill: undefined,
  fillRule: 'nonzero',
  stroke: 'none',
  width: 1,
  cap: 'butt',
  join: 'miter',
});

export interface PaintContext {
  readonly inks: Readonly<Record<string, BrandInk>>;
  readonly line: number;
  readonly found: ArtFindings;
  readonly element: string;
  /** Attributes of the element's own, read elsewhere. */
  readonly allowed: readonly string[];
}

/** Attributes that change nothing on paper. */
const NO_EFFECT =
  /^(?:id|class|role|lang|space|tabindex|focusable|(?:data|aria|font|text|letter|word|color|shape|image|pointer|writing|-inkscape|-webkit|solid|glyph|dominant|alignment|baseline|line|white|unicode)-.*|cursor|direction|isolation|overflow|enable-background|stroke-dashoffset)$/;

/** Properties that make ink see-through. */
const OPACITY = /^(?:fill-|stroke-|stop-|flood-)?opacity$/;

/** Properties that draw as we do only at one value. */
const ONLY_AT: Readonly<Record<string, RegExp>> = {
  'stroke-dasharray': /^(?:none|0)$/,
  'stroke-miterlimit': /^(?:4|10)(?:\.0+)?$/,
  'vector-effect': /^none$/,
  'paint-order': /^(?:normal|fill(?: stroke)?(?: markers)?)$/,
  'mix-blend-mode': /^normal$/,
  'clip-rule': /^(?:nonzero|evenodd)$/,
  'clip-path': /^none$/,
  clip: /^auto$/,
  filter: /^none$/,
  mask: /^none$/,
  display: /^(?:inline|block)$/,
  visibility: /^visible$/,
  'marker-start': /^none$/,
  'marker-mid': /^none$/,
  'marker-end': /^none$/,
  marker: /^none$/,
};

const FIX_AT: Readonly<Record<string, string>> = {
  'stroke-dasharray': 'draw each dash as a shape of its own',
  'stroke-miterlimit': 'use stroke-linejoin="round" or "bevel", or outline the stroke',
  display: 'delete the hidden part',
  visibility: 'delete the hidden part',
  'clip-path': 'cut the shapes to what is seen (Pathfinder, or Path > Intersection)',
  mask: 'cut the shapes to what is seen (Pathfinder, or Path > Intersection)',
};

/** Attributes of every element that are read for themselves. In `style` they are refused: a press knows no CSS. */
const READ_APART: ReadonlySet<string> = new Set(['style', 'transform']);

/** The paint of an element: its parent's, changed by its attributes and then by its `style`. */
export function readArtPaint(
  attributes: ReadonlyMap<string, string>,
  parent: ArtPaint,
  context: PaintContext,
): ArtPaint {
  const { allowed } = context;
  const plain = [...attributes].filter(
    ([name]) => !allowed.includes(name) && !READ_APART.has(name),
  );
  const styled = declarations(attributes.get('style') ?? '', context);
  const changes = [...plain, ...styled].map(([name, value]) =>
    readProperty(name, value.trim(), context),
  );
  return Object.assign({}, parent, ...changes) as ArtPaint;
}

function declarations(style: string, { line, found }: PaintContext): [string, string][] {
  return style
    .split(';')
    .filter((it) => it.trim() !== '')
    .flatMap((it): [string, string][] => {
      const colon = it.indexOf(':');
      if (colon > 0) return [[it.slice(0, colon).trim(), it.slice(colon + 1).trim()]];
      found.add('art/attribute', line, `style ${it}`, {
        problem: `style holds ${quoted(it)}`,
        fix: 'write it as "name: value", such as "fill: var(--brand)"',
      });
      return [];
    });
}

function readProperty(name: string, value: string, context: PaintContext): Partial<ArtPaint> {
  if (value === 'inherit') return {};
  switch (name) {
    case 'fill':
      return { fill: readArtColour(value, name, context) };
    case 'stroke':
      return { stroke: readArtColour(value, name, context) };
    case 'stroke-width':
      return strokeWidth(value, context);
    case 'fill-rule':
      return oneOf('fillRule', name, value, ['nonzero', 'evenodd'], context);
    case 'stroke-linecap':
      return oneOf('cap', name, value, ['butt', 'round', 'square'], context);
    case 'stroke-linejoin':
      return oneOf('join', name, value, ['miter', 'round', 'bevel'], context);
    default:
      refuseProperty(name, value, context);
      return {};
  }
}

function strokeWidth(value: string, context: PaintContext): Partial<ArtPaint> {
  const width = readLength(value);
  if (width !== undefined && width >= 0) return { width };
  refuse('art/value', 'stroke-width', value, 'write a plain number, 0 or more', context);
  return {};
}

function oneOf<const K extends keyof ArtPaint, const V extends string>(
  key: K,
  name: string,
  value: string,
  known: readonly V[],
  context: PaintContext,
): { readonly [_ in K]?: V } {
  if ((known as readonly string[]).includes(value)) return { [key]: value } as { [_ in K]: V };
  refuse('art/value', name, value, `write one of: ${known.join(', ')}`, context);
  return {};
}

type RefusedCode = 'art/value' | 'art/script' | 'art/link' | 'art/see-through' | 'art/attribute';

/** A property that we do not draw: nothing where it changes nothing, else a finding. */
function refuseProperty(name: string, value: string, context: PaintContext): void {
  const link = name === 'href' || name === 'src' || /url\s*\(|javascript:/i.test(value);
  const only = Object.hasOwn(ONLY_AT, name) ? ONLY_AT[name] : undefined;
  if (/^on[a-z]+$/i.test(name))
    refuse('art/script', name, value, 'delete it; a drawing runs no code', context);
  else if (only !== undefined) {
    const fix = FIX_AT[name] ?? 'delete it, and draw what it does as plain shapes';
    if (!only.test(value)) refuse('art/attribute', name, value, fix, context);
  } else if (OPACITY.test(name)) {
    const fix = 'use a lighter colour of the brand, at full strength';
    if (Number.parseFloat(value) !== (value.endsWith('%') ? 100 : 1))
      refuse('art/see-through', name, value, fix, context);
  } else if (link) refuseLink(name, value, context);
  else if (!NO_EFFECT.test(name)) {
    const fix = 'delete it, and draw what it does as plain shapes';
    refuse('art/attribute', name, value, fix, context);
  }
}

function refuseLink(name: string, value: string, context: PaintContext): void {
  const runs = /^\s*(?:javascript|data|vbscript):/i.test(value.replaceAll(/[\s\p{Cc}]/gu, ''));
  refuse(
    runs ? 'art/script' : 'art/link',
    name,
    value,
    'delete it; put what it points at into the drawing itself, as outlines',
    context,
  );
}

function refuse(
  code: RefusedCode,
  name: string,
  value: string,
  fix: string,
  { line, found, element }: PaintContext,
): void {
  const problem = `${name.slice(0, 40)} of <${element}> is ${quoted(value)}`;
  found.add(code, line, `${name} ${value.slice(0, 100)}`, { problem, fix });
}
