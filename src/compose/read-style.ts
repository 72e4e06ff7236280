import { type CssNode, generate, parse } from 'css-tree';
import { type Checked, type Finding, finding, type Place } from '../diagnostics/finding.js';
import { nearest } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { StyleSetting } from './css-value.js';
import { PROPERTIES, PROPERTY_INSTEAD } from './properties.js';
import type { Longhands } from './property-rule.js';
import { PSEUDO_CLASSES, readSelector, type Selector } from './selector.js';

/** Declarations of one rule for one selector, in the order of the sheet. */
export interface StyleRule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
}

interface Declaration {
  readonly property: string;
  readonly longhands: Longhands;
  readonly place: Place;
}

/** What `@page` says, as written. */
export interface PageRule {
  readonly descriptor: string;
  readonly items: readonly CssNode[];
  readonly place: Place;
}

export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  readonly page: readonly PageRule[];
}

interface Reading {
  readonly file: string;
  readonly text: string;
  readonly setting: StyleSetting;
  readonly findings: Finding[];
}

/** Reads a style sheet of the subset; anything outside it is reported by name, line and column. */
export function readStyle(
  { file, text }: { readonly file: string; readonly text: string },
  setting: StyleSetting,
): Checked<StyleSheet> {
  const findings: Finding[] = [];
  const reading: Reading = { file, text, setting, findings };
  const rules: StyleRule[] = [];
  const page: PageRule[] = [];
  for (const node of parseSheet(text, reading)) {
    if (node.type === 'Rule') rules.push(...readRule(node, reading));
    else if (node.type === 'Atrule') page.push(...readAtRule(node, reading));
    else if (node.type !== 'Comment') unreadable(reading, node);
  }
  return { value: { rules, page }, findings };
}

function parseSheet(text: string, reading: Reading): readonly CssNode[] {
  const broken: { line: number; column: number }[] = [];
  try {
    const sheet = parse(text, {
      positions: true,
      onParseError: (fault) => {
        const { line, column } = fault as unknown as { line: number; column: number };
        broken.push({ line, column });
      },
    });
    for (const at of broken) unreadable(reading, undefined, at);
    return sheet.type === 'StyleSheet' ? sheet.children.toArray() : [];
  } catch {
    unreadable(reading, undefined, { line: 1, column: 1 });
    return [];
  }
}

const placeOf = ({ file }: Reading, node: CssNode): Place => ({
  file,
  line: node.loc?.start.line,
  column: node.loc?.start.column,
});

function unreadable(
  reading: Reading,
  node: CssNode | undefined,
  at?: { line: number; column: number },
): void {
  const place = node ? placeOf(reading, node) : { file: reading.file, ...at };
  const same = ({ code, at: it }: Finding): boolean =>
    code === 'css/syntax' && it.line === place.line;
  if (reading.findings.some(same)) return;
  const there = reading.text.split('\n')[(place.line ?? 1) - 1]?.trim() ?? '';
  const problem = `${there === '' ? 'this' : quoted(there)} cannot be read as CSS`;
  const fix = 'write rules as selector { property: value; } and close every bracket and quote';
  reading.findings.push(finding('css/syntax', place, problem, fix));
}

function readRule(node: Extract<CssNode, { type: 'Rule' }>, reading: Reading): StyleRule[] {
  const declarations = node.block.children.toArray().flatMap((it) => readDeclaration(it, reading));
  if (node.prelude.type !== 'SelectorList') {
    unreadable(reading, node.prelude);
    return [];
  }
  return node.prelude.children.toArray().flatMap((written) => {
    const selector = readSelector(written);
    if (!('written' in selector)) return [{ selector, declarations }];
    reading.findings.push(
      finding(
        'css/selector',
        placeOf(reading, written),
        `${quoted(selector.written)} in ${quoted(generate(written))} is outside the subset`,
        `use types, .classes, #ids, "a b", "a > b" and ${PSEUDO_CLASSES.join(', ')}`,
      ),
    );
    return [];
  });
}

