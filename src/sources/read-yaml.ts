import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import type { FindingCode } from '../diagnostics/codes.js';
import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { hiddenCharacter } from './hidden-character.js';
import type { Locate } from './source-file.js';
import { yamlFaultInWords } from './yaml-fault-in-words.js';

/** A YAML or JSON text as plain values that still know their lines. */
export interface ReadYaml {
  readonly data: unknown;
  readonly locate: Locate;
  /** The value as it stands in the file: `0199001234`, where YAML makes 199001234 of it. */
  readonly written: (path: readonly (string | number)[]) => string | undefined;
}

type PlaceAt = (offset: number) => Place;

/** Keys that would reach into JavaScript's own objects. */
const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads YAML 1.2 (and so JSON) without what a copy deck never needs and an attacker likes: aliases,
 * anchors, tags, more than one document, keys that are not text.
 */
export function readYaml(
  file: string,
  text: string,
  unreadable: FindingCode,
): { readonly value: ReadYaml | undefined; readonly findings: readonly Finding[] } {
  const lines = new LineCounter();
  const placeAt: PlaceAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parse(text, lines);
  if (document === undefined) {
    const fix = 'write it flatter: no file of ours nests more than a few levels';
    return refuse(finding(unreadable, { file }, 'it is nested too deep to read', fix));
  }
  const faults = [
    ...slips(document, placeAt, unreadable),
    ...refusedNodes(document, placeAt, unreadable),
  ];
  if (faults.length > 0) return { value: undefined, findings: faults };
  const { contents } = document;
  const value: ReadYaml = {
    data: document.toJS({ maxAliasCount: 0 }),
    locate: (path) => placeAt(offsetOf(contents, path)),
    written: (path) => {
      const node = nodeAt(contents, path);
      const range = node?.range;
      return range === undefined || range === null ? undefined : text.slice(range[0], range[1]);
    },
  };
  return { value, findings: [] };
}

const refuse = (fault: Finding) => ({ value: undefined, findings: [fault] });

/** The document, or nothing where the nesting is deeper than the machine's stack. */
function parse(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      lineCounter,
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: true,
      stringKeys: false,
      prettyErrors: false,
      // Not 'silent': that would pass over a second document without a word.
      logLevel: 'error',
    });
  } catch {
    return undefined;
  }
}

/** What the reader stumbled over, one slip a line: the rest of that line is its guesses. */
function slips(document: Document.Parsed, placeAt: PlaceAt, unreadable: FindingCode): Finding[] {
  const lines = new Set<number | undefined>();
  return document.errors.flatMap((error) => {
    const [end] = error.pos;
    const at = placeAt(error.code === 'MISSING_CHAR' ? openedAt(document, end) : end);
    if (lines.has(at.line)) return [];
    lines.add(at.line);
    return [finding(unreadable, at, ...yamlFaultInWords(error))];
  });
}

/** Where the bracket or quote was opened that is still open at an offset. */
function openedAt(document: Document.Parsed, offset: number): number {
  let opened = offset;
  visit(document, {
    Node: (_, node) => {
      const [start, end] = node.range ?? [offset, 0];
      const isOpen = isCollection(node) ? node.flow === true : isScalar(node);
      if (isOpen && start < offset && offset <= end + 1) opened = start;
    },
  });
  return opened;
}

/** Aliases, anchors, tags, keys that are not text and characters that nobody can see. */
function refusedNodes(document: Document.Parsed, placeAt: PlaceAt, unreadable: FindingCode) {
  const faults: Finding[] = [];
  const at = (node: Node) => placeAt(node.range?.[0] ?? 0);
  visit(document, {
    Alias: (_, node) => {
      faults.push(aliasFound(at(node), `*${node.source}`));
    },
    Pair: (_, pair) => {
      // After a slip the reader guesses what is a name and what is not; the slip is told, the guesses are not.
      if (document.errors.length > 0) return;
      const fault = keyFault(pair, unreadable, at);
      if (fault !== undefined) faults.push(fault);
    },
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined)
        faults.push(aliasFound(at(node), `&${node.anchor}`));
      if (!isAlias(node) && node.tag !== undefined) faults.push(tagFound(at(node), node.tag));
      if (isScalar(node)) faults.push(...hiddenIn(node, at(node)));
    },
  });
  return faults;
}

const aliasFound = (at: Place, name: string): Finding =>
  finding(
    'yaml/alias',
    at,
    `the shorthand ${quoted(name)} stands here`,
    'write the value out in full wherever it is meant; text that starts with * or & goes in quotes',
  );

const tagFound = (at: Place, tag: string): Finding =>
  finding(
    'yaml/tag',
    at,
    `the tag ${quoted(tag)} stands here`,
    'take the tag away; text that starts with ! goes in quotes',
  );

/** A field's name is text that JavaScript does not keep for itself. */
function keyFault({ key }: Pair, unreadable: FindingCode, at: (node: Node) => Place) {
  if (!isNode(key) || isAlias(key)) return undefined;
  const name = isScalar(key) ? key.value : undefined;
  if (typeof name === 'string' && !RESERVED_KEYS.has(name)) return undefined;
  if (typeof name === 'string')
    return finding('yaml/reserved-key', at(key), `a field is called ${quoted(name)}`, 'rename it');
  const problem = isScalar(key)
    ? `the name of a field is no text: ${quoted(key.source ?? '')}`
    : 'the name of a field is a list or a group';
  const fix = 'write a name before the colon; put it in quotes if it is a number';
  return finding(unreadable, at(key), problem, fix);
}

function hiddenIn(node: Scalar, at: Place): Finding[] {
  if (typeof node.value !== 'string') return [];
  const hidden = hiddenCharacter(node.value);
  if (hidden === undefined) return [];
  const problem = `${hidden.name} stands in ${quoted(node.value)}`;
  return [finding('text/hidden-character', at, problem, hidden.fix)];
}

/** The pair of a map or the item of a list that a step of a path leads to. */
function stepInto(node: unknown, step: string | number): Pair | Node | undefined {
  if (isMap(node))
    return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (isCollection(node) && typeof step === 'number') {
    const item = node.items[step];
    return isNode(item) ? item : undefined;
  }
  return undefined;
}

function nodeAt(root: unknown, path: readonly (string | number)[]): Node | undefined {
  let node: unknown = root;
  for (const step of path) {
    const found = stepInto(node, step);
    node = isPair(found) ? found.value : found;
  }
  return isNode(node) ? node : undefined;
}

/** Where a value starts; for a list or map under a key, its key; for what is absent, what should hold it. */
function offsetOf(root: unknown, path: readonly (string | number)[]): number {
  let node: unknown = root;
  let offset = startOf(root) ?? 0;
  for (const step of path) {
    const found = stepInto(node, step);
    if (found === undefined) return offset;
    const value = isPair(found) ? found.value : found;
    const named = isPair(found) ? startOf(found.key) : undefined;
    offset =
      (isScalar(value) && value.value !== null ? startOf(value) : named) ??
      startOf(value) ??
      offset;
    node = value;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined =>
  isNode(node) ? (node.range?.[0] ?? undefined) : undefined;
