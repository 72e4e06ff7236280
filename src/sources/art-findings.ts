import type { FindingCode } from '../diagnostics/codes.js';
import { type Finding, finding } from '../diagnostics/finding.js';

/** What is wrong with a drawing, each kind of fault once with the number of its places. */
export interface ArtFindings {
  /** `subject` tells faults of one code apart: `<text>`, `#ff0000`. */
  add(
    code: FindingCode,
    line: number | undefined,
    subject: string,
    words: { readonly problem: string; readonly fix: string },
  ): void;
  count(): number;
  all(): readonly Finding[];
}

/** Gathers the findings of one file. A drawing with a thousand red shapes has one red too many, not a thousand. */
export function artFindings(file: string): ArtFindings {
  const kept = new Map<string, { first: Finding; times: number; last: number | undefined }>();
  return {
    add(code, line, subject, { problem, fix }) {
      const key = `${code} ${subject}`;
      const seen = kept.get(key);
      if (seen === undefined) {
        const first = finding(code, { file, line }, problem, fix);
        kept.set(key, { first, times: 1, last: line });
      } else {
        seen.times += 1;
        seen.last = line;
      }
    },
    count: () => kept.size,
    all: () => [...kept.values()].map(({ first, times, last }) => withTimes(first, times, last)),
  };
}

function withTimes(first: Finding, times: number, last: number | undefined): Finding {
  if (times === 1) return first;
  const to = last === undefined || last === first.at.line ? '' : `, the last in line ${last}`;
  return { ...first, problem: `${first.problem} (${times} times${to})` };
}
