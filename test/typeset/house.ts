import { readFileSync } from 'node:fs';
import type { InlineRun, Paragraph, TextStyle } from '../../src/compose/blocks.js';
import type { BrandKit } from '../../src/sources/brand-kit.js';
import type { Locale } from '../../src/sources/locale.js';
import { loadShaper } from '../../src/typeset/load-shaper.js';
import { type FaceLibrary, openFaceLibrary } from '../../src/typeset/open-face-library.js';
import { openTypesetter } from '../../src/typeset/open-typesetter.js';
import type { SetLine } from '../../src/typeset/set-paragraph.js';
import type { Typesetter } from '../../src/typeset/typesetter.js';
import { BLACK } from '../../src/units/ink.js';
import type { World } from '../../src/world.js';
import { fakeWorld } from '../support/fake-world.js';

const PACKAGES = new URL('../../node_modules/', import.meta.url);

/** A world with the installed packages and these files. */
export const worldOf = (files: Record<string, Uint8Array> = {}): World => fakeWorld(files);

export const NUNITO = '@expo-google-fonts/nunito/400Regular/Nunito_400Regular.ttf';
export const NUNITO_BOLD = '@expo-google-fonts/nunito/700Bold/Nunito_700Bold.ttf';
export const NASTALIQ =
  '@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf';
const NASTALIQ_BOLD = '@expo-google-fonts/noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf';

export const fontBytes = (specifier: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(specifier, PACKAGES)));

const fromFile = (file: string) => ({
  file,
  sha256: '',
  locate: (path: readonly (string | number)[]) => ({ file, line: path.length }),
});

const family = { name: 'Nunito', faces: { '400': { file: NUNITO }, '700': { file: NUNITO_BOLD } } };

export const brand = (body: BrandKit['fonts']['body'] = family): BrandKit => ({
  ...fromFile('brand-kits/test/brand.json'),
  id: 'test',
  name: 'Test',
  inks: {},
  fonts: { body, heading: family },
  logos: {},
  imprint: '',
  safeguardingLead: '',
});

export const english: Locale = {
  ...fromFile('locales/en-GB/locale.yaml'),
  tag: 'en-GB',
  name: 'English',
  englishName: 'English',
  direction: 'ltr',
  script: 'Latn',
  fonts: {},
  sizeFactor: 1,
  lineHeight: 1.3,
};

export const urdu: Locale = {
  ...fromFile('locales/ur/locale.yaml'),
  tag: 'ur',
  name: 'اردو',
  englishName: 'Urdu',
  direction: 'rtl',
  script: 'Arab',
  fonts: { '400': NASTALIQ, '700': NASTALIQ_BOLD },
  sizeFactor: 1.2,
  lineHeight: 2.2,
};

let library: FaceLibrary | undefined;

/** The typesetter of a locale; faces are opened once for all tests of a file. */
export async function typesetter(locale: Locale, kit: BrandKit = brand()): Promise<Typesetter> {
  await loadShaper();
  library ??= openFaceLibrary(worldOf());
  const { value, findings } = openTypesetter(library, kit, locale);
  if (value === undefined) throw new Error(JSON.stringify(findings));
  return value;
}

export const style = (more: Partial<TextStyle> = {}): TextStyle => ({
  family: 'body',
  weight: 400,
  size: 4,
  ink: BLACK,
  ...more,
});

export const run = (text: string, more: Partial<InlineRun> = {}): InlineRun => ({
  text,
  style: style(),
  origin: { kind: 'unit', key: 'test' },
  isolate: false,
  place: { file: 'locales/en-GB/test.yaml', line: 7 },
  ...more,
});

/** A text to be set as one piece: a number, an address, a name. */
export const isolate = (text: string): InlineRun => run(text, { isolate: true });

export const paragraph = (
  runs: readonly (InlineRun | string)[],
  more: Partial<Paragraph> = {},
): Paragraph => ({
  kind: 'paragraph',
  role: 'p',
  runs: runs.map((it) => (typeof it === 'string' ? run(it) : it)),
  align: 'start',
  lineHeight: 5.6,
  direction: 'ltr',
  lang: 'en-GB',
  place: { file: 'templates/test/leaflet.hbs', line: 3 },
  ...more,
});

/** A paragraph as it stands in an Urdu leaflet. */
export const urduParagraph = (
  runs: readonly (InlineRun | string)[],
  more: Partial<Paragraph> = {},
): Paragraph => paragraph(runs, { direction: 'rtl', lang: 'ur', lineHeight: 10, ...more });

/** The text of a line as the eye meets it, from left to right, cluster by cluster. */
export const seen = (line: SetLine | undefined): string =>
  (line?.runs ?? []).flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('');
