import type { PictureNode } from '../compose/blocks.js';
import type { Picture } from '../sources/picture.js';
import type { Box } from '../units/box.js';
import { bleedOut } from './bleed-out.js';
import type { PictureItem } from './laid-out.js';
import type { PanelFrame } from './panel-frame.js';
import { precise } from './precise.js';

/** Pixels to an inch that a picture has in print where no rule sizes it (printer's habit). */
const PPI = 300;

/** Width over height. */
export const pictureRatio = ({ picture }: PictureNode): number => picture.width / picture.height;

/** The width of a picture that no rule sizes, mm. */
export const pictureWidth = ({ picture }: PictureNode): number => (picture.width / PPI) * 25.4;

/** A picture in its box, over the trim into the bleed, its middle where the box's is. */
export function paintPicture(node: PictureNode, content: Box, frame: PanelFrame): PictureItem {
  const { picture, place } = node;
  const printed = bleedOut(content, frame);
  const box = {
    x: precise(printed.x),
    y: precise(printed.y),
    width: precise(printed.width),
    height: precise(printed.height),
  };
  const alt = node.alt.map(({ text }) => text).join('');
  return { kind: 'picture', box, crop: cropOf(picture, box), picture, alt, place };
}

/** The largest part of a picture with the proportions of a box, in whole pixels. */
function cropOf({ width, height }: Picture, box: Box): Box {
  const wanted = box.width / box.height;
  const isWide = width / height > wanted;
  const across = isWide ? Math.max(1, Math.round(height * wanted)) : width;
  const down = isWide ? height : Math.max(1, Math.round(width / wanted));
  return {
    x: Math.floor((width - across) / 2),
    y: Math.floor((height - down) / 2),
    width: across,
    height: down,
  };
}
