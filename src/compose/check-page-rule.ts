import { type CssNode, generate } from 'css-tree';
import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Format } from '../sources/format.js';
import type { PageRule } from './read-style.js';

/** ISO 216 sizes in mm, upright. */
const NAMED: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  a6: [105, 148],
  a7: [74, 105],
};

/** Half of the last digit that people write. */
const CLOSE_MM = 0.05;

const inMm = (node: CssNode | undefined): number | undefined => {
  if (node?.type === 'Dimension' && node.unit.toLowerCase() === 'mm') return Number(node.value);
  return node?.type === 'Number' && Number(node.value) === 0 ? 0 : undefined;
};

const near = (a: number | undefined, b: number): boolean =>
  a !== undefined && Math.abs(a - b) <= CLOSE_MM;

/** Whether `@page` says the same as the format, which decides. */
export function checkPageRules(page: readonly PageRule[], format: Format): readonly Finding[] {
  return page.flatMap((rule) => {
    const fix = fixFor(rule, format);
    if (fix === undefined) return [];
    const written = quoted(`${rule.descriptor}: ${rule.items.map((it) => generate(it)).join(' ')}`);
    const problem = `${written} is not what the format ${quoted(format.id)} says`;
    return [finding('css/page', rule.place, problem, fix)];
  });
}

function fixFor({ descriptor, items }: PageRule, format: Format): string | undefined {
  const { trim, bleed } = format;
  if (descriptor === 'size') {
    const [width, height] = sizeOf(items) ?? [];
    return near(width, trim.width) && near(height, trim.height)
      ? undefined
      : `write size: ${trim.width}mm ${trim.height}mm`;
  }
  if (descriptor === 'bleed')
    return items.length === 1 && near(inMm(items[0]), bleed)
      ? undefined
      : `write bleed: ${bleed}mm`;
  const words = items.map((it) => (it.type === 'Identifier' ? it.name.toLowerCase() : ''));
  const fits =
    words.length > 0 &&
    (words.every((word) => word === 'crop' || word === 'cross') || words.join() === 'none');
  return fits ? undefined : 'write marks: crop, cross or none; the press profile draws them';
}

function sizeOf(items: readonly CssNode[]): readonly [number, number] | undefined {
  const words = items.map((it) => (it.type === 'Identifier' ? it.name.toLowerCase() : ''));
  const name = words.find((word) => Object.hasOwn(NAMED, word));
  const named = name === undefined ? undefined : NAMED[name];
  if (!named) {
    const [width, height = width, ...more] = items.map(inMm);
    if (more.length > 0 || width === undefined || height === undefined) return undefined;
    return [width, height];
  }
  const others = words.filter((word) => word !== name);
  if (others.join() === 'landscape') return [named[1], named[0]];
  return others.length === 0 || others.join() === 'portrait' ? named : undefined;
}
