import type { ArtFindings } from './art-findings.js';

/** The most that a drawing may hold. Our choices: a logo or icon has a hundredth of these. */
export const ART_LIMITS = {
  characters: 2 * 1024 * 1024,
  elements: 20_000,
  /** Lines and curves of all outlines together. */
  steps: 200_000,
  /** Elements in elements. */
  nesting: 64,
} as const;

const IN_WORDS: Readonly<Record<keyof typeof ART_LIMITS, string>> = {
  characters: 'the drawing has more than # characters',
  elements: 'the drawing has more than # elements',
  steps: 'the outlines have more than # steps',
  nesting: 'elements stand more than # deep in each other',
};

/** Whether a drawing holds too much of something, with the finding that says so. */
export function passesLimit(
  what: keyof typeof ART_LIMITS,
  count: number,
  line: number | undefined,
  found: ArtFindings,
): boolean {
  const limit = ART_LIMITS[what];
  if (count <= limit) return false;
  found.add('art/too-large', line, what, {
    problem: IN_WORDS[what].replace('#', String(limit)),
    fix: 'simplify and ungroup the drawing, and export it without pictures in it',
  });
  return true;
}
