import type { Paragraph } from '../compose/blocks.js';
import type { PlainLook } from '../typeset/plain-look.js';
import type { SetParagraph } from '../typeset/set-paragraph.js';
import type { Typesetter } from '../typeset/typesetter.js';
import { BLACK } from '../units/ink.js';
import { fromPt } from '../units/length.js';
import type { PageGeometry } from './page-geometry.js';

/** Set on one line, whatever its length; mm. */
export const NO_LIMIT = 10_000;
/** Between two facts of the slug line, mm. */
const GAP = 2.5;
/** Half of what stays free in the middle of an edge, for the registration target, mm. */
const MIDDLE = 4;

/** A piece narrower than this, mm, has no room for facts beside a target; its targets stand in front of the slug line. */
const NARROW = 80;
/** Paper that stays free at the ends of a slug line that takes the whole edge, mm. */
const ENDS = 2;

/** Whether a slug line takes a whole edge. */
export const isNarrow = ({ trim }: PageGeometry): boolean => trim.width < NARROW;

/** A line of the slug at its place: mm from the paper's top left. */
export interface SlugLine {
  readonly text: SetParagraph;
  readonly x: number;
  readonly y: number;
}

/** Sets a fact of the slug line in the brand's body face, black alone; undefined if the face cannot write it. */
export function setSlug(
  typesetter: Typesetter,
  text: string,
  sizePt: number,
): SetParagraph | undefined {
  const paragraph = slugParagraph(text, sizePt);
  return typesetter.check(paragraph).length > 0 ? undefined : typesetter.set(paragraph, NO_LIMIT);
}

/** How facts of the slug line are set that come by the thousand: job codes. */
export const plainSlug = (typesetter: Typesetter, sizePt: number): PlainLook | undefined =>
  typesetter.plain(slugParagraph(SAMPLE, sizePt));

/** Any fact, to try the look with. */
const SAMPLE = 'SL-0000-0000';

/** How high a fact of the slug line is, mm. */
export const slugHeight = (sizePt: number): number => fromPt(sizePt);

function slugParagraph(text: string, sizePt: number): Paragraph {
  const place = { file: 'slug' };
  const size = fromPt(sizePt);
  return {
    kind: 'paragraph',
    role: 'small',
    runs: [
      {
        text,
        style: { family: 'body', weight: 400, size, ink: BLACK },
        origin: { kind: 'field', path: 'slug' },
        isolate: false,
        place,
      },
    ],
    align: 'start',
    lineHeight: size,
    direction: 'ltr',
    lang: 'en',
    place,
  };
}

/**
 * Places facts along the paper's edges, clear of the marks: from the bottom left, then bottom right,
 * top left, top right. The first place starts with `reserve` mm for the job code, which differs by
 * leaflet. A fact too wide for any place stands in the last.
 */
export function placeSlug(
  facts: readonly SetParagraph[],
  geometry: PageGeometry,
  reserve: number,
): readonly SlugLine[] {
  const places = slugPlaces(geometry, facts[0]?.height ?? 0);
  const lines: SlugLine[] = [];
  let at = 0;
  let used = reserve;
  for (const text of facts) {
    const room = places[at]?.width ?? 0;
    if (used > 0 && used + GAP + text.width > room && at < places.length - 1) {
      at++;
      used = 0;
    }
    const place = places[at];
    if (place === undefined) break;
    const shift = used === 0 ? 0 : used + GAP;
    lines.push({ text, x: place.x + shift, y: place.y });
    used = shift + text.width;
  }
  return lines;
}

/** Where the job code stands. */
export function jobCodePlace(geometry: PageGeometry, height: number): { x: number; y: number } {
  const [first] = slugPlaces(geometry, height);
  if (first === undefined) throw new Error('a page has no place for its job code');
  return first;
}

function slugPlaces(geometry: PageGeometry, height: number) {
  const { media, margin, trim } = geometry;
  const width = trim.width / 2 - MIDDLE;
  const right = margin + trim.width / 2 + MIDDLE;
  // The line stands at the outer edge, half its height from where the paper ends.
  const top = height / 4;
  const bottom = media.height - height - height / 4;
  if (isNarrow(geometry)) {
    const whole = { x: ENDS, width: media.width - 2 * ENDS };
    return [
      { ...whole, y: bottom },
      { ...whole, y: top },
    ];
  }
  return [
    { x: margin, y: bottom, width },
    { x: right, y: bottom, width },
    { x: margin, y: top, width },
    { x: right, y: top, width },
  ];
}
