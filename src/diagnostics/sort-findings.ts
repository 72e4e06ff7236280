import type { Finding } from './finding.js';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `row 9` before `row 14`: the numbers in two texts compare as numbers, the rest as characters. */
function compareCounted(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/([0-9]+)/));
  for (const [index, one] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    const order = index % 2 === 1 ? Number(one) - Number(other) : compare(one, other);
    if (order !== 0) return order;
  }
  return compare(a, b);
}

const compareFindings = (a: Finding, b: Finding): number =>
  compare(a.at.file, b.at.file) ||
  (a.at.line ?? 0) - (b.at.line ?? 0) ||
  (a.at.column ?? 0) - (b.at.column ?? 0) ||
  compareCounted(a.at.part ?? '', b.at.part ?? '') ||
  compare(a.code, b.code) ||
  compare(a.problem, b.problem) ||
  compare(context(a), context(b));

const context = ({ leaflet, brand, locale, panel, sentence }: Finding): string =>
  JSON.stringify([leaflet, brand, locale, panel, sentence]);

/** Findings by file and line, each once, so that two runs print the same. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(compareFindings);
  return sorted.filter((it, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareFindings(before, it) !== 0;
  });
}
