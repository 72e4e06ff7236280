import type { Locale } from '../sources/locale.js';
import { BLACK, type Ink } from '../units/ink.js';
import { fromPt } from '../units/length.js';
import type { Paragraph, TextStyle } from './blocks.js';
import type { WonValues } from './cascade.js';

/** How text in an element looks, before the locale has its say; children inherit it. */
export interface TextLook {
  readonly family: 'body' | 'heading';
  readonly weight: number;
  /** mm, as the style sheet says. */
  readonly size: number;
  readonly ink: Ink;
  readonly align: Paragraph['align'];
  /** Times the size, or mm. */
  readonly line: { readonly times: number } | { readonly mm: number };
  readonly hyphens: boolean;
  /** Step of the baseline grid, mm; nothing where lines stand as they fall. */
  readonly grid: number | undefined;
}

/** Clear print: 12 pt on 16 pt. */
export const PLAIN_LOOK: TextLook = {
  family: 'body',
  weight: 400,
  size: fromPt(12),
  ink: BLACK,
  align: 'start',
  line: { times: 4 / 3 },
  hyphens: false,
  grid: undefined,
};

/** An element's look from its own values and its parent's look. */
export function textLook(won: WonValues, parent: TextLook): TextLook {
  const value = (name: string) => won.get(name)?.value;
  const family = value('font-family');
  const weight = value('font-weight');
  const size = value('font-size');
  const ink = value('color');
  const align = value('text-align');
  const line = value('line-height');
  const grid = value('baseline-grid');
  const hyphens = value('hyphens');
  return {
    family: family?.kind === 'word' ? (family.word as TextLook['family']) : parent.family,
    weight: weight?.kind === 'number' ? weight.number : parent.weight,
    size: size?.kind === 'mm' ? size.mm : parent.size,
    ink: ink?.kind === 'ink' && ink.ink ? ink.ink : parent.ink,
    align: align?.kind === 'word' ? (align.word as TextLook['align']) : parent.align,
    line:
      line?.kind === 'number'
        ? { times: line.number }
        : line?.kind === 'mm'
          ? { mm: line.mm }
          : parent.line,
    hyphens: hyphens?.kind === 'word' ? hyphens.word === 'auto' : parent.hyphens,
    grid: grid?.kind === 'mm' ? grid.mm : grid?.kind === 'word' ? undefined : parent.grid,
  };
}

/** The style of a run: the locale multiplies sizes, so that its script reads as large as Latin does. */
export const runStyle = (look: TextLook, { sizeFactor }: Locale): TextStyle => ({
  family: look.family,
  weight: look.weight,
  size: look.size * sizeFactor,
  ink: look.ink,
});

/** Steps of a grid; a height that is a whole number of steps but for float noise takes no step more. */
const FLOAT_NOISE = 1e-6;

/**
 * Distance of baselines in mm for a paragraph whose largest type is `largest` mm (already multiplied).
 * A script that hangs low, such as Nastaliq, asks for more than Latin; a line of Latin or digits alone does not.
 * On a baseline grid it is a whole number of steps.
 */
export function lineHeight(
  look: TextLook,
  largest: number,
  locale: Locale,
  holdsScript: boolean,
): number {
  const asked = 'times' in look.line ? look.line.times * largest : look.line.mm * locale.sizeFactor;
  const least = locale.script !== 'Latn' && holdsScript ? locale.lineHeight * largest : 0;
  const height = Math.max(asked, least);
  return look.grid === undefined ? height : Math.ceil(height / look.grid - FLOAT_NOISE) * look.grid;
}

/** Whether a text holds letters of another script than Latin. */
export const holdsOwnScript = (text: string): boolean =>
  /[^ -~]/.test(text) &&
  /(?=[\p{L}\p{M}])[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
