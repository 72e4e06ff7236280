import type { Metadata, Sharp } from 'sharp';
import { type Checked, type Finding, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { World } from '../world.js';
import type { Picture } from './picture.js';
import { readFileBytes } from './read-text-file.js';

const CODES = {
  missing: 'picture/missing',
  unreadable: 'picture/unreadable',
  kind: 'picture',
} as const;

/** Most bytes of a picture's file: a page of A4 at 300 ppi as TIFF has 26 MB. Our choice. */
const FILE_LIMIT = 40 * 1024 * 1024;

/** Most pixels: A3 at 400 ppi. Our choice; a small file can swell to far more. */
const PIXEL_LIMIT = 32_000_000;

/** How the files begin that are taken. An SVG is a drawing, and could ask for other files. */
const BEGINNINGS: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff], // JPEG
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x49, 0x49, 0x2a, 0x00], // TIFF, little end first
  [0x4d, 0x4d, 0x00, 0x2a], // TIFF, big end first
];

/** The colour space that a profile is for, as its header has it (ICC.1:2010, 7.2.6). */
const PROFILE_SPACE = { 1: 'GRAY', 3: 'RGB ', 4: 'CMYK' } as const;

const TAKE =
  'save it as JPEG, PNG or TIFF in RGB, or in CMYK with its profile, without transparency';

/** Only campaigns with pictures load the program that opens them. */
const loadSharp = async () => (await import('sharp')).default;

/** Reads a picture: its pixels as they are, with the profile that they came with. */
export async function readPicture(
  world: World,
  name: string,
  file: string,
  place: Place,
): Promise<Checked<Picture>> {
  const { value, findings } = readFileBytes(world, file, CODES, FILE_LIMIT);
  if (value === undefined)
    return { value: undefined, findings: findings.map((it) => namedIn(it, file, place)) };
  const none = (code: Finding['code'], problem: string, fix = TAKE) => ({
    value: undefined,
    findings: [finding(code, { file }, problem, fix)],
  });
  if (!BEGINNINGS.some((start) => start.every((byte, at) => value.bytes[at] === byte)))
    return none('picture/unreadable', 'the file is no JPEG, PNG or TIFF');
  const sharp = await loadSharp();
  // `ignoreIcc`: pixels as they are; the profile is used once, on the way to the press.
  const open = (limitInputPixels: number | false) =>
    sharp(value.bytes, { failOn: 'error', limitInputPixels, ignoreIcc: true });
  try {
    const meta = await open(false).metadata();
    const fault = faultOf(meta);
    if (fault) return none(fault.code, fault.problem, fault.fix);
    const raw = await pixelsOf(open(PIXEL_LIMIT), meta);
    if (raw === undefined)
      return none('picture/see-through', 'the picture has pixels that can be seen through');
    const icc = meta.icc && new Uint8Array(meta.icc);
    const picture = { name, file, sha256: value.sha256, place, ...raw };
    const isBitmap = meta.bitsPerSample === 1 && meta.space === 'b-w';
    return { value: { ...picture, isBitmap, ...profiled(raw, icc) }, findings: [] };
  } catch {
    return none('picture/unreadable', 'the picture is damaged: it cannot be opened to its end');
  }
}

/** A file that is not there, or may not be read, is mended where it is named. */
function namedIn(it: Finding, file: string, at: Place): Finding {
  if (it.code === 'picture/missing')
    return finding(
      it.code,
      at,
      `there is no file ${quoted(file)}`,
      'put the picture there, or correct the name',
    );
  if (it.code === 'file/outside')
    return finding(it.code, at, `${quoted(file)} leads out of the workspace`, it.fix);
  return it;
}

interface Fault {
  readonly code: Finding['code'];
  readonly problem: string;
  readonly fix?: string;
}

function faultOf({
  width = 0,
  height = 0,
  space,
  channels,
  hasAlpha,
  icc,
}: Metadata): Fault | undefined {
  if (width * height > PIXEL_LIMIT)
    return {
      code: 'picture/too-large',
      problem: `the picture has ${Math.ceil((width * height) / 1_000_000)} million pixels; the limit is 32`,
      fix: 'save it in the size in which it is printed, at 300 pixels an inch',
    };
  const inks = channels - (hasAlpha ? 1 : 0);
  const known = { srgb: 3, rgb: 3, rgb16: 3, cmyk: 4, 'b-w': 1, grey16: 1 } as const;
  const wanted = Object.hasOwn(known, space ?? '') ? known[space as keyof typeof known] : undefined;
  if (wanted === undefined || wanted !== inks)
    return { code: 'picture/colour', problem: `the picture is in "${space ?? 'no'}" colour` };
  const given = icc && String.fromCharCode(...icc.subarray(16, 20));
  if (wanted === 4 && given === undefined)
    return {
      code: 'picture/colour',
      problem: 'the picture is in CMYK and does not say of which press',
      fix: 'save it with its profile in it, or in RGB',
    };
  if (given !== undefined && given !== PROFILE_SPACE[wanted])
    return {
      code: 'picture/colour',
      problem: `the picture’s profile is for "${given.trim()}", and its pixels are not`,
      fix: 'save it again with the profile of its own colours',
    };
  return undefined;
}

type Raw = Pick<Picture, 'width' | 'height' | 'channels' | 'pixels'>;

/** Upright pixels of eight bits; undefined where some can be seen through. */
async function pixelsOf(image: Sharp, { space, hasAlpha }: Metadata): Promise<Raw | undefined> {
  const target = space === 'cmyk' ? 'cmyk' : space === 'b-w' || space === 'grey16' ? 'b-w' : 'srgb';
  const whole = target === 'cmyk' ? image.pipelineColourspace('cmyk') : image;
  const { data, info } = await whole
    .autoOrient()
    .toColourspace(target)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const all = new Uint8Array(data);
  if (!hasAlpha) return { width, height, channels: info.channels as Raw['channels'], pixels: all };
  const channels = (info.channels - 1) as Raw['channels'];
  const pixels = new Uint8Array(width * height * channels);
  for (let from = 0, to = 0; from < all.length; from += channels + 1, to += channels) {
    if (all[from + channels] !== 255) return undefined;
    for (let at = 0; at < channels; at++) pixels[to + at] = all[from + at] ?? 0;
  }
  return { width, height, channels, pixels };
}

/** Grey without a profile is the grey of sRGB. */
function profiled({ channels, pixels }: Raw, icc: Uint8Array | undefined): Partial<Picture> {
  if (icc !== undefined) return { icc };
  if (channels !== 1) return {};
  const rgb = new Uint8Array(pixels.length * 3);
  for (const [at, grey] of pixels.entries()) rgb.fill(grey, at * 3, at * 3 + 3);
  return { channels: 3, pixels: rgb };
}
