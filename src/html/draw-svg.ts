import type { ArtItem, CodeItem, PictureItem } from '../layout/laid-out.js';
import type { ToScreen } from '../pdf/raster.js';
import type { Srgb } from '../preflight/colour.js';
import type { Ink } from '../units/ink.js';
import type { Path } from '../units/path.js';
import { escapeHtml } from './escape-html.js';
import { picturePng } from './picture-png.js';

/** Inks as a screen shows them. */
export type InkToSrgb = (ink: Ink) => Srgb;

/** Modules of bare paper round a QR code (ISO/IEC 18004). */
const QUIET = 4;

/** A colour as CSS and SVG write it. */
export const hexOf = (srgb: Srgb): string =>
  `#${srgb
    .map((share) =>
      Math.round(share * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** A logo with what a screen reader says for it. */
export function drawArt({ box, parts }: ArtItem, alt: string, colour: InkToSrgb): string {
  const shapes = parts.map((part) => {
    const d = pathData(part.path);
    const ink = hexOf(colour(part.ink));
    if (part.kind === 'fill') return `<path fill="${ink}" fill-rule="${part.rule}" d="${d}"/>`;
    const line = `stroke-width="${short(part.width)}" stroke-linecap="${part.cap}" stroke-linejoin="${part.join}"`;
    return `<path fill="none" stroke="${ink}" ${line} d="${d}"/>`;
  });
  const view = [box.x, box.y, box.width, box.height].map(short).join(' ');
  return svg(view, alt, `width="${short(box.width)}mm"`, shapes.join(''));
}

/** A photograph, held in the page itself. */
export function drawPicture(item: PictureItem, alt: string, toScreen: ToScreen): string {
  const { width, height } = item.box;
  const size = `width="${short(width)}" height="${short(height)}"`;
  const bytes = base64(picturePng(item, toScreen));
  const image = `<image ${size} href="data:image/png;base64,${bytes}"/>`;
  const view = `0 0 ${short(width)} ${short(height)}`;
  return svg(view, alt, `class="picture" width="${short(width)}mm"`, image);
}

/** Bytes that a call takes as arguments at once. */
const CHUNK = 0x2000;

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(parts.join(''));
}

/** A QR code on its own white ground. */
export function drawCode({ symbol, ink }: CodeItem, alt: string, colour: InkToSrgb): string {
  const size = symbol.modules + 2 * QUIET;
  const view = `${-QUIET} ${-QUIET} ${size} ${size}`;
  const ground = `<path fill="#fff" d="M${-QUIET} ${-QUIET}h${size}v${size}h${-size}z"/>`;
  const modules = `<path fill="${hexOf(colour(ink))}" fill-rule="evenodd" d="${pathData(symbol.path)}"/>`;
  return svg(view, alt, 'class="code"', ground + modules);
}

const svg = (view: string, alt: string, attributes: string, content: string): string =>
  `<svg viewBox="${view}" ${attributes} role="img" aria-label="${escapeHtml(alt)}">${content}</svg>`;

const pathData = (path: Path): string =>
  path
    .map(([name, ...at]) => `${name}${at.map((value) => short(value as number)).join(' ')}`)
    .join('');

/** To a thousandth. */
const short = (value: number): string => String(Math.round(value * 1000) / 1000);
