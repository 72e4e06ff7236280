import { runProgram } from './outside-program.js';

/** Something that a page paints, as MuPDF meets it. */
export interface TracedPaint {
  /** `fill_text`, `stroke_path`, `fill_image` … */
  readonly kind: string;
  /** `DeviceCMYK`, `Separation(DeviceCMYK,All)`; absent where the device names none. */
  readonly space: string | undefined;
  readonly color: readonly number[];
  readonly overprints: boolean;
  /** The overprint mode: 1 leaves plates of ink 0 alone. */
  readonly mode: number;
  /** Of text: each face and its size on paper, pt. */
  readonly faces: readonly { readonly font: string; readonly size: number }[];
}

const PAINTS = /^(?:fill|stroke|clip|clip_stroke)_(?:path|text|shade|image|image_mask)$/;

/** What `mutool trace` says of a file: everything painted, in order. Letters of glyphs, which it does not escape, are passed over. */
export function mutoolTrace(file: string): readonly TracedPaint[] {
  const { status, out, err } = runProgram('mutool', ['trace', file]);
  if (status !== 0) throw new Error(`mutool trace: ${err}`);
  const paints: (TracedPaint & { readonly scale: number })[] = [];
  for (const line of out.split('\n')) {
    const [, kind = '', rest = ''] =
      /^\s*<([a-z_]+)((?: [a-z_]+="[^"]*")*)\s*\/?>\s*$/.exec(line) ?? [];
    const said = new Map(
      [...rest.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, key, it]) => [key, it]),
    );
    if (PAINTS.test(kind))
      paints.push({ ...paintOf(kind, said), scale: scaleOf(said.get('transform')) });
    const last = paints.at(-1);
    if (kind === 'span' && last !== undefined) {
      const size = scaleOf(said.get('trm')) * last.scale;
      (last.faces as { font: string; size: number }[]).push({ font: said.get('font') ?? '', size });
    }
  }
  return paints;
}

type Said = ReadonlyMap<string | undefined, string | undefined>;

const paintOf = (kind: string, said: Said): TracedPaint => ({
  kind,
  space: said.get('colorspace'),
  color: numbers(said.get('color')),
  overprints: said.get('op') === '1',
  mode: Number(said.get('opm') ?? 0),
  faces: [],
});

const numbers = (text = ''): readonly number[] =>
  text
    .split(' ')
    .filter((it) => it !== '')
    .map(Number);

/** How much a matrix enlarges. */
function scaleOf(matrix: string | undefined): number {
  const [a = 1, b = 0, c = 0, d = 1] = numbers(matrix);
  return Math.sqrt(Math.abs(a * d - b * c));
}
