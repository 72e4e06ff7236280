import { finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import type { PictureNode } from './blocks.js';
import type { Building, Dressed } from './dress.js';
import { inlineRuns, type Piece } from './inline-runs.js';
import { runStyle } from './text-look.js';

/** A picture of the brand kit or the template, with what is said for it: the words of a unit. */
export function buildPicture(dressed: Dressed, { it }: Building): PictureNode | undefined {
  const { element, style, look } = dressed;
  const { name } = element.attributes;
  if (name === undefined) return undefined;
  const { pictures = {}, locale } = it.form;
  const picture = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
  if (!picture) {
    const problem = `neither the brand kit "${it.form.brand.id}" nor the template has a picture "${name}"`;
    const fix = nameOneOf(name, Object.keys(pictures));
    it.report(finding('picture/unknown', element.place, problem, fix));
    return undefined;
  }
  const pieces = element.children.flatMap((child): Piece[] =>
    child.kind === 'words'
      ? [{ kind: 'words', words: child.words, style: runStyle(look, locale) }]
      : [],
  );
  const alt = inlineRuns(pieces, false);
  return { kind: 'picture', style, place: element.place, picture, alt };
}
