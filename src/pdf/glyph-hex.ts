const known: string[] = [];

/** A glyph's number in four hex digits. */
export function glyphHex(glyph: number): string {
  const hex = known[glyph];
  if (hex !== undefined) return hex;
  const made = glyph.toString(16).toUpperCase().padStart(4, '0');
  known[glyph] = made;
  return made;
}
