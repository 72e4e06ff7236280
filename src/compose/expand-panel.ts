import type { Unit } from '../sources/copy-deck.js';
import type { Composition } from './composition.js';
import { cardContent, codeContent } from './contact-elements.js';
import { unitBlocks, unitLine } from './copy-content.js';
import type { Content, Element } from './element.js';
import { ELEMENTS } from './elements.js';
import { fieldWords } from './field-words.js';
import { unitById } from './unit-by-id.js';

/** A panel with its copy in place of the units' names, and what of it names a risk or help. */
export interface ExpandedPanel {
  readonly element: Element;
  readonly roles: { readonly risk: readonly string[]; readonly help: readonly string[] };
}

interface Expansion {
  readonly it: Composition;
  readonly risk: Set<string>;
  readonly help: Set<string>;
  /** The steps of this panel, if there are any: what `{unit.…}` in a unit without dates of its own speaks of. */
  readonly steps: Unit | undefined;
}

/** Puts copy, contacts, steps and imprint into a panel as plain elements, which CSS styles like any other. */
export function expandPanel(panel: Element, it: Composition): ExpandedPanel {
  const expansion: Expansion = { it, risk: new Set(), help: new Set(), steps: stepsOf(panel, it) };
  const element = expandElement(panel, expansion);
  const { risk, help } = expansion;
  return { element, roles: { risk: [...risk].sort(), help: [...help].sort() } };
}

/** The wording of the first phone-steps in an element. */
function stepsOf(element: Element, it: Composition): Unit | undefined {
  if (element.tag === 'phone-steps') {
    const id = element.attributes.unit ?? '';
    return Object.hasOwn(it.form.units, id) ? it.form.units[id] : undefined;
  }
  for (const child of element.children) {
    const found = child.kind === 'element' ? stepsOf(child, it) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Whose facts a unit speaks of: its own, or those of the steps beside it. */
const aboutOf = (unit: Unit, { steps }: Expansion): Unit =>
  unit.checkedOn === undefined && unit.osVersion === undefined ? (steps ?? unit) : unit;

function expandElement(element: Element, to: Expansion): Element {
  switch (element.tag) {
    case 'qr-code': {
      const { children, reaches } = codeContent(to.it, element);
      noteHelp(element, reaches, to);
      return { ...element, children };
    }
    case 'contact-card': {
      const { children, reaches } = cardContent(to.it, element);
      noteHelp(element, reaches, to);
      return { ...element, children: [...children, ...expandBlocks(element.children, to)] };
    }
    case 'phone-steps':
      return { ...element, children: stepsContent(element, to) };
    case 'picture':
      return { ...element, children: saidFor(element, to) };
    case 'imprint':
      return { ...element, children: imprintContent(element, to) };
    default:
      return { ...element, children: expandChildren(element, to) };
  }
}

function noteHelp(element: Element, reaches: boolean, { help }: Expansion): void {
  if (reaches) help.add(`contact:${element.attributes.contact}`);
}

function noteRole(content: Extract<Content, { kind: 'unit' }>, { risk, help }: Expansion): void {
  const { role, key } = content.unit;
  if (role === 'risk') risk.add(key);
  if (role === 'help') help.add(key);
}

function expandChildren({ tag, children }: Element, to: Expansion): readonly Content[] {
  const content = ELEMENTS[tag]?.content;
  if (content === 'blocks') return expandBlocks(children, to);
  return children.flatMap((child) => expandInline(child, to));
}

function expandInline(child: Content, to: Expansion): readonly Content[] {
  if (child.kind === 'element') return [expandElement(child, to)];
  if (child.kind !== 'unit') return [child];
  noteRole(child, to);
  return unitLine(to.it, child.unit, child.place, aboutOf(child.unit, to));
}

const isBlock = (child: Content): boolean =>
  child.kind === 'element' && ELEMENTS[child.tag]?.level !== 'inline';

/** Units by themselves between boxes become their own paragraphs and lists; mixed with other words they are one line of thought. */
function expandBlocks(children: readonly Content[], to: Expansion): readonly Content[] {
  const expanded: Content[] = [];
  let group: Content[] = [];
  const flush = (): void => {
    const said = group.filter(({ kind }) => kind !== 'space');
    const onlyUnits = said.every(({ kind }) => kind === 'unit');
    if (said.length > 0)
      expanded.push(...(onlyUnits ? said : group).flatMap((it) => expandOne(it, onlyUnits, to)));
    group = [];
  };
  for (const child of children)
    if (isBlock(child)) {
      flush();
      expanded.push(...expandInline(child, to));
    } else group.push(child);
  flush();
  return expanded;
}

function expandOne(child: Content, asBlocks: boolean, to: Expansion): readonly Content[] {
  if (child.kind !== 'unit' || !asBlocks) return expandInline(child, to);
  noteRole(child, to);
  return unitBlocks(to.it, child.unit, child.place, { about: aboutOf(child.unit, to) });
}

function stepsContent({ attributes, place }: Element, to: Expansion): readonly Content[] {
  const { unit: id, checked: checkedId } = attributes;
  if (id === undefined) return [];
  const steps = unitById(to.it, id, place);
  const checked = checkedId === undefined ? undefined : unitById(to.it, checkedId, place);
  for (const unit of [steps, checked]) if (unit) noteRole({ kind: 'unit', unit, place }, to);
  if (!steps) return [];
  const after = checked
    ? unitBlocks(to.it, checked, place, { about: steps, className: 'steps-checked' })
    : [];
  return [...unitBlocks(to.it, steps, place), ...after];
}

/** What is said for a picture: one paragraph of approved copy. */
function saidFor({ attributes, place }: Element, to: Expansion): readonly Content[] {
  const unit = attributes.alt === undefined ? undefined : unitById(to.it, attributes.alt, place);
  return unit ? unitLine(to.it, unit, place, aboutOf(unit, to)) : [];
}

/** What each piece carries: whose it is, when it was made, who approved it until when, and its job code. */
function imprintContent({ place }: Element, { it }: Expansion): readonly Content[] {
  const plain = { kind: 'element', id: undefined, attributes: {}, place } as const;
  const company = fieldWords(it, { path: 'brand.imprint', place });
  const line = (id: string): readonly Element[] => {
    const unit = unitById(it, id, place);
    return unit ? unitBlocks(it, unit, place, { className: id.replace('.', '-') }) : [];
  };
  const slot: Element = {
    ...plain,
    tag: 'record-slot',
    classes: [],
    attributes: { field: 'job.code' },
    children: [],
  };
  const row: Element = {
    ...plain,
    tag: 'div',
    classes: ['imprint-row'],
    children: [...line('imprint.job'), slot],
  };
  const words: Content[] = company ? [{ kind: 'words', words: company, strong: false }] : [];
  const first: Element = { ...plain, tag: 'p', classes: ['imprint-company'], children: words };
  return [first, ...line('imprint.prepared'), ...line('imprint.approved'), row];
}
