import type { Place } from '../diagnostics/finding.js';
import type { Unit } from '../sources/copy-deck.js';

/** The line of a deck on which a character of a unit's text stands. */
export function unitPlace({ place, text, lines }: Unit, at: number): Place {
  const line = text.slice(0, at).split('\n').length - 1;
  const below = lines?.[line] ?? line;
  if (place.line === undefined || below === 0) return place;
  return { file: place.file, line: place.line + below, part: place.part };
}
