import { utf16Hex } from './pdf-syntax.js';

/** Entries in one block of a CMap (Adobe Technical Note 5014, 1.4: at most 100). */
const BLOCK = 100;

/** What a glyph is read back as that never stands for a character of its own: nothing that one can see. */
const NOTHING = '\u200B';

/** The CMap from glyph ids to text, for every glyph that is printed. */
export function toUnicode(glyphs: ReadonlyMap<number, string>): string {
  const entries = [...glyphs]
    .sort(([a], [b]) => a - b)
    .map(([glyph, text]) => `<${hex(glyph)}> <${utf16Hex(text === '' ? NOTHING : text)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += BLOCK) {
    const block = entries.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `${HEAD}${blocks.join('\n')}\n${TAIL}`;
}

const hex = (glyph: number): string => glyph.toString(16).toUpperCase().padStart(4, '0');

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;

const TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
