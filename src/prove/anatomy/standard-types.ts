/** Structure types that a screen reader knows without a role map (ISO 32000-1, 14.8.4). */
const STANDARD_TYPES: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** How a role map ends for a type. */
export interface MappedType {
  /** The standard type; undefined where the map leads to none. */
  readonly standard: string | undefined;
  readonly isCircular: boolean;
}

/** Follows the role map from a type to a standard one. A standard type stands for itself. */
export function mapType(type: string, roles: ReadonlyMap<string, string>): MappedType {
  const seen = new Set<string>();
  let current: string | undefined = type;
  while (current !== undefined && !seen.has(current)) {
    if (current !== type && STANDARD_TYPES.has(current)) break;
    seen.add(current);
    current = roles.get(current);
  }
  const isCircular = current !== undefined && seen.has(current);
  if (STANDARD_TYPES.has(type)) return { standard: type, isCircular };
  return { standard: isCircular ? undefined : current, isCircular };
}
