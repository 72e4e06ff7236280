import type { LaidOutSide } from '../layout/laid-out.js';
import type { PressProfile } from '../sources/press-profile.js';
import type { Ink } from '../units/ink.js';
import { fromPt, toPt } from '../units/length.js';
import type { Content } from './content.js';
import type { PageGeometry } from './page-geometry.js';
import { pdfNumber } from './pdf-number.js';

/** Ink on every plate, so that each shows where to cut. */
const REGISTRATION: Ink = {
  token: 'registration',
  cmyk: [1, 1, 1, 1],
  spot: { name: 'All', tint: 1 },
};

/** Where marks start, mm from the trim, and how long they are: printers' habit (print-spec 6.3). */
const MARK_START = 3.5;
const MARK_LENGTH = 5;
/** Marks keep off the bleed by this much at least, mm. */
const OFF_BLEED = 0.5;
const CROP_LINE_PT = 0.25;
const FOLD_LINE_PT = 0.35;
/** Dash and gap of a fold mark, mm. */
const FOLD_DASH = 1.5;
/** Circle and cross of a registration target, mm. */
const TARGET_RADIUS = 1.75;
const TARGET_ARM = 2.5;
/** A circle's quarter as a Bézier curve: 4/3 (√2 − 1). */
const CIRCLE = 0.5523;
/** A target this near to a fold mark moves aside, mm. */
const TARGET_CLEARANCE = 5;

/** How far from the trim a mark begins and ends, mm. The last of the paper is left to the slug line. */
function markReach(geometry: PageGeometry, profile: PressProfile): readonly [number, number] {
  const bleed = geometry.trim.x - geometry.bleed.x;
  const start = Math.max(MARK_START, bleed + OFF_BLEED);
  const end = Math.min(start + MARK_LENGTH, geometry.margin - slugRoom(profile));
  return [start, Math.max(start, end)];
}

/** Paper that the slug line takes at the outer edge, mm: its type, with half as much air. */
const slugRoom = (profile: PressProfile): number =>
  profile.marks.slug ? fromPt(profile.minimum.slugPt) * 1.5 : 0;

/** Crop marks, fold marks and registration targets, all outside the bleed. Origin: the paper's bottom left. */
export function drawMarks(
  content: Content,
  side: LaidOutSide,
  geometry: PageGeometry,
  profile: PressProfile,
): void {
  const { crop, fold, registration } = profile.marks;
  if (!crop && !fold && !registration) return;
  content.overprint(false);
  content.stroke(REGISTRATION);
  const reach = markReach(geometry, profile);
  if (crop) drawCropMarks(content, geometry, reach);
  if (registration) drawTargets(content, side, geometry, slugRoom(profile));
  if (fold) drawFoldMarks(content, side, geometry, reach);
}

function drawCropMarks(
  content: Content,
  { trim, margin }: PageGeometry,
  [start, end]: readonly [number, number],
): void {
  if (end <= start) return;
  content.line(CROP_LINE_PT, 0, 0);
  for (const x of [margin, margin + trim.width]) {
    const away = x === margin ? -1 : 1;
    for (const y of [margin, margin + trim.height]) {
      const out = y === margin ? -1 : 1;
      drawLine(content, [x + away * start, y], [x + away * end, y]);
      drawLine(content, [x, y + out * start], [x, y + out * end]);
    }
  }
}

/** Lines that differ by less are one, mm. */
const SAME = 0.01;

const apart = (lines: readonly number[]): number[] =>
  lines
    .toSorted((a, b) => a - b)
    .filter((line, at, all) => line > SAME && (at === 0 || line - (all[at - 1] ?? 0) > SAME));

/** Where two panels meet, mm from the trim's left edge. */
const folds = ({ panels }: LaidOutSide): readonly number[] => apart(panels.map(({ x }) => x));

/** Where two rows meet, mm from the trim's upper edge. */
const foldsDown = ({ panels }: LaidOutSide): readonly number[] =>
  apart(panels.map(({ y = 0 }) => y));

function drawFoldMarks(
  content: Content,
  side: LaidOutSide,
  { trim, margin }: PageGeometry,
  [start, end]: readonly [number, number],
): void {
  if (side.panels.length < 2 || end <= start) return;
  const dash = pdfNumber(toPt(FOLD_DASH));
  content.line(FOLD_LINE_PT, 0, 0);
  content.put(`[${dash} ${dash}] 0 d`);
  for (const fold of folds(side)) {
    const x = margin + fold;
    drawLine(content, [x, margin - start], [x, margin - end]);
    drawLine(content, [x, margin + trim.height + start], [x, margin + trim.height + end]);
  }
  for (const fold of foldsDown(side)) {
    const y = margin + trim.height - fold;
    drawLine(content, [margin - start, y], [margin - end, y]);
    drawLine(content, [margin + trim.width + start, y], [margin + trim.width + end, y]);
  }
  content.put('[] 0 d');
}

/** Targets in the middle of each edge, in front of the slug line where there is room for both. */
function drawTargets(
  content: Content,
  side: LaidOutSide,
  { trim, bleed, margin }: PageGeometry,
  slug: number,
): void {
  const inner = trim.x - bleed.x;
  const outer = margin - slug - inner >= 2 * TARGET_ARM ? margin - slug : margin;
  if (outer - inner < 2 * TARGET_ARM) return;
  const out = (inner + outer) / 2;
  const across = margin + clearOfFolds(trim.width / 2, folds(side));
  const up = margin + trim.height - clearOfFolds(trim.height / 2, foldsDown(side));
  content.line(CROP_LINE_PT, 0, 0);
  drawTarget(content, across, margin - out);
  drawTarget(content, across, margin + trim.height + out);
  drawTarget(content, margin - out, up);
  drawTarget(content, margin + trim.width + out, up);
}

function clearOfFolds(x: number, marks: readonly number[]): number {
  const isNear = marks.some((fold) => Math.abs(fold - x) < TARGET_CLEARANCE);
  return isNear ? x + 2 * TARGET_CLEARANCE : x;
}

function drawTarget(content: Content, x: number, y: number): void {
  drawLine(content, [x - TARGET_ARM, y], [x + TARGET_ARM, y]);
  drawLine(content, [x, y - TARGET_ARM], [x, y + TARGET_ARM]);
  const r = TARGET_RADIUS;
  const c = r * CIRCLE;
  const at = (dx: number, dy: number) => `${pdfNumber(toPt(x + dx))} ${pdfNumber(toPt(y + dy))}`;
  content.put(`${at(r, 0)} m`);
  content.put(`${at(r, c)} ${at(c, r)} ${at(0, r)} c`);
  content.put(`${at(-c, r)} ${at(-r, c)} ${at(-r, 0)} c`);
  content.put(`${at(-r, -c)} ${at(-c, -r)} ${at(0, -r)} c`);
  content.put(`${at(c, -r)} ${at(r, -c)} ${at(r, 0)} c`);
  content.put('s');
}

/** A line between two points, mm from the paper's bottom left. */
function drawLine(
  content: Content,
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  const [x1, y1, x2, y2] = [...from, ...to].map((value) => pdfNumber(toPt(value)));
  content.put(`${x1} ${y1} m ${x2} ${y2} l S`);
}
