import type { BrandKit } from '../sources/brand-kit.js';
import type { Locale } from '../sources/locale.js';
import { loadShaper } from '../typeset/load-shaper.js';
import { openFaceLibrary } from '../typeset/open-face-library.js';
import { openTypesetter } from '../typeset/open-typesetter.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { World } from '../world.js';

const FROM = { file: 'sheet.pdf', sha256: '', locate: () => ({ file: 'sheet.pdf' }) };

const FACES = {
  400: { file: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf' },
  700: { file: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf' },
};

/** The trade's own look: no brand, Noto Sans, which safeleaf ships. */
const NO_BRAND: BrandKit = {
  ...FROM,
  id: 'sheet',
  name: 'safeleaf',
  inks: {},
  fonts: {
    body: { name: 'Noto Sans', faces: FACES },
    heading: { name: 'Noto Sans', faces: FACES },
  },
  logos: {},
  imprint: '',
  safeguardingLead: '',
};

const ENGLISH: Locale = {
  ...FROM,
  tag: 'en',
  name: 'English',
  englishName: 'English',
  direction: 'ltr',
  script: 'Latn',
  fonts: {},
  sizeFactor: 1,
  lineHeight: 1.2,
};

/** Sets the sheet for the printer. */
export async function openSheetType(world: World): Promise<Typesetter> {
  await loadShaper();
  const { value, findings } = openTypesetter(openFaceLibrary(world), NO_BRAND, ENGLISH);
  if (!value) throw new Error(`the shipped fonts cannot be read: ${findings[0]?.problem}`);
  return value;
}
