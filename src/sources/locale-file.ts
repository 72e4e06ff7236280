import { z } from 'zod';
import { text } from './text-field.js';

const between = (least: number, most: number, say: string) =>
  z.number(say).min(least, say).max(most, say);

const WEIGHT = 'write the weight as "100" to "900", in quotes';

/** `locales/<tag>/locale.yaml`: how a language is written. */
export const LocaleFile = z.strictObject({
  name: text('write the language in its own words, such as "Cymraeg"'),
  englishName: text('write the language in English, such as "Welsh"'),
  direction: z.enum(['ltr', 'rtl'], 'write ltr (left to right) or rtl (right to left)'),
  script: z
    .string('write the script in four letters, such as Latn or Arab')
    .regex(/^[A-Z][a-z]{3}$/, 'write the script in four letters, such as Latn or Arab'),
  fonts: z
    .record(
      z.string(WEIGHT).regex(/^[1-9]00$/, WEIGHT),
      text(
        'name a font file, such as "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"',
      ),
      'list font files by weight, or write {} for the brand’s own',
    )
    .default({}),
  spoken: z
    .strictObject({ qrCode: text('write what this language calls a QR code, such as "QR code"') })
    .optional(),
  sizeFactor: between(0.5, 2, 'write what type sizes are multiplied by, such as 1 or 1.1'),
  lineHeight: between(
    1,
    4,
    'write the least line height as a multiple of the type size, such as 1.3',
  ),
});
