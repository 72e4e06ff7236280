import Handlebars from 'handlebars';
import { type Checked, type Finding, finding, type Place } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { TemplatePart, Test } from './template-parts.js';

type Ast = hbs.AST.Node;
type Path = hbs.AST.PathExpression;
type Block = hbs.AST.BlockStatement;

/** The helpers that there are. */
const BLOCK_HELPERS = ['if', 'unless'];
const KNOWN_HELPERS = [...BLOCK_HELPERS, 'is'];

/** Our choice: nobody nests choices deeper by intent, and a stack has an end. */
const DEEPEST = 40;

/** Names of JavaScript's own machinery: no datum is called so. */
const MACHINERY = new Set([
  'constructor',
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__lookupGetter__',
]);

interface Reading {
  readonly file: string;
  readonly isKnown: (path: string) => boolean;
  readonly known: readonly string[];
  readonly findings: Finding[];
}

/** What a template's paths are checked against. */
export interface PathShape {
  readonly isKnown: (path: string) => boolean;
  readonly known: Iterable<string>;
}

/**
 * A template as the few things that one can do: every path, helper and argument is checked against
 * the shape of the data here, before any page is made. Handlebars reads the text and runs nothing.
 */
export function readTemplateParts(
  { file, text }: { readonly file: string; readonly text: string },
  shape: PathShape,
): Checked<readonly TemplatePart[]> {
  const findings: Finding[] = [];
  const reading: Reading = { file, isKnown: shape.isKnown, known: [...shape.known], findings };
  const tooMuch = tooLongOrDeep(file, text);
  if (tooMuch) return { value: undefined, findings: [tooMuch] };
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(text);
  } catch (fault) {
    return { value: undefined, findings: [unreadable(file, text, fault)] };
  }
  const value = readAll(program.body, reading, 0);
  return { value, findings };
}

/** Our choice: a template of a leaflet has a hundred lines; this is some thousands. */
const LONGEST = 200_000;

