import { SaxesParser, type SaxesTagNS } from 'saxes';
import { quoted } from '../diagnostics/quoted.js';
import type { Matrix } from '../units/matrix.js';
import { ATTRIBUTES_OF, adviceFor, CONTAINERS, isForeign, SHAPES, SILENT } from './art-elements.js';
import type { ArtFindings } from './art-findings.js';
import { passesLimit } from './art-limits.js';
import { shapeOutline } from './art-outline.js';
import { type ArtPaint, readArtPaint, rootPaint } from './art-paint.js';
import { drawShape } from './art-shape.js';
import { readTransform } from './art-transform.js';
import { readViewBox, runsPast, type ViewBox } from './art-view-box.js';
import type { ArtShape, BrandInk } from './brand-kit.js';

/** How much text the XML reader takes before we look whether a limit is passed, in characters. */
const CHUNK = 16_384;

const LONE_SURROGATE = /\p{Surrogate}/u;

/** An element that is open while its children are read. */
interface Open {
  readonly matrix: Matrix;
  readonly paint: ArtPaint;
  /** Its children are drawn: not so in `defs`, `title` and what is refused. */
  readonly drawn: boolean;
  /** Its children are looked at: not so in what is refused, or belongs to an editor. */
  readonly seen: boolean;
}

type Attributes = ReadonlyMap<string, string>;

/** What is known of a drawing while it is read from top to bottom. */
interface Reading {
  readonly inks: Readonly<Record<string, BrandInk>>;
  readonly found: ArtFindings;
  readonly open: Open[];
  readonly shapes: ArtShape[];
  box: ViewBox | undefined;
  line: number;
  elements: number;
  steps: number;
  /** Nothing after this is looked at: the file is broken, or a limit is passed. */
  stopped: boolean;
}

/** What an SVG draws, shape by shape; what it must not hold is added to `found`. */
export function readDrawing(
  text: string,
  inks: Readonly<Record<string, BrandInk>>,
  found: ArtFindings,
): { readonly box: ViewBox | undefined; readonly shapes: readonly ArtShape[] } {
  const reading: Reading = {
    ...{ inks, found, open: [], shapes: [], box: undefined },
    ...{ line: 1, elements: 0, steps: 0, stopped: false },
  };
  // The XML reader throws at half of a character pair; whole characters come from every file that is text.
  if (LONE_SURROGATE.test(text)) breaksOff(reading);
  const parser = listen(reading);
  for (let at = 0; at < text.length && !reading.stopped; at += CHUNK)
    parser.write(text.slice(at, at + CHUNK));
  if (!reading.stopped) parser.close();
  return reading;
}

/** An XML reader that hands each part of the file to what judges it, with its line. */
function listen(reading: Reading) {
  const parser = new SaxesParser({ xmlns: true });
  const heard =
    <T>(judge: (reading: Reading, part: T) => void) =>
    (part: T) => {
      reading.line = parser.line;
      if (!reading.stopped) judge(reading, part);
    };
  parser.on('error', heard(breaksOff));
  parser.on('doctype', heard(refuseDoctype));
  parser.on('processinginstruction', heard(refuseInstruction));
  parser.on('opentag', heard(openElement));
  parser.on('closetag', () => {
    reading.open.pop();
  });
  return parser;
}

function breaksOff(reading: Reading): void {
  reading.stopped = true;
  reading.found.add('art/unreadable', reading.line, 'xml', {
    problem: 'the drawing breaks off or is not XML from here on',
    fix: 'export it again as plain SVG; look for a missing quote or an unclosed element',
  });
}

/** A declaration with entities of its own ends the reading, before any of them is expanded. */
function refuseDoctype(reading: Reading, doctype: string): void {
  reading.stopped = doctype.includes('[');
  reading.found.add('art/doctype', reading.line, 'doctype', {
    problem: `a declaration stands here: ${quoted(`<!DOCTYPE${doctype}`)}`,
    fix: 'delete everything from <!DOCTYPE to its closing >',
  });
}

