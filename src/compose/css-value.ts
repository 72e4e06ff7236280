import type { CssNode } from 'css-tree';
import { nameOneOf, nearest } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { BrandInk } from '../sources/brand-kit.js';
import type { Ink } from '../units/ink.js';
import { fromPt } from '../units/length.js';

/** A value of the CSS subset. Lengths in mm; a share of the parent from 0 to 1. */
export type CssValue =
  | { readonly kind: 'mm'; readonly mm: number }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'word'; readonly word: string }
  /** No ink: transparent. */
  | { readonly kind: 'ink'; readonly ink: Ink | undefined };

/** What is wrong with a value beyond "not one of these". */
export interface ValueFault {
  readonly kind: 'fault';
  readonly problem: string;
  readonly fix: string;
}

export const isFault = (value: CssValue | ValueFault): value is ValueFault =>
  value.kind === 'fault';

/** What values are read against: the brand's inks, and which side a line starts at. */
export interface StyleSetting {
  readonly inks: Readonly<Record<string, BrandInk>>;
  readonly direction: 'ltr' | 'rtl';
}

export type ReadValue = (node: CssNode, setting: StyleSetting) => CssValue | ValueFault | undefined;

/** Our choice: nothing on a leaflet is longer, so a longer length is a slip of the hand. */
const LONGEST_MM = 2000;

const inRange = (mm: number, least: number): CssValue | undefined =>
  Number.isFinite(mm) && mm >= least && mm <= LONGEST_MM ? { kind: 'mm', mm } : undefined;

/** A length in mm; `0` needs no unit. */
const readMm =
  (least: number): ReadValue =>
  (node) => {
    if (node.type === 'Number' && Number(node.value) === 0) return { kind: 'mm', mm: 0 };
    if (node.type !== 'Dimension' || node.unit.toLowerCase() !== 'mm') return undefined;
    return inRange(Number(node.value), least);
  };

export const readLength: ReadValue = readMm(0);
export const readSignedLength: ReadValue = readMm(-LONGEST_MM);

/** A size of type, in points or mm. */
export const readTypeSize: ReadValue = (node) => {
  if (node.type !== 'Dimension') return undefined;
  const value = Number(node.value);
  const unit = node.unit.toLowerCase();
  const mm = unit === 'pt' ? fromPt(value) : unit === 'mm' ? value : Number.NaN;
  return mm > 0 ? inRange(mm, 0) : undefined;
};

export const readShare: ReadValue = (node) => {
  if (node.type !== 'Percentage') return undefined;
  const share = Number(node.value) / 100;
  return share >= 0 && share <= 10 ? { kind: 'share', share } : undefined;
};

export const readNumber: ReadValue = (node) => {
  if (node.type !== 'Number') return undefined;
  const number = Number(node.value);
  return number >= 0 && number <= 1000 ? { kind: 'number', number } : undefined;
};

/** One of some words, as the table writes them. */
export const readWord =
  (...words: readonly string[]): ReadValue =>
  (node) => {
    if (node.type !== 'Identifier') return undefined;
    const word = node.name.toLowerCase();
    return words.includes(word) ? { kind: 'word', word } : undefined;
  };

/** The first of several readers that knows the value. */
export const readAny =
  (...readers: readonly ReadValue[]): ReadValue =>
  (node, setting) => {
    for (const read of readers) {
      const value = read(node, setting);
      if (value !== undefined) return value;
    }
    return undefined;
  };

const WEIGHTS = new Set([100, 200, 300, 400, 500, 600, 700, 800, 900]);

export const readWeight: ReadValue = (node) => {
  if (node.type === 'Identifier') {
    const number = { normal: 400, bold: 700 }[node.name.toLowerCase()];
    return number === undefined ? undefined : { kind: 'number', number };
  }
  if (node.type !== 'Number' || !WEIGHTS.has(Number(node.value))) return undefined;
  return { kind: 'number', number: Number(node.value) };
};

/** `#abc` as `#aabbcc`. */
const longHex = (hex: string): string =>
  hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;

/** A brand token as `var(--token)`, or its exact sRGB as `#rrggbb`; nothing else has inks. */
export const readColour: ReadValue = (node, { inks }) => {
  if (node.type === 'Function' && node.name.toLowerCase() === 'var') return readToken(node, inks);
  if (node.type === 'Identifier' && node.name.toLowerCase() === 'transparent')
    return { kind: 'ink', ink: undefined };
  if (node.type === 'Hash') return readHex(node.value.toLowerCase(), inks);
  const isColour = node.type === 'Function' || node.type === 'Identifier';
  if (!isColour) return undefined;
  return unknownColour(node.name, inks, nearest(node.name, Object.keys(inks)));
};

function readToken(
  node: Extract<CssNode, { type: 'Function' }>,
  inks: StyleSetting['inks'],
): CssValue | ValueFault {
  const [first, ...more] = node.children.toArray();
  const name = first?.type === 'Identifier' ? first.name : '';
  const token = name.startsWith('--') ? name.slice(2) : '';
  const ink = Object.hasOwn(inks, token) ? inks[token] : undefined;
  if (ink && more.length === 0) return { kind: 'ink', ink };
  if (more.length > 0)
    return {
      kind: 'fault',
      problem: 'var() holds a second value',
      fix: 'name one token: every brand has it, or the finding says which has not',
    };
  const fix = nameOneOf(token, Object.keys(inks)).replace('did you mean "', 'did you mean "--');
  return { kind: 'fault', problem: `${quoted(name)} is no token of the brand kit`, fix };
}

function readHex(written: string, inks: StyleSetting['inks']): CssValue | ValueFault {
  const hex = `#${longHex(written)}`;
  const ink = Object.values(inks).find(({ srgb }) => srgb === hex);
  if (ink) return { kind: 'ink', ink };
  return unknownColour(`#${written}`, inks, closestInk(hex, inks));
}

function unknownColour(
  written: string,
  inks: StyleSetting['inks'],
  close: string | undefined,
): ValueFault {
  const tokens = Object.keys(inks).sort();
  const there = tokens.map((token) => `var(--${token})`).join(', ');
  return {
    kind: 'fault',
    problem: `${quoted(written)} is no colour of the brand kit`,
    fix:
      close === undefined
        ? `write one of: ${there}`
        : `the nearest is var(--${close}); there are: ${there}`,
  };
}

/** The token whose sRGB lies nearest, by plain distance: good enough to suggest. */
function closestInk(hex: string, inks: StyleSetting['inks']): string | undefined {
  const wanted = channels(hex);
  if (!wanted) return undefined;
  let best: { readonly token: string; readonly off: number } | undefined;
  for (const [token, { srgb }] of Object.entries(inks)) {
    const has = channels(srgb);
    if (!has) continue;
    const off = has.reduce((sum, value, index) => sum + (value - (wanted[index] ?? 0)) ** 2, 0);
    if (best === undefined || off < best.off) best = { token, off };
  }
  return best?.token;
}

const channels = (hex: string): readonly number[] | undefined =>
  /^#[0-9a-f]{6}$/.test(hex)
    ? [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    : undefined;
