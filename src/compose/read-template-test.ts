import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import { readPath } from './read-template-path.js';
import type { Test } from './template-parts.js';
import { placeOf, report, type TemplateReading } from './template-reading.js';

type Path = hbs.AST.PathExpression;

/** What a choice depends on: a path, or a path and a word. */
export function readTest(
  node: hbs.AST.BlockStatement,
  negated: boolean,
  reading: TemplateReading,
): Test | undefined {
  const [argument, ...more] = node.params;
  const place = placeOf(reading.file, node);
  if (argument && more.length === 0 && node.hash === undefined) {
    if (argument.type === 'PathExpression') {
      const path = readPath(argument as Path, reading);
      return path === undefined ? undefined : { path, negated, place };
    }
    if (argument.type === 'SubExpression')
      return readIs(argument as hbs.AST.SubExpression, negated, reading);
  }
  const fix = 'write {{#if path}} or {{#if (is path "word")}}';
  report(reading, 'template/unknown-helper', node, 'a choice depends on one path', fix);
  return undefined;
}

function readIs(
  node: hbs.AST.SubExpression,
  negated: boolean,
  reading: TemplateReading,
): Test | undefined {
  const place = placeOf(reading.file, node);
  const helper = String(node.path.original);
  if (helper !== 'is') {
    report(
      reading,
      'template/unknown-helper',
      node,
      `${quoted(helper)} is no helper`,
      nameOneOf(helper, ['is']),
    );
    return undefined;
  }
  const [left, right, ...more] = node.params;
  const fits =
    left?.type === 'PathExpression' && right?.type === 'StringLiteral' && more.length === 0;
  if (!fits || node.hash !== undefined) {
    const fix = 'write (is path "word"), such as (is phone.os "ios")';
    report(reading, 'template/unknown-helper', node, '"is" compares a path with a word', fix);
    return undefined;
  }
  const path = readPath(left as Path, reading);
  if (path === undefined) return undefined;
  if (path.startsWith('copy.')) {
    const fix = `ask whether the text is there: {{#if ${path}}}`;
    report(reading, 'template/unknown-helper', node, 'the words of copy are compared', fix);
    return undefined;
  }
  return { path, word: (right as hbs.AST.StringLiteral).value, negated, place };
}
