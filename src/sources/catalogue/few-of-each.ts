import type { Finding } from '../../diagnostics/finding.js';

/** Most findings of one kind that a file's rows give before the rest is counted. */
const FEW = 20;

const column = (it: Finding): string => /column "(.*)"$/.exec(it.at.part ?? '')?.[1] ?? '';

/** A whole column damaged in ten thousand rows is one slip: some rows in full, and how many more. */
export function fewOfEach(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding[]>();
  const more = new Map<string, number>();
  for (const it of findings) {
    const kind = `${it.code} ${it.at.file} ${column(it)}`;
    const list = kept.get(kind) ?? [];
    kept.set(kind, list);
    if (list.length < FEW) list.push(it);
    else more.set(kind, (more.get(kind) ?? 0) + 1);
  }
  return [...kept].flatMap(([kind, list]) => {
    const rest = more.get(kind);
    const last = list.at(-1);
    if (rest === undefined || last === undefined) return list;
    const problem = `${last.problem}; ${rest} more rows below have the same fault`;
    return [...list.slice(0, -1), { ...last, problem }];
  });
}
