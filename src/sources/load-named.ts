import type { FindingCode } from '../diagnostics/codes.js';
import type { Checked, Finding, Place } from '../diagnostics/finding.js';
import { unknownName } from './unknown-name.js';

/** A name in a file that stands for another file, and where it is written. */
export interface Named {
  readonly name: string;
  readonly at: Place;
}

/** How names of one kind are looked up: the code for one that stands for nothing, and the reader. */
export interface NamedKind<T> {
  readonly code: FindingCode;
  readonly kind: string;
  readonly known: readonly string[];
  readonly read: (name: string) => Checked<T>;
}

/** Reads what each name stands for, each once; a name that stands for nothing is a finding where it is written. */
export function loadNamed<T>(
  names: readonly Named[],
  { code, kind, known, read }: NamedKind<T>,
): Checked<Readonly<Record<string, T>>> {
  const findings: Finding[] = [];
  const value: Record<string, T> = {};
  const seen = new Set<string>();
  for (const { name, at } of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (!known.includes(name)) {
      findings.push(unknownName(code, at, kind, name, known));
      continue;
    }
    const checked = read(name);
    findings.push(...checked.findings);
    if (checked.value !== undefined) value[name] = checked.value;
  }
  return { value, findings };
}
