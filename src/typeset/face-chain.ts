import type { TextStyle } from '../compose/blocks.js';
import type { Finding } from '../diagnostics/finding.js';
import type { BrandKit } from '../sources/brand-kit.js';
import { EXTENSION } from '../sources/brand-kit-file.js';
import type { Locale } from '../sources/locale.js';
import type { LoadedFace } from './loaded-face.js';
import type { FaceLibrary } from './open-face-library.js';

/** A face and what the style's size is multiplied by in it. */
export interface ScaledFace {
  readonly face: LoadedFace;
  readonly scale: number;
}

/** The faces that a style is set in, the first that can draw a letter wins. */
export interface FaceChains {
  /** For letters of the locale's own script, and all that is neither Latin nor a figure. */
  own(style: TextStyle): readonly ScaledFace[];
  /** For Latin letters and European figures. */
  latin(style: TextStyle): readonly ScaledFace[];
  /** All of the brand and the locale. */
  readonly faces: readonly LoadedFace[];
  /** What is wrong with the font files. */
  readonly findings: readonly Finding[];
}

type Weighted = readonly (readonly [weight: number, face: LoadedFace])[];

/** The nearest of some weights; the heavier of two that are equally near. */
function nearestWeight<T>(
  faces: readonly (readonly [weight: number, face: T])[],
  wanted: number,
): T | undefined {
  let best: readonly [number, T] | undefined;
  for (const it of faces)
    if (best === undefined || Math.abs(it[0] - wanted) <= Math.abs(best[0] - wanted)) best = it;
  return best?.[1];
}

/** Noto Sans: Latin, Greek, Cyrillic and Devanagari, for letters that no brand's own type has. */
const LAST_RESORT = [
  [400, '400Regular/NotoSans_400Regular.ttf'],
  [500, '500Medium/NotoSans_500Medium.ttf'],
  [600, '600SemiBold/NotoSans_600SemiBold.ttf'],
  [700, '700Bold/NotoSans_700Bold.ttf'],
  [800, '800ExtraBold/NotoSans_800ExtraBold.ttf'],
] as const;

/** Opens the faces of a brand and a locale, and says in which order they are tried. */
export function openFaceChains(library: FaceLibrary, brand: BrandKit, locale: Locale): FaceChains {
  const findings: Finding[] = [];
  const families = {
    body: brandFaces(library, brand, 'body', findings),
    heading: brandFaces(library, brand, 'heading', findings),
  };
  const localeFaces = facesOfLocale(library, locale, findings);
  const foreign = locale.script === 'Latn' ? 1 : 1 / locale.sizeFactor;
  const scaled = (face: LoadedFace | undefined, scale: number): ScaledFace[] =>
    face === undefined ? [] : [{ face, scale }];
  const make = (style: TextStyle, latin: boolean): ScaledFace[] => {
    const { family, weight } = style;
    const own = scaled(nearestWeight(localeFaces, weight), 1);
    const brands = scaled(nearestWeight(families[family], weight), foreign);
    const last = scaled(lastResort(library, weight, brand), foreign);
    if (locale.script === 'Latn') return [...brands, ...own, ...last];
    return latin ? [...brands, ...last, ...own] : [...own, ...brands, ...last];
  };
  const chains = new Map<string, readonly ScaledFace[]>();
  const chain = (style: TextStyle, latin: boolean): readonly ScaledFace[] => {
    const key = `${style.family} ${style.weight} ${latin}`;
    const known = chains.get(key) ?? make(style, latin);
    chains.set(key, known);
    return known;
  };
  const faces = [...families.body, ...families.heading, ...localeFaces].map(([, face]) => face);
  return {
    own: (style) => chain(style, false),
    latin: (style) => chain(style, true),
    faces,
    findings,
  };
}

const byWeight = (a: readonly [number, unknown], b: readonly [number, unknown]) => a[0] - b[0];

function brandFaces(
  library: FaceLibrary,
  brand: BrandKit,
  role: 'body' | 'heading',
  findings: Finding[],
): Weighted {
  const faces: (readonly [number, LoadedFace])[] = [];
  for (const [weight, { file, pin }] of Object.entries(brand.fonts[role].faces)) {
    const at = brand.locate(['font', role, '$extensions', EXTENSION, 'files', weight]);
    const opened = library.face({ file, pin, weight: Number(weight), at });
    findings.push(...opened.findings);
    if (opened.value !== undefined) faces.push([Number(weight), opened.value]);
  }
  return faces.sort(byWeight);
}

function facesOfLocale(library: FaceLibrary, locale: Locale, findings: Finding[]): Weighted {
  const faces: (readonly [number, LoadedFace])[] = [];
  for (const [weight, file] of Object.entries(locale.fonts)) {
    const at = locale.locate(['fonts', weight]);
    const opened = library.face({ file, weight: Number(weight), at });
    findings.push(...opened.findings);
    if (opened.value !== undefined) faces.push([Number(weight), opened.value]);
  }
  return faces.sort(byWeight);
}

function lastResort(library: FaceLibrary, weight: number, brand: BrandKit): LoadedFace | undefined {
  const path = nearestWeight(LAST_RESORT, weight);
  const file = `@expo-google-fonts/noto-sans/${path}`;
  return library.face({ file, weight, at: { file: brand.file } }).value;
}
