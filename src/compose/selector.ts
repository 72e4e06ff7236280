import type { CssNode } from 'css-tree';

/** What an element must be. */
interface Compound {
  readonly tag?: string | undefined;
  readonly id?: string | undefined;
  readonly classes: readonly string[];
  readonly tests: readonly PseudoTest[];
}

type PseudoTest =
  | { readonly kind: 'first-child' }
  | { readonly kind: 'last-child' }
  | { readonly kind: 'lang'; readonly word: string }
  | { readonly kind: 'dir'; readonly word: string };

/** Compounds from the element itself outwards, with how each is related to the one before it. */
export interface Selector {
  readonly steps: readonly {
    readonly compound: Compound;
    readonly by: 'self' | 'child' | 'descendant';
  }[];
  /** Ids, then classes and pseudo-classes, then types (CSS Selectors 4, section 17). */
  readonly specificity: readonly [number, number, number];
}

/** An element as selectors see it. */
export interface Styled {
  readonly tag: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly parent: Styled | undefined;
}

export interface Speech {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
}

/** A part of a selector that is not in the subset. */
export interface SelectorFault {
  readonly written: string;
}

export const PSEUDO_CLASSES = [':first-child', ':last-child', ':lang(…)', ':dir(…)'];

interface Draft {
  tag?: string;
  id?: string;
  classes: string[];
  tests: PseudoTest[];
}

/** Reads a selector of the subset: types, classes, ids, descendants, children and four pseudo-classes. */
export function readSelector(node: CssNode): Selector | SelectorFault {
  if (node.type !== 'Selector') return { written: node.type };
  const compounds: Draft[] = [{ classes: [], tests: [] }];
  const relations: ('child' | 'descendant')[] = [];
  const count: [number, number, number] = [0, 0, 0];
  for (const part of node.children.toArray()) {
    if (part.type === 'Combinator') {
      if (part.name !== ' ' && part.name !== '>') return { written: part.name };
      relations.push(part.name === '>' ? 'child' : 'descendant');
      compounds.push({ classes: [], tests: [] });
      continue;
    }
    const fault = addPart(part, compounds.at(-1) as Draft, count);
    if (fault) return fault;
  }
  const steps = compounds
    .map((compound, index) => ({ compound, by: relations[index] ?? ('self' as const) }))
    .reverse();
  return { steps, specificity: count };
}

function addPart(
  part: CssNode,
  compound: Draft,
  count: [number, number, number],
): SelectorFault | undefined {
  switch (part.type) {
    case 'TypeSelector':
      if (part.name === '*' || part.name.includes('|')) return { written: part.name };
      compound.tag = part.name.toLowerCase();
      count[2] += 1;
      return undefined;
    case 'ClassSelector':
      compound.classes.push(part.name);
      count[1] += 1;
      return undefined;
    case 'IdSelector':
      if (compound.id !== undefined && compound.id !== part.name)
        return { written: `#${part.name}` };
      compound.id = part.name;
      count[0] += 1;
      return undefined;
    case 'PseudoClassSelector':
      count[1] += 1;
      return addPseudo(part, compound);
    case 'PseudoElementSelector':
      return { written: `::${part.name}` };
    case 'AttributeSelector':
      return { written: `[${part.name.name}]` };
    default:
      return { written: 'name' in part ? String(part.name) : part.type };
  }
}

function addPseudo(
  part: Extract<CssNode, { type: 'PseudoClassSelector' }>,
  { tests }: Draft,
): SelectorFault | undefined {
  const name = part.name.toLowerCase();
  const [argument, ...more] = part.children?.toArray() ?? [];
  if ((name === 'first-child' || name === 'last-child') && !argument) {
    tests.push({ kind: name });
    return undefined;
  }
  const word =
    argument?.type === 'Identifier'
      ? argument.name
      : argument?.type === 'Raw'
        ? argument.value
        : '';
  if ((name === 'lang' || name === 'dir') && /^[A-Za-z0-9-]+$/.test(word) && more.length === 0) {
    tests.push({ kind: name, word: word.toLowerCase() });
    return undefined;
  }
  return { written: `:${part.name}` };
}

/** Whether an element is one that a selector means. */
export function matches(selector: Selector, element: Styled, speech: Speech): boolean {
  return matchFrom(selector, 0, element, speech);
}

function matchFrom(
  selector: Selector,
  index: number,
  element: Styled | undefined,
  speech: Speech,
): boolean {
  const step = selector.steps[index];
  if (!step) return true;
  if (!element) return false;
  if (step.by === 'descendant') {
    for (let it: Styled | undefined = element; it; it = it.parent)
      if (isOne(step.compound, it, speech) && matchFrom(selector, index + 1, it.parent, speech))
        return true;
    return false;
  }
  return (
    isOne(step.compound, element, speech) && matchFrom(selector, index + 1, element.parent, speech)
  );
}

function isOne({ tag, id, classes, tests }: Compound, it: Styled, speech: Speech): boolean {
  if (tag !== undefined && tag !== it.tag) return false;
  if (id !== undefined && id !== it.id) return false;
  if (!classes.every((name) => it.classes.includes(name))) return false;
  return tests.every((test) => {
    if (test.kind === 'first-child') return it.isFirst;
    if (test.kind === 'last-child') return it.isLast;
    if (test.kind === 'dir') return test.word === speech.direction;
    const lang = speech.lang.toLowerCase();
    return lang === test.word || lang.startsWith(`${test.word}-`);
  });
}
