import { finding, type Place } from '../diagnostics/finding.js';
import type { BoxStyle, CodeNode, Node } from './blocks.js';
import { boxStyle } from './box-style.js';
import type { Won } from './cascade.js';
import type { Composition } from './composition.js';
import { type Around, type Building, type Dressed, inside, NO_VALUES } from './dress.js';
import type { Element } from './element.js';
import type { TextLook } from './text-look.js';

/** The quiet zone of the smallest symbol (21 modules) as a share of its size: 4 modules (ISO/IEC 18004). */
const QUIET_SHARE = 4 / 21;

/** A box with the symbol in it; `width` is the symbol's, and words keep off its quiet zone. */
export function buildCode(
  dressed: Dressed,
  build: (element: Element, around: Around) => Node | undefined,
  { it }: Building,
): Node {
  const { element, style, look, won } = dressed;
  const width = won.get('width');
  const size = style.width !== 'auto' && style.width.unit === 'mm' ? style.width.value : undefined;
  const box: BoxStyle = { ...style, width: 'auto', height: 'auto' };
  const children = element.children.flatMap((child, index): Node[] => {
    if (child.kind !== 'element') return [];
    const around = inside(dressed, element.children, child);
    if (child.tag !== 'qr-symbol') {
      const node = build(child, around);
      return node ? [node] : [];
    }
    if (size === undefined || size <= 0) {
      reportSize(width, element.place, it);
      return [];
    }
    const isLast = index === element.children.length - 1;
    return [symbolNode(child, size, look, isLast)];
  });
  return { kind: 'box', tag: element.tag, style: box, place: element.place, children };
}

function symbolNode(symbol: Element, size: number, look: TextLook, isLast: boolean): CodeNode {
  const plain = boxStyle(NO_VALUES, { inRow: false, ink: look.ink });
  const bottom = isLast ? 0 : size * QUIET_SHARE;
  return {
    kind: 'code',
    style: {
      ...plain,
      alignSelf: 'start',
      width: { unit: 'mm', value: size },
      height: { unit: 'mm', value: size },
      margin: { ...plain.margin, bottom },
    },
    place: symbol.place,
    target: symbol.attributes.target ?? '',
    contact: symbol.attributes.contact ?? '',
    size,
    ink: look.ink,
  };
}

function reportSize(width: Won | undefined, place: Place, it: Composition): void {
  const at = width?.place ?? place;
  const fix = 'write its width in mm, 20 or more: qr-code { width: 22mm; }';
  it.report(finding('css/value', at, 'the width of <qr-code> is no length in mm', fix));
}
