import type { PDFObject } from '@cantoo/pdf-lib';
import { entryOf, nameOf, numberOf, textOf } from '../pdf-values.js';
import { textString } from '../text-string.js';
import { Name, type Operand } from '../tokens.js';

/** A marked-content sequence that is open where something is drawn, with those round it (ISO 32000-1, 14.6). */
export interface Mark {
  readonly tag: string;
  readonly parent: Mark | undefined;
  readonly mcid: number | undefined;
  /** The page or form in which the mcid counts. */
  readonly owner: PDFObject;
  readonly actualText: string | undefined;
  readonly alt: string | undefined;
  readonly expansion: string | undefined;
  readonly lang: string | undefined;
  /** The optional content group that it belongs to, for a sequence tagged OC. */
  readonly layer: PDFObject | undefined;
}

/** The mark that BMC or BDC opens. */
export function markOf(
  operands: readonly Operand[],
  resources: PDFObject | undefined,
  owner: PDFObject,
  parent: Mark | undefined,
): Mark {
  const [tag, second] = operands;
  const named =
    second instanceof Name ? entryOf(entryOf(resources, 'Properties'), second.text) : undefined;
  const own = second instanceof Map ? (second as ReadonlyMap<string, Operand>) : undefined;
  const text = (key: string): string | undefined => {
    const value = own?.get(key);
    return value instanceof Uint8Array ? textString(value) : textOf(entryOf(named, key));
  };
  const mcid = own?.get('MCID') ?? numberOf(entryOf(named, 'MCID'));
  return {
    tag: tag instanceof Name ? tag.text : '',
    parent,
    mcid: typeof mcid === 'number' ? mcid : undefined,
    owner,
    actualText: text('ActualText'),
    alt: text('Alt'),
    expansion: text('E'),
    lang: text('Lang'),
    layer: nameOf(entryOf(named, 'Type')) === 'OCG' ? named : undefined,
  };
}

/** A mark and those round it, inside out. */
export function* marksAround(mark: Mark | undefined): Generator<Mark> {
  for (let it = mark; it !== undefined; it = it.parent) yield it;
}
