import type { Paragraph } from '../compose/blocks.js';
import type { Place } from '../diagnostics/finding.js';
import type { Ink } from '../units/ink.js';

/** How a line of the tool's own is set. `size` in mm. */
export interface ToolLine {
  readonly field: string;
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly ink: Ink;
  readonly place: Place;
}

/** A line that the tool itself puts on a page, in English whatever the leaflet's language: it is for the trade. */
export function toolLine({ field, text, size, weight, ink, place }: ToolLine): Paragraph {
  return {
    kind: 'paragraph',
    role: 'small',
    runs: [
      {
        text,
        style: { family: 'body', weight, size, ink },
        origin: { kind: 'field', path: field },
        isolate: true,
        place,
      },
    ],
    align: 'start',
    lineHeight: size * 1.2,
    direction: 'ltr',
    lang: 'en',
    place,
  };
}