/** Handlebars takes minutes over thousands of choices in one another: they are counted before it reads. */
function tooLongOrDeep(file: string, text: string): Finding | undefined {
  if (text.length > LONGEST) {
    const problem = `the template has ${text.length} characters; the limit is ${LONGEST}`;
    return finding('template/syntax', { file }, problem, 'take out what is no template');
  }
  let depth = 0;
  for (const tag of text.matchAll(/\{\{~?[ \t]*([#/])/g)) {
    depth += tag[1] === '#' ? 1 : -1;
    if (depth <= DEEPEST) continue;
    const line = text.slice(0, tag.index).split('\n').length;
    const fix = `use at most ${DEEPEST} choices in one another`;
    const problem = 'too many choices stand in one another';
    return finding('template/syntax', { file, line }, problem, fix);
  }
  return undefined;
}

/** Handlebars names the line in its message; its own words are no instruction. */
function unreadable(file: string, text: string, fault: unknown): Finding {
  const open = choiceLeftOpen(text);
  if (open !== undefined)
    return finding(
      'template/syntax',
      { file, line: open.line },
      `${quoted(open.tag)} is not closed`,
      `write {{/${open.name}}} where it ends`,
    );
  const said = fault instanceof Error ? fault.message : '';
  const named = /(?:on line |- )(\d+)/.exec(said)?.[1];
  const line = named === undefined ? odd(text) : Number(named);
  const there = line === undefined ? '' : (text.split('\n')[line - 1]?.trim() ?? '');
  const where = there === '' ? 'the template' : quoted(there);
  return finding(
    'template/syntax',
    { file, line },
    `${where} cannot be read as Handlebars`,
    'close every {{ with }}, every {{#if …}} with {{/if}}; write {{copy.id}}, {{#if path}} or {{#if (is path "word")}}, and a number in a path as [1]',
  );
}

/** The innermost choice that has no end of its own. */
function choiceLeftOpen(text: string): { tag: string; name: string; line: number } | undefined {
  const open: { tag: string; name: string; line: number }[] = [];
  for (const { 0: tag, 1: kind, 2: name = '', index } of text.matchAll(
    /\{\{~?[ \t]*([#/])[ \t]*([\w-]+)[^{}]*\}\}/g,
  )) {
    if (kind === '#') open.push({ tag, name, line: text.slice(0, index).split('\n').length });
    else if (open.at(-1)?.name === name) open.pop();
    else return open.at(-1);
  }
  return open.at(-1);
}

/** The first line with something that Handlebars has and a template here has not. */
function odd(text: string): number | undefined {
  const index = text.split('\n').findIndex((line) => /\{\{[#{&]?>|as \|/.test(line));
  return index < 0 ? undefined : index + 1;
}

const placeOf = (file: string, node: Ast): Place => ({
  file,
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
});

function readAll(nodes: readonly Ast[], reading: Reading, depth: number): TemplatePart[] {
  if (depth > DEEPEST && nodes[0]) {
    const fix = `use at most ${DEEPEST} choices in one another`;
    report(reading, 'template/syntax', nodes[0], 'too many choices stand in one another', fix);
    return [];
  }
  return nodes.flatMap((node) => readNode(node, reading, depth));
}

function report(
  { file, findings }: Reading,
  code: Parameters<typeof finding>[0],
  node: Ast,
  problem: string,
  fix: string,
): void {
  findings.push(finding(code, placeOf(file, node), problem, fix));
}

function readNode(node: Ast, reading: Reading, depth: number): TemplatePart[] {
  switch (node.type) {
    case 'ContentStatement':
      return [readMarkup(node as hbs.AST.ContentStatement, reading)];
    case 'CommentStatement':
      return [];
    case 'MustacheStatement':
      return readPrint(node as hbs.AST.MustacheStatement, reading);
    case 'BlockStatement':
      return readChoice(node as Block, reading, depth);
    case 'PartialStatement':
    case 'PartialBlockStatement':
      report(
        reading,
        'template/partial',
        node,
        `the template takes in another one (${quoted(partialName(node))}), and there is none`,
        'write what belongs there into leaflet.hbs',
      );
      return [];
    default:
      report(
        reading,
        'template/out-of-reach',
        node,
        'the template uses a decorator ({{* …}}), which runs code',
        'take it out; a template may print values and use if, unless and is',
      );
      return [];
  }
}

const partialName = (node: Ast): string => {
  const { name } = node as hbs.AST.PartialStatement;
  return 'original' in name ? String(name.original) : '';
};

/** The text between braces; white space that Handlebars took off is counted, so that lines stay right. */
function readMarkup(node: hbs.AST.ContentStatement, { file }: Reading): TemplatePart {
  const original = String(node.original);
  const cut = original.slice(0, Math.max(0, original.indexOf(node.value)));
  const lines = cut.split('\n');
  const start = placeOf(file, node);
  const line = (start.line ?? 1) + lines.length - 1;
  const last = (lines.at(-1) ?? '').length;
  const column = lines.length > 1 ? last + 1 : (start.column ?? 1) + last;
  return { kind: 'markup', text: node.value, place: { file, line, column } };
}

function readPrint(node: hbs.AST.MustacheStatement, reading: Reading): TemplatePart[] {
  if (!node.escaped)
    report(
      reading,
      'template/raw',
      node,
      'a value is printed without escaping ({{{ or {{&)',
      'write it with two braces: {{copy.id}}',
    );
  if (node.path.type !== 'PathExpression') {
    const { original } = node.path as hbs.AST.StringLiteral;
    report(
      reading,
      'template/own-words',
      node,
      `the template prints ${quoted(original)}, a text of its own`,
      'put the words into the copy deck and print them as {{copy.id}}',
    );
    return [];
  }
  const path = node.path as Path;
  if (node.params.length > 0 || node.hash !== undefined) {
    report(
      reading,
      'template/unknown-helper',
      node,
      `${quoted(path.original)} is used as a helper that prints`,
      `print one path between braces; the helpers are ${KNOWN_HELPERS.join(', ')}`,
    );
    return [];
  }
  if (KNOWN_HELPERS.includes(path.original)) {
    const fix = `write {{#if path}} … {{/if}}, or {{#if (is path "word")}} … {{/if}}`;
    report(reading, 'template/unknown-helper', node, `"${path.original}" prints nothing`, fix);
    return [];
  }
  const name = readPath(path, reading);
  return name === undefined
    ? []
    : [{ kind: 'print', path: name, place: placeOf(reading.file, node) }];
}

/** A path in dots, if the data has it. */
function readPath(path: Path, reading: Reading): string | undefined {
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

function readChoice(node: Block, reading: Reading, depth: number): TemplatePart[] {
  const helper = String(node.path.original);
  const then = readAll(node.program?.body ?? [], reading, depth + 1);
  const otherwise = readAll(node.inverse?.body ?? [], reading, depth + 1);
  if (!BLOCK_HELPERS.includes(helper)) {
    unknownBlock(helper, node, reading);
    return [];
  }
  if ((node.program?.blockParams ?? []).length > 0) {
    const fix = 'take out "as |…|"; paths are always written in full';
    report(reading, 'template/syntax', node, `{{#${helper}}} names its values anew`, fix);
  }
  const test = readTest(node, helper === 'unless', reading);
  return test ? [{ kind: 'choice', test, then, otherwise }] : [];
}

function unknownBlock(helper: string, node: Block, reading: Reading): void {
  const lists = helper === 'each';
  report(
    reading,
    'template/unknown-helper',
    node,
    lists ? 'the data has no list for {{#each}} to go through' : `${quoted(helper)} is no helper`,
    lists
      ? 'write the elements one by one; lists of copy are - lines in a unit'
      : nameOneOf(helper, KNOWN_HELPERS),
  );
}

function readTest(node: Block, negated: boolean, reading: Reading): Test | undefined {
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

function readIs(node: hbs.AST.SubExpression, negated: boolean, reading: Reading): Test | undefined {
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
