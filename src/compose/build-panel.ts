import { finding } from '../diagnostics/finding.js';
import { fromPt } from '../units/length.js';
import type { BoxNode, Node, Paragraph, TextNode, TextRole } from './blocks.js';
import { boxStyle } from './box-style.js';
import { buildArt } from './build-art.js';
import { buildCode } from './build-code.js';
import { buildPicture } from './build-picture.js';
import { buildSlot } from './build-slot.js';
import type { Sheets, Won } from './cascade.js';
import type { Composition } from './composition.js';
import { digitsInARow } from './digits-in-a-row.js';
import {
  type Around,
  type Building,
  type Dressed,
  dress,
  inside,
  NO_VALUES,
  roleOf,
} from './dress.js';
import type { Content, Element } from './element.js';
import { ELEMENTS } from './elements.js';
import { inlineRuns, type Piece } from './inline-runs.js';
import { PROPERTIES } from './properties.js';
import { holdsOwnScript, lineHeight, PLAIN_LOOK, runStyle, type TextLook } from './text-look.js';

const TEXT_TAGS = new Set(['h1', 'h2', 'h3', 'p', 'li']);

/** A panel's boxes and paragraphs, styled. */
export function buildPanel(panel: Element, sheets: Sheets, it: Composition): BoxNode {
  const around: Around = {
    parent: undefined,
    look: PLAIN_LOOK,
    inRow: false,
    isSmall: false,
    isFirst: false,
    isLast: false,
  };
  return buildBox(dress(panel, around, { it, sheets }), { it, sheets });
}

function build(element: Element, around: Around, to: Building): Node | undefined {
  const dressed = dress(element, around, to);
  reportIdle(dressed, to.it);
  if (TEXT_TAGS.has(element.tag) || ELEMENTS[element.tag]?.level === 'inline')
    return buildText(dressed, to);
  if (element.tag === 'qr-code')
    return buildCode(dressed, (child, within) => build(child, within, to), to);
  if (element.tag === 'icon' || element.tag === 'brand-logo') return buildArt(dressed, to);
  if (element.tag === 'picture') return buildPicture(dressed, to);
  if (element.tag === 'record-slot') return buildSlot(dressed, to);
  return buildBox(dressed, to);
}

/** Elements whose children are boxes. */
const HOLDS_BOXES = new Set(['ul', 'ol', 'phone-steps', 'qr-code', 'imprint']);

/** A property that does nothing where it stands is a slip: the designer expects to see it. */
function reportIdle({ element, won }: Dressed, it: Composition): void {
  if (ELEMENTS[element.tag]?.content === 'blocks' || HOLDS_BOXES.has(element.tag)) return;
  for (const said of won.values()) {
    if (!said.isOwn || PROPERTIES[said.property]?.on !== 'children') continue;
    const isBlock = said.value.kind === 'word' && said.value.word === 'block';
    if (!isBlock) it.report(idle(said, element.tag, 'it holds no boxes'));
  }
}

const idle = ({ property, place }: Won, tag: string, why: string) =>
  finding(
    'css/property',
    place,
    `"${property}" does nothing on <${tag}>: ${why}`,
    'put it on the box around it, or take it out',
  );

function buildBox(dressed: Dressed, to: Building): BoxNode {
  const { element, style } = dressed;
  return {
    kind: 'box',
    tag: element.tag,
    style,
    place: element.place,
    children: buildChildren(dressed, to),
  };
}

/** Boxes in their order; words between them become a paragraph of their own. */
function buildChildren(dressed: Dressed, to: Building): readonly Node[] {
  const { element, style } = dressed;
  const isRow = style.direction === 'row';
  const elements = element.children.filter((child) => child.kind === 'element');
  const nodes: Node[] = [];
  let line: Content[] = [];
  const flush = (): void => {
    if (line.some(({ kind }) => kind !== 'space')) nodes.push(anonymousText(line, dressed, to));
    line = [];
  };
  let number = 0;
  for (const child of element.children) {
    const isInline = child.kind !== 'element' || ELEMENTS[child.tag]?.level === 'inline';
    if (isInline && !(isRow && child.kind === 'element' && child.tag !== 'br')) {
      line.push(child);
      continue;
    }
    flush();
    const around = inside(dressed, elements, child);
    if (child.kind !== 'element') continue;
    if (child.tag === 'li') number += 1;
    const node = build(child, around, to);
    if (node)
      nodes.push(child.tag === 'li' ? withMarker(node, child, dressed, number, around, to) : node);
  }
  flush();
  return nodes;
}

/** Words that stand in a box without an element of their own. */
function anonymousText(line: readonly Content[], parent: Dressed, to: Building): TextNode {
  const { element, look, style } = parent;
  const around = inside(parent, [], { kind: 'space' });
  const box = boxStyle(NO_VALUES, { inRow: style.direction === 'row', ink: look.ink });
  const role: TextRole = around.isSmall ? 'small' : 'p';
  const paragraph = paragraphOf(line, role, { ...parent, element }, around, to);
  return { kind: 'text', style: box, place: element.place, paragraph };
}

