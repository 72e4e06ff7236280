/** A place on a page that leads somewhere when it is touched. */
export interface LinkArea {
  readonly kind: 'area';
  readonly target: string;
  readonly label: string;
  /** Left, bottom, right, top in points. */
  readonly rect: readonly number[];
}

/** What stands in an element: a marked part of the page's content, a record's value, a link's area, another element. */
export type TagKid =
  | { readonly kind: 'content'; readonly mcid: number }
  | { readonly kind: 'slot'; readonly at: number }
  | LinkArea
  | TagNode;

/** An element of the structure tree (ISO 32000-1, 14.8.4), before it stands in a file. */
export interface TagNode {
  readonly kind: 'element';
  readonly type:
    | 'H1'
    | 'H2'
    | 'H3'
    | 'P'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Span'
    | 'Link'
    | 'Figure';
  readonly lang?: string | undefined;
  readonly alt?: string | undefined;
  /** Of a picture: left, bottom, right, top in points. */
  readonly bbox?: readonly number[] | undefined;
  /** Of a list. */
  readonly numbering?: 'Disc' | 'Decimal' | undefined;
  readonly kids: readonly TagKid[];
}
