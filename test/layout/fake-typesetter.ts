import type { InlineRun, Paragraph } from '../../src/compose/blocks.js';
import type { Face } from '../../src/typeset/face.js';
import type { SetLine, SetParagraph, SetWord } from '../../src/typeset/set-paragraph.js';
import type { Typesetter } from '../../src/typeset/typesetter.js';

/** Every letter is half as wide as the type is high, so that widths can be counted by hand. */
const ADVANCE = 0.5;

/** A face whose letters are squares of half an em. */
const squareFace: Face = {
  id: 'square',
  postScriptName: 'Square-Regular',
  familyName: 'Square',
  weight: 400,
  bytes: new Uint8Array(),
  outlines: 'truetype',
  unitsPerEm: 1000,
  glyphCount: 65_536,
  ascender: 800,
  descender: -200,
  capHeight: 500,
  xHeight: 500,
  italicAngle: 0,
  bbox: [0, 0, 500, 500],
  glyphFor: (codePoint) => codePoint,
  characterOf: (glyph) => glyph,
  advanceOf: () => 500,
  inkAreaOf: () => 250_000,
  outlineOf: (glyph) => (glyph === 32 ? '' : 'M0 0H500V500Q250 500 0 500Z'),
};

interface Piece {
  readonly text: string;
  readonly run: InlineRun;
}

/** Breaks at spaces and line breaks; an isolated run stays whole. */
function pieces(paragraph: Paragraph): Piece[] {
  return paragraph.runs.flatMap((run) =>
    (run.isolate ? [run.text] : run.text.split(/(\n)| /u))
      .filter((text) => text !== undefined && text !== '')
      .map((text) => ({ text, run })),
  );
}

const sizeOf = (paragraph: Paragraph): number => paragraph.runs[0]?.style.size ?? 1;

function breakLines(paragraph: Paragraph, width: number): Piece[][] {
  const advance = sizeOf(paragraph) * ADVANCE;
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const piece of pieces(paragraph)) {
    const line = lines.at(-1) ?? [];
    const needs = piece.text.length * advance;
    const space = line.length > 0 ? advance : 0;
    if (piece.text === '\n' || (line.length > 0 && used + space + needs > width + 1e-9)) {
      lines.push(piece.text === '\n' ? [] : [piece]);
      used = piece.text === '\n' ? 0 : needs;
    } else {
      line.push(piece);
      used += space + needs;
    }
  }
  return lines.filter((line) => line.length > 0);
}

function setLine(line: Piece[], index: number, paragraph: Paragraph, measure: number): SetLine {
  const advance = sizeOf(paragraph) * ADVANCE;
  const text = line.map((piece) => piece.text).join(' ');
  const width = text.length * advance;
  const room = measure - width;
  const isRight = (paragraph.align === 'end') !== (paragraph.direction === 'rtl');
  const x = paragraph.align === 'center' ? room / 2 : isRight ? room : 0;
  let at = 0;
  const words = line.map((piece): SetWord => {
    const word = {
      text: piece.text,
      x: at,
      width: piece.text.length * advance,
      parts: [{ text: piece.text, origin: piece.run.origin }],
    };
    at += word.width + advance;
    return word;
  });
  const style = line[0]?.run.style ?? paragraph.runs[0]?.style;
  if (style === undefined) throw new Error('a line without a run');
  const glyphs = [...text].map((character) => ({
    id: character.codePointAt(0) ?? 0,
    advance,
    dx: 0,
    dy: 0,
    text: character,
    word: 0,
  }));
  const run = {
    face: squareFace,
    size: style.size,
    ink: style.ink,
    x: 0,
    width,
    direction: 'ltr' as const,
    glyphs,
  };
  return {
    x,
    baseline: index * paragraph.lineHeight + paragraph.lineHeight * 0.75,
    width,
    ascent: style.size * 0.8,
    descent: style.size * 0.2,
    runs: [run],
    words,
  };
}

/** Sets text in `squareFace`; reports the letter "¤" as one that no font has. */
export function fakeTypesetter(): Typesetter & { sets: number } {
  const set = (paragraph: Paragraph, measure: number): SetParagraph => {
    const broken = breakLines(paragraph, measure);
    const lines = broken.map((line, index) => setLine(line, index, paragraph, measure));
    return {
      paragraph,
      measure,
      width: Math.max(0, ...lines.map((line) => line.width)),
      height: lines.length * paragraph.lineHeight,
      lines,
      longestLine: Math.max(
        0,
        ...broken.map((line) => line.map((piece) => piece.text).join(' ').length),
      ),
    };
  };
  const typesetter = {
    sets: 0,
    measure(paragraph: Paragraph, width: number) {
      const broken = breakLines(paragraph, width);
      const advance = sizeOf(paragraph) * ADVANCE;
      const widths = broken.map((line) => line.map((it) => it.text).join(' ').length * advance);
      return { width: Math.max(0, ...widths), height: broken.length * paragraph.lineHeight };
    },
    set(paragraph: Paragraph, measure: number) {
      typesetter.sets++;
      return set(paragraph, measure);
    },
    check: () => [],
    plain: () => undefined,
  };
  return typesetter;
}
