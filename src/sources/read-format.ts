import type { Checked } from '../diagnostics/finding.js';
import type { World } from '../world.js';
import { checkFormat } from './check-format.js';
import type { Format } from './format.js';
import { FormatFile } from './format-file.js';
import { readYamlFile } from './read-yaml-file.js';

const CODES = {
  missing: 'format/missing',
  unreadable: 'format/unreadable',
  wrong: 'format/field',
  kind: 'format',
} as const;

/** Reads `templates/formats/<id>.yaml`, whose panels fill the sheet and fold alike on both sides. */
export function readFormat(world: World, id: string): Checked<Format> {
  const read = readYamlFile(world, `templates/formats/${id}.yaml`, FormatFile, CODES);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { value: written, ...fromFile } = read.value;
  const format: Format = { ...fromFile, ...written, id };
  const findings = checkFormat(format);
  return { value: findings.length > 0 ? undefined : format, findings };
}
