import type { Checked, Finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import { parseTemplate } from './parse-template.js';
import { readPath } from './read-template-path.js';
import { readTest } from './read-template-test.js';
import type { TemplatePart } from './template-parts.js';
import { DEEPEST, placeOf, report, type TemplateReading } from './template-reading.js';

type Ast = hbs.AST.Node;
type Block = hbs.AST.BlockStatement;

/** The helpers that there are. */
const BLOCK_HELPERS = ['if', 'unless'];
const KNOWN_HELPERS = [...BLOCK_HELPERS, 'is'];

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
  const program = parseTemplate(file, text);
  if (program.value === undefined) return { value: undefined, findings: program.findings };
  const findings: Finding[] = [];
  const reading: TemplateReading = {
    file,
    isKnown: shape.isKnown,
    known: [...shape.known],
    findings,
  };
  return { value: readAll(program.value.body, reading, 0), findings };
}

function readAll(nodes: readonly Ast[], reading: TemplateReading, depth: number): TemplatePart[] {
  if (depth > DEEPEST && nodes[0]) {
    const fix = `use at most ${DEEPEST} choices in one another`;
    report(reading, 'template/syntax', nodes[0], 'too many choices stand in one another', fix);
    return [];
  }
  return nodes.flatMap((node) => readNode(node, reading, depth));
}

function readNode(node: Ast, reading: TemplateReading, depth: number): TemplatePart[] {
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
function readMarkup(node: hbs.AST.ContentStatement, { file }: TemplateReading): TemplatePart {
  const original = String(node.original);
  const cut = original.slice(0, Math.max(0, original.indexOf(node.value)));
  const lines = cut.split('\n');
  const start = placeOf(file, node);
  const line = (start.line ?? 1) + lines.length - 1;
  const last = (lines.at(-1) ?? '').length;
  const column = lines.length > 1 ? last + 1 : (start.column ?? 1) + last;
  return { kind: 'markup', text: node.value, place: { file, line, column } };
}

function readPrint(node: hbs.AST.MustacheStatement, reading: TemplateReading): TemplatePart[] {
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
  const path = node.path as hbs.AST.PathExpression;
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

function readChoice(node: Block, reading: TemplateReading, depth: number): TemplatePart[] {
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

function unknownBlock(helper: string, node: Block, reading: TemplateReading): void {
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
