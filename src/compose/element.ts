import type { Place } from '../diagnostics/finding.js';
import type { Unit } from '../sources/copy-deck.js';
import type { Words } from './composition.js';

/** An element of a filled template, checked against the table of elements. */
export interface Element {
  readonly kind: 'element';
  readonly tag: string;
  readonly classes: readonly string[];
  readonly id: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Content[];
  readonly place: Place;
}

/** What stands in an element. White space is kept until lines are made of it. */
export type Content =
  | Element
  | {
      readonly kind: 'words';
      readonly words: Words;
      /** Where the template (or the copy) asks for them. */
      readonly strong: boolean;
    }
  | { readonly kind: 'unit'; readonly unit: Unit; readonly place: Place }
  | { readonly kind: 'space' };
