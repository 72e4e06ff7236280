import type { ArtNode } from '../compose/blocks.js';
import type { ArtShape } from '../sources/brand-kit.js';
import type { Box } from '../units/box.js';
import type { Ink } from '../units/ink.js';
import type { Path } from '../units/path.js';
import type { ArtItem, FillItem, StrokeItem } from './laid-out.js';
import { mapPath } from './map-path.js';
import { precise } from './precise.js';

/** A drawing, as large as its box allows in its own proportions, in the middle of it. */
export function paintArt(node: ArtNode, box: Box): ArtItem {
  const { art } = node;
  const scale = Math.min(box.width / art.width, box.height / art.height);
  const drawn: Box = {
    x: precise(box.x + (box.width - art.width * scale) / 2),
    y: precise(box.y + (box.height - art.height * scale) / 2),
    width: precise(art.width * scale),
    height: precise(art.height * scale),
  };
  return {
    kind: 'art',
    role: node.role,
    box: drawn,
    parts: art.shapes.flatMap((shape) => paintShape(shape, node, drawn, scale)),
    alt: node.logo?.alt ?? '',
    place: node.place,
    logo: node.logo && { clearSpace: node.logo.clearSpace, minWidth: node.logo.minWidth },
  };
}

function paintShape(
  shape: ArtShape,
  { ink, place, isMirrored }: ArtNode,
  at: Box,
  scale: number,
): (FillItem | StrokeItem)[] {
  const path = placePath(shape.path, at, scale, isMirrored);
  const inkOf = (it: Ink | 'current'): Ink => (it === 'current' ? ink : it);
  const parts: (FillItem | StrokeItem)[] = [];
  if (shape.fill !== undefined) {
    const rule = shape.fillRule ?? 'nonzero';
    parts.push({ kind: 'fill', path, ink: inkOf(shape.fill), rule, place });
  }
  if (shape.stroke !== undefined) {
    const { width, cap, join } = shape.stroke;
    const drawn = { width: width * scale, cap, join };
    parts.push({ kind: 'stroke', path, ink: inkOf(shape.stroke.ink), ...drawn, place });
  }
  return parts;
}

const placePath = (path: Path, at: Box, scale: number, isMirrored: boolean): Path =>
  mapPath(path, (x, y) => [
    precise(isMirrored ? at.x + at.width - x * scale : at.x + x * scale),
    precise(at.y + y * scale),
  ]);
