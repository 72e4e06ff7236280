import type { Checked } from '../diagnostics/finding.js';
import { readDrawing } from './art-drawing.js';
import { artFindings } from './art-findings.js';
import { passesLimit } from './art-limits.js';
import type { Art, BrandInk } from './brand-kit.js';

/**
 * Reads an SVG into outlines in the brand's inks, in units of its view box. A strict subset: filled and stroked
 * shapes; whatever else stands in the file is a finding by name.
 */
export function readArt(
  text: string,
  file: string,
  inks: Readonly<Record<string, BrandInk>>,
): Checked<Art> {
  const found = artFindings(file);
  const { box, shapes } = passesLimit('characters', text.length, undefined, found)
    ? { box: undefined, shapes: [] }
    : readDrawing(text, inks, found);
  if (box !== undefined && shapes.length === 0 && found.count() === 0)
    found.add('art/empty', 1, 'empty', {
      problem: 'nothing in the drawing has a fill or a stroke',
      fix: 'export the drawing again, and look at it before you save it here',
    });
  if (box === undefined || found.count() > 0) return { value: undefined, findings: found.all() };
  return { value: { width: box.width, height: box.height, shapes, file }, findings: [] };
}
