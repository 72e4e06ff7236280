import type { z } from 'zod';
import type { FindingCode } from '../diagnostics/codes.js';
import { type Finding, finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import { knownKeys } from './known-keys.js';
import type { ReadYaml } from './read-yaml.js';

type Issue = z.core.$ZodIssue;
type Step = string | number;

/** What an issue is said about: the file's values, the schema they broke, and the code to report. */
export interface Broken {
  readonly source: ReadYaml;
  readonly schema: z.ZodType;
  readonly code: FindingCode;
  /** What the file is: `campaign`, `copy deck`. */
  readonly kind: string;
}

/** A fault of a field, as findings: where it stands, what is there, and what to write instead. */
export function invalid(broken: Broken, issue: Issue): readonly Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField(broken, path, key));
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') {
    const closest = issue.errors[0]?.[0];
    if (closest !== undefined)
      return invalid(broken, { ...closest, path: [...issue.path, ...closest.path] } as Issue);
  }
  return [wrongValue(broken, path, issue)];
}

function unknownField({ source, schema, code, kind }: Broken, path: Step[], key: string): Finding {
  const where = path.length === 0 ? `a ${kind}` : dotPath(path);
  const known = knownKeys(schema, path);
  const fix = known.length === 0 ? 'take it out' : nameOneOf(key, known);
  const at = source.locate([...path, key]);
  return finding(code, at, `${quoted(key)} is no field of ${where}`, fix);
}

function wrongValue({ source, code, kind }: Broken, path: Step[], issue: Issue): Finding {
  const name = path.length === 0 ? `the ${kind}` : dotPath(path);
  const found = valueAt(source.data, path);
  const at = source.locate(path);
  if (found === undefined) return finding(code, at, `${name} is missing`, instruction(issue));
  if (found === null) return finding(code, at, `${name} is empty`, instruction(issue));
  const written = typeof found === 'string' ? found : (source.written(path) ?? found);
  return finding(code, at, `${name} is ${quoted(written)}`, fixFor(issue, found));
}

function fixFor(issue: Issue, found: unknown): string {
  const said = instruction(issue);
  const bare = typeof found === 'number' || typeof found === 'boolean';
  if (issue.code !== 'invalid_type' || issue.expected !== 'string' || !bare) return said;
  return `${said}; put it in quotes: YAML reads it as a ${typeof found} and drops leading zeros`;
}

/** The schema's own message; a plain one where a schema has none, for zod's wording is no instruction. */
function instruction(issue: Issue): string {
  if (!/^(Invalid|Too |Unrecognized)/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return PLAIN[issue.expected] ?? 'write what belongs here';
  if (issue.code === 'invalid_value') return `write one of: ${issue.values.map(String).join(', ')}`;
  return 'write what belongs here';
}

const PLAIN: Readonly<Record<string, string>> = {
  string: 'write text here, in quotes',
  number: 'write a number here, without quotes',
  boolean: 'write true or false',
  array: 'write a list: one line each, starting with "- "',
  object: 'write fields here, each as "name: value"',
  record: 'write fields here, each as "name: value"',
};

function valueAt(data: unknown, path: readonly Step[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<Step, unknown>)[step];
  }
  return value;
}

/** `leaflets[0].brands`: a field as findings name it. */
const dotPath = (path: readonly Step[]): string =>
  path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
