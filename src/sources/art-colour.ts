import { nearest } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Ink } from '../units/ink.js';
import type { ArtFindings } from './art-findings.js';
import type { BrandInk } from './brand-kit.js';

/** An ink of the brand, none, or the ink of the copy beside the drawing. */
export type Colour = Ink | 'current' | 'none';

type Inks = Readonly<Record<string, BrandInk>>;

interface ColourContext {
  readonly inks: Inks;
  readonly line: number;
  readonly found: ArtFindings;
  readonly element: string;
}

/** The brand's ink for a colour of a drawing; a finding that names the nearest token where there is none. */
export function readArtColour(written: string, property: string, context: ColourContext): Colour {
  const { inks, line, found, element } = context;
  if (written === 'none' || written === 'transparent') return 'none';
  if (written.toLowerCase() === 'currentcolor') return 'current';
  const refuse = (fix: string): Colour => {
    const problem = `${property} of <${element}> is ${quoted(written)}, no colour of the brand`;
    found.add('art/colour', line, written.slice(0, 100), { problem, fix });
    return 'none';
  };
  const token = /^var\(\s*--([a-zA-Z0-9_-]+)\s*\)$/.exec(written)?.[1];
  if (token !== undefined)
    return (Object.hasOwn(inks, token) ? inks[token] : undefined) ?? refuse(namedLike(token, inks));
  const srgb = toHex(written);
  const same = Object.values(inks).find((ink) => ink.srgb === srgb);
  if (same !== undefined) return same;
  if (/^url\s*\(/i.test(written)) return refuse('give the shape one flat colour of the brand');
  return refuse(srgb === undefined ? anyOf(inks) : seenLike(srgb, inks));
}

/** A colour in any of the ways an SVG editor writes it, as `#rrggbb`; nothing where it is another. */
function toHex(written: string): string | undefined {
  const lower = written.toLowerCase();
  if (lower === 'black') return '#000000';
  if (lower === 'white') return '#ffffff';
  if (/^#[0-9a-f]{6}(?:ff)?$/.test(lower)) return lower.slice(0, 7);
  if (/^#[0-9a-f]{3}$/.test(lower)) return lower.replaceAll(/[0-9a-f]/g, '$&$&');
  const parts = /^rgb\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*\)$/.exec(lower);
  if (parts === null) return undefined;
  const bytes = parts.slice(1).map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

const use = ({ token, srgb }: BrandInk): string => `use var(--${token}) or ${srgb}`;

const anyOf = (inks: Inks): string =>
  `use one of: ${Object.keys(inks)
    .sort()
    .map((token) => `var(--${token})`)
    .join(', ')}`;

function namedLike(token: string, inks: Inks): string {
  const guess = nearest(token, Object.keys(inks));
  const ink = guess === undefined ? undefined : inks[guess];
  return ink === undefined ? anyOf(inks) : `${use(ink)}; that is the colour of the nearest name`;
}

const bytesOf = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** How far apart two colours look, roughly: the eye sees green best, then red (ITU-R BT.601 luma). */
function apart(one: string, other: string): number {
  const [a, b] = [bytesOf(one), bytesOf(other)];
  return [0.299, 0.587, 0.114].reduce(
    (sum, weight, index) => sum + weight * ((a[index] ?? 0) - (b[index] ?? 0)) ** 2,
    0,
  );
}

function seenLike(srgb: string, inks: Inks): string {
  const [closest] = Object.values(inks).sort(
    (a, b) => apart(a.srgb, srgb) - apart(b.srgb, srgb) || (a.token < b.token ? -1 : 1),
  );
  return closest === undefined ? anyOf(inks) : `${use(closest)}, the nearest colour of the brand`;
}
