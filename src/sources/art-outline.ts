import { quoted } from '../diagnostics/quoted.js';
import type { ArtFindings } from './art-findings.js';

const LENGTH = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:px)?\s*$/;

/** A length in units of the view box; nothing where it is none (percent, mm, words). */
export function readLength(written: string): number | undefined {
  const value = Number(LENGTH.exec(written)?.[1] ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

type Attributes = ReadonlyMap<string, string>;

/** The outline of a shape as path data in its own units; nothing where it draws nothing or cannot be read. */
export function shapeOutline(
  name: string,
  attributes: Attributes,
  line: number,
  found: ArtFindings,
): string | undefined {
  let readable = true;
  const refuse = (attribute: string, fix: string) => {
    readable = false;
    const value = attributes.get(attribute) ?? '';
    found.add('art/value', line, `${name} ${attribute} ${value}`, {
      problem: `${attribute} of <${name}> is ${quoted(value)}`,
      fix,
    });
  };
  const length = (attribute: string): number => {
    const written = attributes.get(attribute);
    if (written === undefined) return 0;
    const value = readLength(written);
    if (value === undefined) refuse(attribute, 'write a plain number, in units of the view box');
    return value ?? 0;
  };
  const size = (attribute: string): number => {
    const value = length(attribute);
    if (value < 0) refuse(attribute, 'write 0 or more');
    return value;
  };
  const outline = outlineOf(name, attributes, { length, size, refuse });
  return readable ? outline : undefined;
}

interface Read {
  length(attribute: string): number;
  size(attribute: string): number;
  refuse(attribute: string, fix: string): void;
}

function outlineOf(name: string, attributes: Attributes, read: Read): string | undefined {
  const { length, size } = read;
  switch (name) {
    case 'path':
      return attributes.get('d')?.trim() || undefined;
    case 'rect':
      return rectangle(attributes, read);
    case 'circle':
      return ellipse(length('cx'), length('cy'), size('r'), size('r'));
    case 'ellipse':
      return ellipse(length('cx'), length('cy'), ...radii(attributes, read));
    case 'line':
      return `M${length('x1')} ${length('y1')}L${length('x2')} ${length('y2')}`;
    default:
      return corners(attributes, read, name === 'polygon');
  }
}

/** One radius that is not written is the same as the other (SVG 2, 10.3). */
function radii(attributes: Attributes, { size }: Read): readonly [number, number] {
  const given = (attribute: string) =>
    (attributes.get(attribute) ?? 'auto') === 'auto' ? undefined : size(attribute);
  const [rx, ry] = [given('rx'), given('ry')];
  return [rx ?? ry ?? 0, ry ?? rx ?? 0];
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string | undefined {
  if (rx === 0 || ry === 0) return undefined;
  const half = (to: number) => `A${rx} ${ry} 0 0 1 ${to} ${cy}`;
  return `M${cx - rx} ${cy}${half(cx + rx)}${half(cx - rx)}Z`;
}

function rectangle(attributes: Attributes, read: Read): string | undefined {
  const { length, size } = read;
  const [x, y, width, height] = [length('x'), length('y'), size('width'), size('height')];
  if (width === 0 || height === 0) return undefined;
  const [wantedX, wantedY] = radii(attributes, read);
  const [rx, ry] = [Math.min(wantedX, width / 2), Math.min(wantedY, height / 2)];
  const [right, bottom] = [x + width, y + height];
  if (rx === 0 || ry === 0) return `M${x} ${y}L${right} ${y}L${right} ${bottom}L${x} ${bottom}Z`;
  const corner = (toX: number, toY: number) => `A${rx} ${ry} 0 0 1 ${toX} ${toY}`;
  return [
    `M${x + rx} ${y}L${right - rx} ${y}${corner(right, y + ry)}`,
    `L${right} ${bottom - ry}${corner(right - rx, bottom)}`,
    `L${x + rx} ${bottom}${corner(x, bottom - ry)}`,
    `L${x} ${y + ry}${corner(x + rx, y)}Z`,
  ].join('');
}

const POINTS = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g;

function corners(attributes: Attributes, { refuse }: Read, closed: boolean): string | undefined {
  const written = attributes.get('points') ?? '';
  if (written.replaceAll(POINTS, '').replaceAll(/[\s,]/g, '') !== '') {
    refuse('points', 'write pairs of plain numbers');
    return undefined;
  }
  const numbers = written.match(POINTS) ?? [];
  if (numbers.length % 2 === 1) {
    refuse('points', 'write pairs of numbers: one is left over');
    return undefined;
  }
  if (numbers.length < 4) return undefined;
  return `M${numbers.join(' ')}${closed ? 'Z' : ''}`;
}
