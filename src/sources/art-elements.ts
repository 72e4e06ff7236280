/** The namespace of SVG (SVG 2, 1.2). Files without one are read as SVG too. */
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** HTML inside a drawing is seen by a browser, so it is refused like any other element. */
const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/** An editor's own notes: they draw nothing. */
export const isForeign = (uri: string): boolean =>
  uri !== '' && uri !== SVG_NAMESPACE && uri !== HTML_NAMESPACE;

/** Elements that hold others. */
export const CONTAINERS: ReadonlySet<string> = new Set(['g', 'defs']);

/** Elements that are drawn. */
export const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
]);

/** Words about the drawing: not drawn, and no loss. */
export const SILENT: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);

/** Attributes of an element beside fill, stroke and the like. */
export const ATTRIBUTES_OF: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'width', 'height', 'x', 'y', 'preserveAspectRatio', 'version', 'baseProfile'],
  g: [],
  path: ['d', 'pathLength'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
};

const ADVICE: Readonly<Record<string, string>> = {
  text: 'turn the words into outlines (Object > Create Outlines, or Path > Object to Path)',
  linearGradient: 'give the shape one flat colour of the brand',
  radialGradient: 'give the shape one flat colour of the brand',
  meshgradient: 'give the shape one flat colour of the brand',
  pattern: 'give the shape one flat colour of the brand, or draw the pattern as shapes',
  image: 'redraw the picture as outlines; a photograph is no logo',
  use: 'expand the symbol: put the shape itself in each place',
  symbol: 'expand the symbol: put the shape itself in each place',
  style: 'write the colours as attributes of the shapes (SVG option "presentation attributes")',
  script: 'delete it; a drawing runs no code',
  foreignObject: 'delete it, and draw what it shows as outlines',
  filter: 'delete it, and draw the effect as shapes in flat colours',
  mask: 'cut the shapes to what is seen (Pathfinder, or Path > Intersection)',
  clipPath: 'cut the shapes to what is seen (Pathfinder, or Path > Intersection)',
  marker: 'expand the line: draw its arrowhead as a shape',
  animate: 'delete it; paper stands still',
  animateTransform: 'delete it; paper stands still',
  animateMotion: 'delete it; paper stands still',
  set: 'delete it; paper stands still',
  a: 'take the shapes out of the link; a drawing on paper cannot be pressed',
  switch: 'keep the one drawing that is meant, and delete the others',
  svg: 'ungroup it: a drawing has one <svg>',
};

/** What to do about an element that is not drawn. */
export const adviceFor = (name: string): string =>
  (Object.hasOwn(ADVICE, name) ? ADVICE[name] : undefined) ??
  'delete it, or draw what it shows with path, rect, circle, ellipse, line, polyline or polygon';
