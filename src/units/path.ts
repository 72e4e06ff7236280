/** One step of an outline, in mm from the top left of what it is drawn in; y grows downwards. */
export type PathStep =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** An outline in mm. */
export type Path = readonly PathStep[];
