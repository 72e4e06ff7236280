import { type Checked, type Finding, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { embeddingForbidden } from './embedding-rights.js';
import { readFaceMetrics } from './face-metrics.js';
import { readFaceNames } from './face-names.js';
import {
  blankFont,
  damagedFont,
  forbiddenFont,
  missingTable,
  unreadableFont,
} from './font-findings.js';
import { shaper } from './load-shaper.js';
import { type LoadedFace, loadedFace } from './loaded-face.js';
import type { PinWeight } from './pin-weight.js';
import { readSfntDirectory, type SfntTables } from './sfnt-directory.js';
import { weightAxis } from './weight-axis.js';

/** What is asked of a font file. */
export interface FaceRequest {
  readonly file: string;
  /** The weight that the brand kit or locale gives the file. */
  readonly weight: number;
  /** Where a variable font is pinned; its weight if this is missing. */
  readonly pin?: number | undefined;
  /** Where the file is named, for findings. */
  readonly at: Place;
}

/** Tables that a press font must have, whatever its outlines. */
const REQUIRED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'OS/2'];

const nothing = (...findings: Finding[]): Checked<LoadedFace> => ({ value: undefined, findings });

/** A face from a font file's bytes: TrueType or OpenType/CFF, a variable font pinned to its weight. */
export function readFace(
  bytes: Uint8Array,
  request: FaceRequest,
  pinner: () => PinWeight,
): Checked<LoadedFace> {
  const tables = readSfntDirectory(bytes);
  if (!('get' in tables)) return nothing(unreadableFont(tables, request, bytes.length));
  const missing = missingTables(tables);
  if (missing.length > 0) return nothing(missingTable(missing, request));
  const forbidden = embeddingForbidden(tables);
  if (forbidden !== undefined) return nothing(forbiddenFont(forbidden, request));
  try {
    return pinAndOpen(bytes, tables, request, pinner);
  } catch {
    // HarfBuzz checks what it reads; should a file still stop it, that file is at fault.
    return nothing(damagedFont(request));
  }
}

function missingTables(tables: SfntTables): string[] {
  const missing = REQUIRED.filter((tag) => !tables.has(tag));
  if (tables.has('CFF ') || (tables.has('glyf') && tables.has('loca'))) return missing;
  return [...missing, tables.has('CFF2') ? 'glyf or CFF (it has only CFF2)' : 'glyf or CFF'];
}

function pinAndOpen(
  bytes: Uint8Array,
  tables: SfntTables,
  request: FaceRequest,
  pinner: () => PinWeight,
): Checked<LoadedFace> {
  const axis = weightAxis(tables);
  const wanted = request.pin ?? request.weight;
  if (axis === 'fixed') {
    if (request.pin !== undefined) return nothing(weightOutside(request, 'has one weight only'));
    return openFace(bytes, tables, request, undefined);
  }
  if (axis !== 'none' && (wanted < axis.least || wanted > axis.most))
    return nothing(weightOutside(request, `goes from ${axis.least} to ${axis.most}`));
  const pinned = pinner()(bytes, wanted);
  const pinnedTables = pinned === undefined ? undefined : readSfntDirectory(pinned);
  if (pinned === undefined || pinnedTables === undefined || !('get' in pinnedTables))
    return nothing(damagedFont(request));
  return openFace(pinned, pinnedTables, request, wanted);
}

function weightOutside({ file, pin, weight, at }: FaceRequest, has: string): Finding {
  return finding(
    'font/weight-outside',
    at,
    `the weight ${pin ?? weight} is asked of ${quoted(file)}, which ${has}`,
    'name a file that has this weight, or ask for a weight that the file has',
  );
}

/** Letters whose outline and shaping are tried before a face is handed on. */
const TRIAL = 'Hamburgefonstiv 0123456789';

/** A glyph that is there and draws nothing: some programs write fonts whose letters are all so. */
function isBlank(face: LoadedFace, letter: string): boolean {
  const codePoint = letter.codePointAt(0) ?? 0;
  return letter !== ' ' && face.glyphFor(codePoint) !== 0 && !face.draws(codePoint);
}

function openFace(
  bytes: Uint8Array,
  tables: SfntTables,
  request: FaceRequest,
  pinned: number | undefined,
): Checked<LoadedFace> {
  const metrics = readFaceMetrics(tables);
  if (typeof metrics === 'string') return nothing(damagedFont(request));
  const hb = shaper();
  const hbFace = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(hbFace);
  const { unitsPerEm, glyphCount, capHeight, xHeight } = metrics;
  if (unitsPerEm < 16 || unitsPerEm > 16384 || hbFace.upem !== unitsPerEm || glyphCount < 2)
    return nothing(damagedFont(request));
  const names = readFaceNames(tables, request.file);
  const suffix = pinned === undefined ? '' : `-wght${pinned}`;
  const heightOf = (letter: string) =>
    font.glyphExtents(font.nominalGlyph(letter.codePointAt(0) ?? 0) ?? 0)?.yBearing ?? 0;
  const face = loadedFace(
    {
      ...metrics,
      ...names,
      postScriptName: names.postScriptName + suffix,
      id: pinned === undefined ? request.file : `${request.file}#wght=${pinned}`,
      weight: request.weight,
      bytes,
      outlines: tables.has('CFF ') ? 'cff' : 'truetype',
      capHeight: capHeight || heightOf('H'),
      xHeight: xHeight || heightOf('x'),
    },
    hbFace,
    font,
  );
  for (const letter of TRIAL) face.inkAreaOf(face.glyphFor(letter.codePointAt(0) ?? 0));
  const blank = [...TRIAL].filter((letter) => isBlank(face, letter));
  return blank.length > 0
    ? nothing(blankFont(blank.join(''), request))
    : { value: face, findings: [] };
}
