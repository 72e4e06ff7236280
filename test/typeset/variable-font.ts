/** A font file's tables, and a file made of tables: enough of OpenType to craft a test font. */
type Tables = Map<string, Uint8Array>;

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function tablesOf(font: Uint8Array): Tables {
  const view = viewOf(font);
  const tables: Tables = new Map();
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const start = view.getUint32(at + 8);
    tables.set(tag, font.slice(start, start + view.getUint32(at + 12)));
  }
  return tables;
}

export function fontOf(tables: Tables, signature = '\0\u0001\0\0'): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const padded = (length: number) => (length + 3) & ~3;
  let offset = 12 + sorted.length * 16;
  const size = offset + sorted.reduce((sum, [, bytes]) => sum + padded(bytes.length), 0);
  const font = new Uint8Array(size);
  const view = viewOf(font);
  font.set(Uint8Array.from(signature, (it) => it.charCodeAt(0)));
  view.setUint16(4, sorted.length);
  sorted.forEach(([tag, bytes], index) => {
    const at = 12 + index * 16;
    font.set(
      Uint8Array.from(tag, (it) => it.charCodeAt(0)),
      at,
    );
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, bytes.length);
    font.set(bytes, offset);
    offset += padded(bytes.length);
  });
  return font;
}

/** Where a glyph's outline lies in `glyf`, from a `loca` of long or short offsets. */
function glyphBytes(tables: Tables, glyph: number): Uint8Array {
  const loca = viewOf(tables.get('loca') ?? new Uint8Array());
  const long = viewOf(tables.get('head') ?? new Uint8Array()).getInt16(50) === 1;
  const at = (index: number) => (long ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2);
  return (tables.get('glyf') ?? new Uint8Array()).subarray(at(glyph), at(glyph + 1));
}

/** Points of a simple glyph. */
function pointCount(glyph: Uint8Array): number {
  const view = viewOf(glyph);
  return view.getUint16(10 + (view.getInt16(0) - 1) * 2) + 1;
}

const int16 = (value: number) => [(value >> 8) & 255, value & 255];
const int32 = (value: number) => [...int16(value >> 16), ...int16(value & 0xffff)];
const fixed = (value: number) => int32(value * 0x10000);
const tag = (name: string) => Array.from(name, (it) => it.charCodeAt(0));

/** One axis, `wght`, 400 to 700. */
const fvar = () =>
  Uint8Array.from([
    ...[...int16(1), ...int16(0), ...int16(16), ...int16(2), ...int16(1), ...int16(20)],
    ...[...int16(0), ...int16(8), ...tag('wght'), ...fixed(400), ...fixed(400), ...fixed(700)],
    ...[...int16(0), ...int16(256)],
  ]);

/** At 700 the glyph is as much wider as `wider`: every second point, and its advance, move right. */
function gvar(tables: Tables, glyph: number, wider: number): Uint8Array {
  const points = pointCount(glyphBytes(tables, glyph));
  // The outline's points, then the four phantom points, of which the second is the advance.
  const dx = Array.from({ length: points + 4 }, (_, at) =>
    at < points ? (at % 2) * wider : at === points + 1 ? wider : 0,
  );
  const packed = dx.flatMap((delta) => [0x40, ...int16(delta)]);
  const still = dx.map(() => 0x80);
  const serialized = [0, ...packed, ...still];
  const header = [
    ...int16(1),
    ...int16(10),
    ...int16(serialized.length),
    ...int16(0xa000),
    0x40,
    0,
  ];
  const data = [...header, ...serialized];
  const glyphs = viewOf(tables.get('maxp') ?? new Uint8Array()).getUint16(4);
  const offsets = Array.from({ length: glyphs + 1 }, (_, at) =>
    int32(at <= glyph ? 0 : data.length),
  ).flat();
  const start = 20 + offsets.length;
  return Uint8Array.from([
    ...[...int16(1), ...int16(0), ...int16(1), ...int16(0), ...int32(start)],
    ...[...int16(glyphs), ...int16(1), ...int32(start), ...offsets, ...data],
  ]);
}

/** A static TrueType font made variable: at weight 700 one glyph is `wider` font units wider than at 400. */
export function variableFont(font: Uint8Array, glyph: number, wider: number): Uint8Array {
  const tables = tablesOf(font);
  tables.set('fvar', fvar());
  tables.set('gvar', gvar(tables, glyph, wider));
  return fontOf(tables);
}