function buildText(dressed: Dressed, to: Building): Node {
  const { element, style, around } = dressed;
  const role = roleOf(element, around);
  const paragraph = paragraphOf(element.children, role, dressed, around, to);
  // A value that is missing has its finding; what is left keeps its box.
  if (paragraph.runs.length === 0)
    return { kind: 'box', tag: element.tag, style, place: element.place, children: [] };
  return { kind: 'text', style, place: element.place, paragraph };
}

function paragraphOf(
  children: readonly Content[],
  role: TextRole,
  dressed: Dressed,
  around: Around,
  to: Building,
): Paragraph {
  const { look, element } = dressed;
  const { locale } = to.it.form;
  const pieces = piecesOf(children, dressed, around, to);
  // Where Latin is a guest, a name in it is one piece: not broken, and in its own direction.
  const runs = inlineRuns(pieces, locale.script !== 'Latn');
  const text = runs.map((run) => run.text).join('');
  const largest = Math.max(look.size * locale.sizeFactor, ...runs.map(({ style }) => style.size));
  checkDigits(runs, to.it);
  return {
    kind: 'paragraph',
    role,
    runs,
    align: look.align,
    lineHeight: lineHeight(look, largest, locale, holdsOwnScript(text)),
    ...(look.hyphens && { hyphens: true }),
    grid: look.grid,
    direction: locale.direction,
    lang: locale.tag,
    place: element.place,
  };
}

/** Two units side by side may make a number that neither holds. */
function checkDigits(runs: Paragraph['runs'], it: Composition): void {
  const words = runs.map(({ text, origin }) => (origin.kind === 'unit' ? text : '\uFFFC'));
  const found = digitsInARow(words.join(''));
  const first = runs.find(({ origin }) => origin.kind === 'unit');
  if (!found || !first || words.some((text) => digitsInARow(text))) return;
  it.report(
    finding(
      'copy/digits',
      first.place,
      `units side by side make the digits "${found.text}"; copy may hold two in a row`,
      'write {contact.…} for a number to call: it comes from checked data',
      { locale: it.form.locale.tag, sentence: runs.map(({ text }) => text).join('') },
    ),
  );
}

function piecesOf(
  children: readonly Content[],
  parent: Dressed,
  around: Around,
  to: Building,
): readonly Piece[] {
  const { locale } = to.it.form;
  const elements = children.filter(({ kind }) => kind === 'element');
  return children.flatMap((child): readonly Piece[] => {
    if (child.kind === 'space') return [{ kind: 'space' }];
    if (child.kind === 'words') {
      const look = child.strong ? strongLook(parent, around, to) : parent.look;
      return [{ kind: 'words', words: child.words, style: runStyle(look, locale) }];
    }
    if (child.kind !== 'element') return [];
    if (child.tag === 'br') return [{ kind: 'break' }];
    const dressed = dress(child, { ...inside(parent, elements, child), inRow: false }, to);
    reportIdleInline(dressed, to.it);
    return piecesOf(child.children, dressed, around, to);
  });
}

/** `**strong**` in copy looks as `<strong>` in the template would. */
function strongLook(parent: Dressed, around: Around, to: Building): TextLook {
  const element: Element = {
    kind: 'element',
    tag: 'strong',
    classes: [],
    id: undefined,
    attributes: {},
    children: [],
    place: parent.element.place,
  };
  const within: Around = {
    ...around,
    parent: parent.styled,
    look: parent.look,
    isFirst: false,
    isLast: false,
  };
  return dress(element, within, to).look;
}

const INLINE_PROPERTIES = new Set(['color', 'font-family', 'font-size', 'font-weight']);

function reportIdleInline({ element, won }: Dressed, it: Composition): void {
  for (const value of won.values())
    if (value.isOwn && !INLINE_PROPERTIES.has(value.property))
      it.report(idle(value, element.tag, 'it is a part of a paragraph'));
}

/** Room for a bullet or a one-figure number in body type, mm; larger type and two figures need more. */
const MARKER_WIDTH = 5;
const BODY_SIZE = fromPt(12);
/** Two figures end where one does, so that tens stand under tens and full stops under full stops. */
const WIDE_MARKER = { width: 5.5, gap: 1.5, align: 'end' } as const;
const NARROW_MARKER = { width: MARKER_WIDTH, gap: 0, align: 'start' } as const;
const MOST_NARROW = 9;

function withMarker(
  node: Node,
  item: Element,
  list: Dressed,
  number: number,
  around: Around,
  to: Building,
): Node {
  if (node.kind !== 'text') return node;
  const look = dress(item, around, to).look;
  const isNumbered = list.element.tag === 'ol';
  const items = list.element.children.filter((it) => it.kind === 'element' && it.tag === 'li');
  const { runs: _, ...paragraph } = node.paragraph;
  const run = {
    text: isNumbered ? `${number}.` : '•',
    style: runStyle(look, to.it.form.locale),
    origin: { kind: 'marker' },
    isolate: false,
    place: item.place,
  } as const;
  const isWide = isNumbered && items.length > MOST_NARROW;
  const { width, gap, align } = isWide ? WIDE_MARKER : NARROW_MARKER;
  const larger = Math.max(1, look.size / BODY_SIZE);
  const marker = {
    paragraph: { ...paragraph, align, runs: [run] },
    width: width * larger,
    gap: gap * larger,
  };
  return { ...node, marker };
}
