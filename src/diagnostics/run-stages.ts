import { type Checked, type Finding, isError } from './finding.js';

/** What is wrong with a panel comes back for every form that holds it; it is told once. */
export function eachOnce(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((it) => [JSON.stringify(it), it])).values()];
}

/** Runs a stage on what the one before it made, unless that found an error; keeps all findings. */
export function next<A, B>(before: Checked<A>, stage: (value: A) => Checked<B>): Checked<B> {
  const isClean = !before.findings.some(isError);
  return nextAnyhow(isClean ? before : { ...before, value: undefined }, stage);
}

/** Runs a stage on what the one before it made, whatever was found in it. */
export function nextAnyhow<A, B>(before: Checked<A>, stage: (value: A) => Checked<B>): Checked<B> {
  const { value, findings } = before;
  if (value === undefined) return { value: undefined, findings };
  const after = stage(value);
  return { ...after, findings: [...findings, ...after.findings] };
}

/** Runs a step on each of several things; has a value only if every step gave one. */
export function each<A, B>(items: readonly A[], step: (item: A) => Checked<B>): Checked<B[]> {
  const results = items.map(step);
  const values = results.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const findings = results.flatMap((it) => it.findings);
  return { value: values.length === items.length ? values : undefined, findings };
}
