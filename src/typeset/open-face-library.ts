import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { keptReads } from '../sources/kept-reads.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import type { FileRead, World } from '../world.js';
import type { LoadedFace } from './loaded-face.js';
import { openPinner, type PinWeight } from './pin-weight.js';
import type { PlainShelf } from './plain-look.js';
import { type FaceRequest, readFace } from './read-face.js';
import type { ShapedText } from './shape-text.js';

/** The faces of a run: each file is read, checked and pinned once, however many brands and locales set in it. */
export interface FaceLibrary {
  /** Where typesetters stay for the next run. */
  readonly workshop: Workshop;
  face(request: FaceRequest): Checked<LoadedFace>;
  /** Texts already shaped, so that a sentence on a hundred leaflets is shaped once. */
  readonly shaped: Map<string, ShapedText>;
  /** The same for the records' own values. */
  readonly plain: PlainShelf;
}

/** Largest font file, bytes: the largest of Noto's Chinese faces is half of it. Our choice. */
const LARGEST_FONT = 32 * 1024 * 1024;

const MB = 1024 * 1024;

/** An npm package with a scope, at the start of a font's name; large ones are left out by `npm ci --omit=optional`. */
const FONT_PACKAGE = /^@[a-z0-9-]+\/[a-z0-9._-]+(?=\/)/;

/** Opens the library of a run's faces; files come through the World, faces whose files are as they were in an earlier run from `workshop`. */
export function openFaceLibrary(world: World, workshop: Workshop = NO_WORKSHOP): FaceLibrary {
  const faces = new Map<string, Checked<LoadedFace>>();
  const reads = keptReads(world, workshop);
  let pin: PinWeight | undefined;
  const pinner = () => {
    pin ??= openPinner(packageBytes(world, 'harfbuzzjs/dist/harfbuzz-subset.wasm'));
    return pin;
  };
  return {
    workshop,
    shaped: new Map(),
    plain: new Map(),
    face(request) {
      const key = JSON.stringify([request.file, request.weight, request.pin ?? null]);
      let checked = faces.get(key);
      if (checked === undefined) {
        checked = reads.once('face', [key], (from) => openFile(from, request, pinner));
        faces.set(key, checked);
      }
      // Two kits may name one file: each hears of its fault where it names it.
      return { ...checked, findings: checked.findings.map((it) => ({ ...it, at: request.at })) };
    },
  };
}

function packageBytes(world: World, specifier: string): Uint8Array {
  const read = world.readPackage(specifier);
  if (read.kind !== 'bytes') throw new Error(`the package file ${specifier} is ${read.kind}`);
  return read.bytes;
}

/** A font of an installed package starts with `@`, or is no file of the workspace. */
function readFont(world: World, file: string): FileRead {
  if (file.startsWith('@')) return world.readPackage(file);
  const read = world.read(file, LARGEST_FONT);
  return read.kind === 'missing' ? world.readPackage(file) : read;
}

function openFile(
  world: World,
  request: FaceRequest,
  pinner: () => PinWeight,
): Checked<LoadedFace> {
  const read = readFont(world, request.file);
  if (read.kind === 'bytes' && read.bytes.length <= LARGEST_FONT)
    return readFace(read.bytes, request, pinner);
  const size = read.kind === 'bytes' ? read.bytes.length : undefined;
  return { value: undefined, findings: [notRead(read, size, request)] };
}

function notRead(read: FileRead, length: number | undefined, { file, at }: FaceRequest): Finding {
  const size = read.kind === 'too-large' ? read.size : length;
  if (size !== undefined)
    return finding(
      'font/too-large',
      at,
      `${quoted(file)} has ${(size / MB).toFixed(1)} MB, and at most ${LARGEST_FONT / MB} MB are read`,
      'name a font file of the usual size, below 32 MB',
    );
  const why =
    read.kind === 'missing'
      ? 'is not there'
      : read.kind === 'outside'
        ? 'lies outside the workspace'
        : 'cannot be read';
  const fontPackage = FONT_PACKAGE.exec(file)?.[0];
  if (read.kind === 'missing' && fontPackage !== undefined)
    return finding(
      'font/missing',
      at,
      `the font file ${quoted(file)} is not there: the package "${fontPackage}" is not installed, or has no such file`,
      `run: npm install ${fontPackage}`,
    );
  return finding(
    'font/missing',
    at,
    `the font file ${quoted(file)} ${why}`,
    'put the file where the name points, inside the workspace, or correct the name',
  );
}