function readDeclaration(node: CssNode, reading: Reading): Declaration[] {
  if (node.type === 'Comment') return [];
  if (node.type !== 'Declaration') {
    if (node.type === 'Rule' || node.type === 'Atrule') nested(node, reading);
    else unreadable(reading, node);
    return [];
  }
  const property = node.property.toLowerCase();
  const rule = Object.hasOwn(PROPERTIES, property) ? PROPERTIES[property] : undefined;
  const place = placeOf(reading, node);
  if (!rule) {
    reading.findings.push(unknownProperty(node.property, place));
    return [];
  }
  if (node.important) {
    const fix = 'take out !important and write the rule later, or with one more class';
    const problem = `"${property}" is marked !important`;
    reading.findings.push(finding('css/value', place, problem, fix));
    return [];
  }
  const items = node.value.type === 'Value' ? node.value.children.toArray() : undefined;
  const read = items && rule.read(items, reading.setting);
  const written = quoted(`${property}: ${generate(node.value)}`);
  if (read === undefined) {
    const fix = `write ${rule.values === 'mm' ? 'a length in mm, such as 2mm' : rule.values}`;
    reading.findings.push(finding('css/value', place, `${written} is not one of its values`, fix));
    return [];
  }
  if (isFault(read)) {
    const problem = `${written}: ${read.problem}`;
    reading.findings.push(finding('css/colour', place, problem, read.fix));
    return [];
  }
  return [{ property, longhands: read, place }];
}

const isFault = (
  it: Longhands | { readonly kind: 'fault' },
): it is { readonly kind: 'fault'; readonly problem: string; readonly fix: string } =>
  'kind' in it && it.kind === 'fault';

function nested(node: CssNode, reading: Reading): void {
  const place = placeOf(reading, node);
  const fix = 'write it beside the other rule, with its whole selector';
  reading.findings.push(finding('css/syntax', place, 'a rule stands inside another one', fix));
}

function unknownProperty(written: string, place: Place): Finding {
  const name = written.toLowerCase();
  const instead = Object.hasOwn(PROPERTY_INSTEAD, name) ? PROPERTY_INSTEAD[name] : undefined;
  const guess = instead ?? nearest(name, Object.keys(PROPERTIES));
  const fix =
    guess === undefined
      ? 'take it out; templates/README.md lists every property'
      : `use ${guess}; templates/README.md lists every property`;
  const problem = `${quoted(written)} is no property of the subset`;
  return finding('css/property', place, problem, fix);
}

const PAGE_DESCRIPTORS = ['size', 'bleed', 'marks'];

function readAtRule(node: Extract<CssNode, { type: 'Atrule' }>, reading: Reading): PageRule[] {
  const place = placeOf(reading, node);
  const name = node.name.toLowerCase();
  if (name !== 'page' || !node.block || node.prelude) {
    const problem = `${quoted(`@${node.name}`)} is outside the subset`;
    const fix =
      name === 'page'
        ? 'write @page { size: …; bleed: …; marks: … }, for all pages'
        : 'take it out; there is one at-rule, @page, and fonts come from the brand kit';
    reading.findings.push(finding('css/at-rule', place, problem, fix));
    return [];
  }
  return node.block.children.toArray().flatMap((it) => {
    if (it.type === 'Comment') return [];
    if (it.type !== 'Declaration') {
      unreadable(reading, it);
      return [];
    }
    const descriptor = it.property.toLowerCase();
    const at = placeOf(reading, it);
    if (PAGE_DESCRIPTORS.includes(descriptor)) {
      const items = it.value.type === 'Value' ? it.value.children.toArray() : [];
      return [{ descriptor, items, place: at }];
    }
    const problem = `${quoted(it.property)} is no part of @page here`;
    const fix = `write one of: ${PAGE_DESCRIPTORS.join(', ')}; margins are the padding of a panel`;
    reading.findings.push(finding('css/property', at, problem, fix));
    return [];
  });
}
