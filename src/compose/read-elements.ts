import { finding, type Place } from '../diagnostics/finding.js';
import { nameOneOf, nearest } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Composition, Printed } from './composition.js';
import type { Content, Element } from './element.js';
import { COMMON_ATTRIBUTES, ELEMENTS, type ElementRule, INSTEAD } from './elements.js';
import type { HtmlNode, Tag } from './parse-html.js';

/** The tree of a page, checked against the table of elements; what does not fit is reported and left out. */
export function readElements(
  nodes: readonly HtmlNode[],
  printed: ReadonlyMap<string, Printed | undefined>,
  it: Composition,
): readonly Element[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'space') return [];
    if (node.kind === 'tag' && node.name === 'panel') return [readElement(node, printed, it)];
    const what = node.kind === 'tag' ? `<${node.name}>` : 'a value';
    const fix = 'put everything into a panel: <panel name="…"> … </panel>';
    it.report(finding('html/place', node.place, `${what} stands outside every panel`, fix));
    return [];
  });
}

function readElement(
  tag: Tag,
  printed: ReadonlyMap<string, Printed | undefined>,
  it: Composition,
): Element {
  const rule = ELEMENTS[tag.name] as ElementRule;
  const attributes = readAttributes(tag, rule, printed, it);
  const children = tag.children.flatMap((child): Content[] => {
    if (child.kind === 'space') return [{ kind: 'space' }];
    if (child.kind === 'token') return readToken(child, tag.name, rule, printed, it);
    return mayHold(child, tag.name, rule, it) ? [readElement(child, printed, it)] : [];
  });
  const classes = (attributes.class ?? '').split(/\s+/).filter(Boolean);
  const id = attributes.id;
  return { kind: 'element', tag: tag.name, classes, id, attributes, children, place: tag.place };
}

function readToken(
  node: { readonly token: string; readonly place: Place },
  parent: string,
  rule: ElementRule,
  printed: ReadonlyMap<string, Printed | undefined>,
  it: Composition,
): Content[] {
  const value = printed.get(node.token);
  if (rule.content === 'items' || rule.content === 'nothing') {
    const fix = rule.content === 'items' ? 'put it into an <li>' : `put it beside <${parent}>`;
    it.report(finding('html/place', node.place, `a value stands in <${parent}>`, fix));
    return [];
  }
  if (value === undefined) return [];
  return value.kind === 'unit'
    ? [{ kind: 'unit', unit: value.unit, place: node.place }]
    : [{ kind: 'words', words: value.words, strong: false }];
}

/** Whether an element is known and may stand in its parent; if not, it is reported. */
function mayHold(child: Tag, parent: string, { content }: ElementRule, it: Composition): boolean {
  const rule = Object.hasOwn(ELEMENTS, child.name) ? ELEMENTS[child.name] : undefined;
  if (!rule) {
    it.report(unknownElement(child));
    return false;
  }
  const fits =
    content === 'blocks'
      ? rule.level === 'block' || rule.level === 'inline'
      : content === 'inline'
        ? rule.level === 'inline'
        : content === 'items' && rule.level === 'item';
  if (fits) return true;
  it.report(
    finding(
      'html/place',
      child.place,
      `<${child.name}> cannot stand in <${parent}>`,
      whereElse(rule.level, content, parent),
    ),
  );
  return false;
}

function whereElse(
  level: ElementRule['level'],
  content: ElementRule['content'],
  parent: string,
): string {
  if (level === 'panel') return 'panels stand at the top of the template, beside each other';
  if (level === 'item') return 'put it into <ul> or <ol>';
  if (content === 'nothing') return `put it after <${parent}>`;
  if (content === 'items') return 'put it into an <li>';
  return `<${parent}> holds one paragraph: copy, values, strong, span, small and br`;
}

function unknownElement({ name, place }: Tag) {
  const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
  const names = Object.keys(ELEMENTS);
  const fix = instead === undefined ? nameOneOf(name, names) : `use ${instead}`;
  return finding('html/element', place, `<${name}> is no element of the subset`, fix);
}

function readAttributes(
  tag: Tag,
  rule: ElementRule,
  printed: ReadonlyMap<string, Printed | undefined>,
  it: Composition,
): Record<string, string> {
  const rules = { ...COMMON_ATTRIBUTES, ...rule.attributes };
  const attributes: Record<string, string> = {};
  for (const { name, value, place } of tag.attributes) {
    const attribute = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!attribute) {
      it.report(
        finding('html/attribute', place, ...unknownAttribute(tag.name, name, Object.keys(rules))),
      );
      continue;
    }
    const text = withWords(value, printed).trim();
    if (attribute.values && !attribute.values.includes(text)) {
      const problem = `${name}=${quoted(text)} on <${tag.name}> is not one of its values`;
      it.report(finding('html/value', place, problem, nameOneOf(text, attribute.values)));
      continue;
    }
    attributes[name] = text;
  }
  for (const [name, { required, does }] of Object.entries(rules))
    if (required && !tag.attributes.some((written) => written.name === name))
      it.report(
        finding(
          'html/attribute',
          tag.place,
          `<${tag.name}> has no ${name}`,
          `write ${name}="…": ${does}`,
        ),
      );
  return attributes;
}

function unknownAttribute(tag: string, name: string, known: readonly string[]): [string, string] {
  const problem = `${quoted(name)} is no attribute of <${tag}>`;
  if (name === 'style')
    return [problem, 'give the element a class and write the style into style.css'];
  if (name.startsWith('on')) return [problem, 'take it out: a leaflet runs no code'];
  const guess = nearest(name, known);
  return [problem, guess === undefined ? nameOneOf(name, known) : `did you mean "${guess}"?`];
}

/** An attribute's value with its tokens as text: it names things and is never printed. */
function withWords(value: string, printed: ReadonlyMap<string, Printed | undefined>): string {
  let text = '';
  for (const character of value) {
    const it = printed.get(character);
    if (it === undefined) text += printed.has(character) ? '' : character;
    else text += it.kind === 'words' ? it.words.text : it.unit.text;
  }
  return text;
}
