/** The shape of a folder's list of finding codes; `satisfies CodeList` keeps each list to it. */
export type CodeList = Record<
  string,
  { readonly severity: 'error' | 'warning' | 'note'; readonly reason: string }
>;
