import {
  Align,
  Edge,
  type Node as Flex,
  FlexDirection,
  Gutter,
  Justify,
  PositionType,
  Wrap,
} from 'yoga-layout/load';
import type { BoxStyle, Length } from '../compose/blocks.js';

const JUSTIFY = {
  start: Justify.FlexStart,
  center: Justify.Center,
  end: Justify.FlexEnd,
  between: Justify.SpaceBetween,
  around: Justify.SpaceAround,
  evenly: Justify.SpaceEvenly,
} as const;

const ALIGN = {
  // Yoga cannot ask a text for its baseline: `baseline-shifts.ts` moves the texts instead.
  baseline: Align.FlexStart,
  start: Align.FlexStart,
  center: Align.Center,
  end: Align.FlexEnd,
  stretch: Align.Stretch,
} as const;

const SIDES = [
  ['top', Edge.Top],
  ['right', Edge.Right],
  ['bottom', Edge.Bottom],
  ['left', Edge.Left],
] as const;

type FlexLength = number | 'auto' | `${number}%`;

/** A length as Yoga takes it. */
const toFlex = (length: Length): FlexLength => {
  if (length === 'auto') return 'auto';
  return length.unit === 'mm' ? length.value : `${length.value * 100}%`;
};

/** The same for limits, which know no `auto`. */
const toLimit = (length: Length): number | `${number}%` | undefined => {
  const value = toFlex(length);
  return value === 'auto' ? undefined : value;
};

/** Puts a box's style on its flex box. Width includes padding and border, as `box-sizing: border-box` does. */
export function setFlexStyle(flex: Flex, style: BoxStyle): void {
  flex.setFlexDirection(style.direction === 'row' ? FlexDirection.Row : FlexDirection.Column);
  flex.setJustifyContent(JUSTIFY[style.justify]);
  flex.setAlignItems(ALIGN[style.align]);
  flex.setAlignContent(Align.FlexStart);
  if (style.alignSelf !== undefined) flex.setAlignSelf(ALIGN[style.alignSelf]);
  flex.setFlexWrap(style.wrap ? Wrap.Wrap : Wrap.NoWrap);
  flex.setFlexGrow(style.grow);
  flex.setFlexShrink(style.shrink);
  flex.setFlexBasis(toFlex(style.basis));
  flex.setGap(Gutter.Row, style.rowGap);
  flex.setGap(Gutter.Column, style.columnGap);
  setSizes(flex, style);
  setEdges(flex, style);
}

function setSizes(flex: Flex, style: BoxStyle): void {
  flex.setWidth(toFlex(style.width));
  flex.setHeight(toFlex(style.height));
  flex.setMinWidth(toLimit(style.minWidth));
  flex.setMinHeight(toLimit(style.minHeight));
  flex.setMaxWidth(toLimit(style.maxWidth));
  flex.setMaxHeight(toLimit(style.maxHeight));
}

function setEdges(flex: Flex, style: BoxStyle): void {
  const isAbsolute = style.position === 'absolute';
  flex.setPositionType(isAbsolute ? PositionType.Absolute : PositionType.Relative);
  for (const [side, edge] of SIDES) {
    flex.setPadding(edge, style.padding[side]);
    flex.setMargin(edge, style.margin[side]);
    flex.setBorder(edge, style.border[side]?.width ?? 0);
    const inset = toLimit(style.inset[side]);
    if (inset !== undefined) flex.setPosition(edge, inset);
  }
}
