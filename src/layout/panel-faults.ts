import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import type { Box } from '../units/box.js';
import type { Painted, PaintedBox, Standing } from './paint-panel.js';
import type { PanelFrame } from './panel-frame.js';
import { partedAddresses } from './parted-addresses.js';
import { quoted, wordsOf } from './sentence.js';
import { sentencesOver } from './sentences-over.js';

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
export function panelFaults(
  { standing, grounds }: Pick<Painted, 'standing' | 'grounds'>,
  frame: PanelFrame,
): Finding[] {
  const late = standing.filter((it) => isBelow(it, frame));
  return [
    ...copyTooLong(late, frame),
    ...standing.filter((it) => !late.includes(it)).flatMap((it) => outsideLive(it, frame)),
    ...standing.flatMap((it) => tooWide(it, frame)),
    ...standing.flatMap((it) => outsideCard(it, frame)),
    ...overlaps(standing, frame),
    ...cutGrounds(grounds, frame),
    ...standing.flatMap(({ what }) => partedAddresses(what, frame.name)),
  ];
}

/** Where something may stand: copy in the live area; a picture on the whole panel, since it may run to the edge. */
const roomFor = ({ what }: Standing, { live, width, height }: PanelFrame): Box =>
  'kind' in what && what.kind === 'picture' ? { x: 0, y: 0, width, height } : live;

/** Pushed past the live area by the copy above it; or, in a centred column, past its top. */
function isBelow(it: Standing, frame: PanelFrame): boolean {
  const { box, isAbsolute } = it;
  const live = roomFor(it, frame);
  const over = Math.max(bottomOf(box) - bottomOf(live), live.y - box.y);
  return !isAbsolute && over > TOLERANCE;
}

/** A finding for each sentence that has no room, and for each thing that the copy has pushed out. */
function copyTooLong(late: readonly Standing[], frame: PanelFrame): Finding[] {
  const { name, live } = frame;
  const tooLong = (at: Place, over: SentenceOver): Finding => {
    const end = over.isAbove ? 'above the room' : 'past the end';
    const letters =
      over.characters === 0 ? '' : `; ${lettersOf(over.characters)} of it have no room`;
    return finding(
      'layout/copy-too-long',
      at,
      `${over.name} stands ${mm(over.mm)} ${end} of panel "${name}"${letters}`,
      'shorten the copy of this panel, or move a part of it to another panel',
      {
        panel: name,
        sentence: over.sentence,
        overMm: over.mm,
        overCharacters: over.characters || undefined,
      },
    );
  };
  return late.flatMap((it) => {
    const { what } = it;
    if ('kind' in what && what.kind === 'text')
      return what.role === 'marker'
        ? []
        : sentencesOver(what, live, TOLERANCE).map((over) =>
            tooLong(over.place, { ...over, name: quoted(over.sentence) }),
          );
    const room = roomFor(it, frame);
    const below = bottomOf(it.box) - bottomOf(room);
    const above = room.y - it.box.y;
    const isAbove = above > below;
    const over = { mm: Math.max(below, above), isAbove, characters: 0, name: nameOf(it) };
    return [tooLong(placeOf(it), over)];
  });
}

interface SentenceOver {
  readonly mm: number;
  readonly isAbove: boolean;
  readonly characters: number;
  readonly name: string;
  readonly sentence?: string;
}

const lettersOf = (count: number): string => (count === 1 ? '1 letter' : `${count} letters`);

function outsideLive(it: Standing, frame: PanelFrame): Finding[] {
  const { name, width, outer } = frame;
  const over = sticksOut(it.box, roomFor(it, frame));
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

/** A box in the flow that grew under one that has a fixed place: its edge, and the air below its words, are gone. */
function cutGrounds(grounds: readonly PaintedBox[], { name }: PanelFrame): Finding[] {
  const fixed = grounds.filter(({ isAbsolute }) => isAbsolute);
  const flowing = grounds.filter(({ isAbsolute }) => !isAbsolute);
  return flowing.flatMap((one) =>
    fixed.flatMap((other) => {
      const over = shared(one.box, other.box);
      const isNested = sticksOut(one.box, other.box) === 0 || sticksOut(other.box, one.box) === 0;
      if (over <= TOLERANCE || isNested) return [];
      return [
        finding(
          'layout/overlap',
          one.place,
          `a box on panel "${name}" runs under one that has a fixed place, by ${mm(over)}`,
          'shorten the copy above it, or give the fixed box less room',
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

/** What a reader would call it. */
function nameOf({ what }: Standing): string {
  if (!('kind' in what)) return `the slot for "${what.field}"`;
  if (what.kind === 'code') return `the QR code for "${what.contact}"`;
  if (what.kind === 'art') return `the ${what.role}`;
  if (what.kind === 'picture') return `the picture "${what.picture.name}"`;
  return quoted(wordsOf(what.text.paragraph));
}

function placeOf({ what }: Standing): Place {
  if (!('kind' in what)) return what.node.place;
  if (what.kind !== 'text') return what.place;
  return what.text.paragraph.runs[0]?.place ?? what.place;
}
