import type { Paragraph } from '../compose/blocks.js';
import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import type { Box } from '../units/box.js';
import type { Standing } from './paint-panel.js';
import type { PanelFrame } from './panel-frame.js';
import { lastSentence, quoted, wordsOf } from './sentence.js';

/** What rounding may hide, mm: a twentieth of a millimetre, which no cutter or eye can tell. */
const TOLERANCE = 0.05;

/** Lengths as findings give them. */
const mm = (value: number): string => `${value.toFixed(1)} mm`;

const bottomOf = ({ y, height }: Box): number => y + height;
const rightOf = ({ x, width }: Box): number => x + width;

/** How far a box sticks out of another, on the side where it does so most; 0 inside. */
function sticksOut(box: Box, frame: Box): number {
  return Math.max(
    0,
    frame.x - box.x,
    frame.y - box.y,
    rightOf(box) - rightOf(frame),
    bottomOf(box) - bottomOf(frame),
  );
}

/** What would be cut off, folded over, or printed on top of something else on a panel. */
export function panelFaults(standing: readonly Standing[], frame: PanelFrame): Finding[] {
  const late = standing.filter((it) => isBelow(it, frame));
  return [
    ...copyTooLong(late, frame),
    ...standing.filter((it) => !late.includes(it)).flatMap((it) => outsideLive(it, frame)),
    ...standing.flatMap((it) => tooWide(it, frame)),
    ...standing.flatMap((it) => outsideCard(it, frame)),
    ...overlaps(standing, frame),
  ];
}

/** Pushed past the live area by the copy above it; or, in a centred column, past its top. */
function isBelow({ box, isAbsolute }: Standing, { live }: PanelFrame): boolean {
  const over = Math.max(bottomOf(box) - bottomOf(live), live.y - box.y);
  return !isAbsolute && over > TOLERANCE;
}

function copyTooLong(late: readonly Standing[], { name, live }: PanelFrame): Finding[] {
  const first = late[0];
  if (first === undefined) return [];
  const below = Math.max(0, ...late.map((it) => bottomOf(it.box) - bottomOf(live)));
  const above = Math.max(0, ...late.map((it) => live.y - it.box.y));
  const over = below + above;
  const texts = late.flatMap(paragraphOf);
  const last = texts.at(-1);
  const sentence = last && lastSentence(last);
  const what = sentence === undefined ? nameOf(first) : quoted(sentence.text);
  const more = late.length > 1 ? ` and ${late.length - 1} more before it stick` : ' sticks';
  return [
    finding(
      'layout/copy-too-long',
      sentence?.run?.place ?? placeOf(first),
      `panel "${name}" needs ${mm(live.height + over)} of height and has ${mm(live.height)}: ${what}${more} out`,
      `shorten the copy of this panel by ${mm(over)}, or move a part of it to another panel`,
      { panel: name, sentence: sentence?.text, overMm: over },
    ),
  ];
}

function outsideLive(it: Standing, { name, width, outer, live }: PanelFrame): Finding[] {
  const over = sticksOut(it.box, live);
  if (over <= TOLERANCE) return [];
  const isOverFold =
    (it.box.x < 0 && outer.left === 0) || (rightOf(it.box) > width && outer.right === 0);
  const where = isOverFold ? 'runs across the fold' : 'stands outside the live area';
  return [
    finding(
      'layout/outside-live',
      placeOf(it),
      `${nameOf(it)} on panel "${name}" ${where}, by ${mm(over)}`,
      'move it further in, or make it smaller',
      { panel: name, overMm: over },
    ),
  ];
}

function tooWide(it: Standing, { name }: PanelFrame): Finding[] {
  if (!('kind' in it.what) || it.what.kind !== 'text' || it.what.role === 'marker') return [];
  const { text } = it.what;
  const over = text.width - text.measure;
  if (over <= TOLERANCE) return [];
  const line = text.lines.find((one) => one.width === text.width) ?? text.lines[0];
  const word = line?.words.reduce((widest, one) => (one.width > widest.width ? one : widest));
  const place = text.paragraph.runs.find((run) => run.text.includes(word?.text ?? ''))?.place;
  return [
    finding(
      'layout/word-too-wide',
      place ?? text.paragraph.place,
      `${quoted(word?.text ?? '')} on panel "${name}" is ${mm(text.width)} wide and its box ${mm(text.measure)}`,
      'use a shorter word, smaller type or a wider box',
      { panel: name, sentence: wordsOf(text.paragraph), overMm: over },
    ),
  ];
}

function outsideCard(it: Standing, { name, live }: PanelFrame): Finding[] {
  if (it.card === undefined || sticksOut(it.box, live) > TOLERANCE) return [];
  const over = sticksOut(it.box, it.card);
  if (over <= TOLERANCE) return [];
  return [
    finding(
      'layout/outside-box',
      placeOf(it),
      `${nameOf(it)} on panel "${name}" sticks out of the box that is painted round it, by ${mm(over)}`,
      'shorten the copy, or let the box grow with it: give it no height',
      { panel: name, overMm: over },
    ),
  ];
}

function overlaps(standing: readonly Standing[], { name }: PanelFrame): Finding[] {
  return standing.flatMap((one, index) =>
    standing.slice(index + 1).flatMap((other) => {
      const over = shared(one.box, other.box);
      if (over <= TOLERANCE) return [];
      return [
        finding(
          'layout/overlap',
          placeOf(other),
          `${nameOf(other)} on panel "${name}" lies on ${nameOf(one)}, by ${mm(over)}`,
          'give both room: a gap, a margin, or a box that may grow',
          { panel: name, overMm: over },
        ),
      ];
    }),
  );
}

/** How deep two boxes lie in each other, mm, counted the way that parts them soonest. */
function shared(one: Box, other: Box): number {
  const across = Math.min(rightOf(one), rightOf(other)) - Math.max(one.x, other.x);
  const down = Math.min(bottomOf(one), bottomOf(other)) - Math.max(one.y, other.y);
  return Math.min(across, down);
}

function paragraphOf({ what }: Standing): Paragraph[] {
  return 'kind' in what && what.kind === 'text' && what.role !== 'marker'
    ? [what.text.paragraph]
    : [];
}

/** What a reader would call it. */
function nameOf({ what }: Standing): string {
  if (!('kind' in what)) return `the slot for "${what.field}"`;
  if (what.kind === 'code') return `the QR code for "${what.contact}"`;
  if (what.kind === 'art') return `the ${what.role}`;
  return quoted(wordsOf(what.text.paragraph));
}

function placeOf({ what }: Standing): Place {
  if (!('kind' in what)) return what.node.place;
  if (what.kind !== 'text') return what.place;
  return what.text.paragraph.runs[0]?.place ?? what.place;
}
