import type { z } from 'zod';
import type { FindingCode } from '../diagnostics/codes.js';
import type { Checked } from '../diagnostics/finding.js';
import type { World } from '../world.js';
import { invalid } from './invalid.js';
import { readTextFile } from './read-text-file.js';
import { readYaml } from './read-yaml.js';
import type { FromFile } from './source-file.js';

/** The codes of a kind of file: not there, not readable, a field that is wrong. */
export interface YamlFileCodes {
  readonly missing: FindingCode;
  readonly unreadable: FindingCode;
  readonly wrong: FindingCode;
  /** What the file is, in a printer's words: `campaign`, `copy deck`. */
  readonly kind: string;
}

/** Reads a YAML or JSON file to its schema. Every fault in the file is reported, not only the first. */
export function readYamlFile<T>(
  world: World,
  path: string,
  schema: z.ZodType<T>,
  what: YamlFileCodes,
): Checked<{ readonly value: T } & FromFile> {
  const file = readTextFile(world, path, what);
  if (file.value === undefined) return { value: undefined, findings: file.findings };
  const source = readYaml(path, file.value.text, what.unreadable);
  if (source.value === undefined) return { value: undefined, findings: source.findings };
  const parsed = schema.safeParse(source.value.data);
  if (!parsed.success) {
    const broken = { source: source.value, schema, code: what.wrong, kind: what.kind };
    const findings = parsed.error.issues.flatMap((issue) => invalid(broken, issue));
    return { value: undefined, findings };
  }
  const { sha256 } = file.value;
  const value = { value: parsed.data, file: path, sha256, locate: source.value.locate };
  return { value, findings: [] };
}
