import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import { report, type TemplateReading } from './template-reading.js';

/** Names of JavaScript's own machinery: no datum is called so. */
const MACHINERY = new Set([
  'constructor',
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__lookupGetter__',
]);

/** A path in dots, if the data has it. */
export function readPath(
  path: hbs.AST.PathExpression,
  reading: TemplateReading,
): string | undefined {
  const written = quoted(path.original);
  const behind = path.data || path.depth > 0 || path.parts.some((part) => MACHINERY.has(part));
  if (behind) {
    report(
      reading,
      'template/out-of-reach',
      path,
      `${written} reaches behind the leaflet's data`,
      'name a value by its whole path, such as {{copy.cover.title}}',
    );
    return undefined;
  }
  const name = path.parts.join('.');
  if (reading.isKnown(name)) return name;
  const fix = nameOneOf(name, closeTo(name, reading.known));
  report(reading, 'template/unknown-path', path, `${written} stands for nothing`, fix);
  return undefined;
}

/** The names that share the first word of a path, if there are any: a shorter list to read. */
function closeTo(name: string, known: readonly string[]): readonly string[] {
  const family = `${name.split('.')[0]}.`;
  const same = known.filter((it) => it.startsWith(family));
  return same.length > 0 ? same : known;
}
