import type { BoxStyle, TextRole } from './blocks.js';
import { boxStyle } from './box-style.js';
import { cascade, type Sheets, type WonValues } from './cascade.js';
import type { Composition } from './composition.js';
import type { Content, Element } from './element.js';
import type { Styled } from './selector.js';
import { type TextLook, textLook } from './text-look.js';

/** What an element gets from those around it. */
export interface Around {
  readonly parent: Styled | undefined;
  readonly look: TextLook;
  readonly inRow: boolean;
  /** Inside an imprint: type may be small. */
  readonly isSmall: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface Building {
  readonly it: Composition;
  readonly sheets: Sheets;
}

/** An element with what CSS says of it. */
export interface Dressed {
  readonly element: Element;
  readonly styled: Styled;
  readonly won: WonValues;
  readonly look: TextLook;
  readonly style: BoxStyle;
  readonly around: Around;
}

/** Finds out what CSS says of an element. */
export function dress(element: Element, around: Around, { sheets }: Building): Dressed {
  const styled: Styled = {
    tag: element.tag,
    id: element.id,
    classes: element.classes,
    isFirst: around.isFirst,
    isLast: around.isLast,
    parent: around.parent,
  };
  const won = cascade(sheets, styled);
  const look = textLook(won, around.look);
  const style = boxStyle(won, { inRow: around.inRow, ink: look.ink });
  return { element, styled, won, look, style, around };
}

/** What an element's children get from it. */
export function inside(dressed: Dressed, elements: readonly Content[], child: Content): Around {
  const { styled, look, style, element, around } = dressed;
  return {
    parent: styled,
    look,
    inRow: style.direction === 'row',
    isSmall: around.isSmall || element.tag === 'imprint',
    isFirst: elements[0] === child,
    isLast: elements.at(-1) === child,
  };
}

/** Values of a box that no rule speaks of. */
export const NO_VALUES: WonValues = new Map();

/** What a paragraph is for: preflight has a smallest size for each. */
export function roleOf({ tag, classes }: Element, { isSmall }: Around): TextRole {
  if (classes.includes('contact-number')) return 'number';
  if (isSmall || tag === 'small') return 'small';
  return tag === 'h1' || tag === 'h2' || tag === 'h3' || tag === 'li' ? tag : 'p';
}
