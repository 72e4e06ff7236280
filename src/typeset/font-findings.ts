import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { FaceRequest } from './read-face.js';
import type { SfntFault } from './sfnt-directory.js';

type Named = Pick<FaceRequest, 'file' | 'at'>;

const FETCH_AGAIN = 'fetch the file again from its maker, and compare its size';
const PRESS_FONT = 'name a TrueType or OpenType file, ending in .ttf or .otf';

/** The finding for a file whose table of contents cannot be trusted. */
export function unreadableFont(fault: SfntFault, { file, at }: Named, size: number): Finding {
  const name = quoted(file);
  switch (fault.kind) {
    case 'not-a-font':
      return finding('font/not-a-font', at, `${name} is not a font`, PRESS_FONT);
    case 'web-font':
      return finding(
        'font/web-font',
        at,
        `${name} is a web font (${fault.name})`,
        fault.name === 'WOFF2'
          ? 'ask its maker for the .ttf or .otf; or, where the licence lets you, run: fonttools ttLib.woff2 decompress font.woff2'
          : 'ask its maker for the .ttf or .otf; or, where the licence lets you, open it in FontForge and generate a .ttf',
      );
    case 'collection':
      return finding(
        'font/collection',
        at,
        `${name} is a collection of several fonts`,
        'name a file with one font; ask its maker for the single .ttf or .otf',
      );
    case 'truncated':
      return finding(
        'font/truncated',
        at,
        `${name} has ${size} bytes, and its part ${quoted(fault.table)} goes on to byte ${fault.needs}`,
        FETCH_AGAIN,
      );
    case 'too-many-tables':
      return finding(
        'font/damaged',
        at,
        `${name} says that it has ${fault.count} parts, more than any font`,
        FETCH_AGAIN,
      );
  }
}

/** The finding for a font that lacks parts that a press needs. */
export const missingTable = (tags: readonly string[], { file, at }: Named): Finding =>
  finding(
    'font/table-missing',
    at,
    `${quoted(file)} lacks the font table ${quoted(tags.join(', '))}`,
    'name a complete font with outlines; bitmap and web fonts often lack these tables',
  );

/** The finding for a font whose licence bits forbid what a PDF must do. */
export const forbiddenFont = (what: string, { file, at }: Named): Finding =>
  finding(
    'font/embedding-forbidden',
    at,
    `${quoted(file)} forbids ${what}`,
    'get a licence and a file for embedding in print from the maker, or name another font',
  );

/** The finding for a font with glyphs that draw nothing. */
export const blankFont = (letters: string, { file, at }: Named): Finding =>
  finding(
    'font/damaged',
    at,
    `${quoted(file)} draws nothing for ${quoted(letters)}`,
    'ask its maker for a whole font: this one holds empty shapes for these letters',
  );

/** The finding for a font that has all its parts and cannot be drawn from. */
export const damagedFont = ({ file, at }: Named): Finding =>
  finding('font/damaged', at, `${quoted(file)} is damaged inside`, FETCH_AGAIN);