function refuseInstruction({ found, line }: Reading, { target }: { target: string }): void {
  found.add('art/link', line, `?${target}`, {
    problem: `an instruction stands here: ${quoted(`<?${target}`)}`,
    fix: 'delete it; write colours as attributes of the shapes',
  });
}

function openElement(reading: Reading, tag: SaxesTagNS): void {
  reading.elements += 1;
  reading.stopped =
    passesLimit('elements', reading.elements, reading.line, reading.found) ||
    passesLimit('nesting', reading.open.length + 1, reading.line, reading.found);
  if (reading.stopped) return;
  const parent = reading.open.at(-1);
  reading.open.push(
    parent === undefined ? openRoot(reading, tag) : openInside(reading, parent, tag),
  );
}

function openRoot(reading: Reading, tag: SaxesTagNS): Open {
  const { found, line } = reading;
  if (tag.local !== 'svg' || isForeign(tag.uri)) {
    found.add('art/unreadable', line, 'root', {
      problem: `the file starts with ${quoted(`<${tag.name}>`)}, not with <svg>`,
      fix: 'export the drawing as plain SVG',
    });
    return { matrix: [1, 0, 0, 1, 0, 0], paint: rootPaint(), drawn: false, seen: false };
  }
  const attributes = plainAttributes(tag);
  reading.box = readViewBox(attributes, line, found);
  const { x, y } = reading.box ?? { x: 0, y: 0 };
  const paint = paintOf(reading, 'svg', attributes, rootPaint());
  return { matrix: [1, 0, 0, 1, -x, -y], paint, drawn: reading.box !== undefined, seen: true };
}

function openInside(reading: Reading, parent: Open, tag: SaxesTagNS): Open {
  const { found, line } = reading;
  const name = tag.local;
  const apart = { ...parent, drawn: false, seen: false };
  if (!parent.seen || isForeign(tag.uri) || SILENT.has(name)) return apart;
  if (!CONTAINERS.has(name) && !SHAPES.has(name)) {
    const problem = `${quoted(`<${name}>`)} is not drawn`;
    const code = name === 'script' ? 'art/script' : 'art/element';
    found.add(code, line, `<${name}`, { problem, fix: adviceFor(name) });
    return apart;
  }
  const attributes = plainAttributes(tag);
  const here: Open = {
    matrix: readTransform(attributes.get('transform'), parent.matrix, line, found),
    paint: paintOf(reading, name, attributes, parent.paint),
    drawn: parent.drawn && name !== 'defs',
    seen: true,
  };
  if (SHAPES.has(name) && here.drawn) addShape(reading, name, attributes, here);
  return here;
}

const paintOf = (
  { inks, line, found }: Reading,
  element: string,
  attributes: Attributes,
  parent: ArtPaint,
): ArtPaint => {
  const allowed = ATTRIBUTES_OF[element] ?? [];
  return readArtPaint(attributes, parent, { inks, line, found, element, allowed });
};

function addShape(reading: Reading, name: string, attributes: Attributes, here: Open): void {
  const { found, line, box } = reading;
  const outline = shapeOutline(name, attributes, line, found);
  if (outline === undefined || box === undefined) return;
  const paint: ArtPaint = name === 'line' ? { ...here.paint, fill: 'none' } : here.paint;
  const shape = drawShape(outline, here.matrix, paint, line, found);
  if (shape === undefined) return;
  reading.steps += shape.path.length;
  reading.stopped = passesLimit('steps', reading.steps, line, found);
  if (reading.stopped) return;
  runsPast(shape, box, name, line, found);
  reading.shapes.push(shape);
}

/** Attributes of SVG itself by name; `xlink:href` as `href`; an editor's own are left out. */
const plainAttributes = (tag: SaxesTagNS): Attributes =>
  new Map(
    Object.values(tag.attributes)
      .filter(({ uri, local }) => uri === '' || local === 'href')
      .map(({ local, value }) => [local, value]),
  );
