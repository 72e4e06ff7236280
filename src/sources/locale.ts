import type { FromFile } from './source-file.js';

/** `locales/<tag>/locale.yaml`: how a language is written. */
export interface Locale extends FromFile {
  /** BCP 47, such as `en-GB`, `ur`. */
  readonly tag: string;
  /** In its own language. */
  readonly name: string;
  /** In English. */
  readonly englishName: string;
  readonly direction: 'ltr' | 'rtl';
  /** ISO 15924 in OpenType's form: `Latn`, `Arab`. */
  readonly script: string;
  /**
   * Faces for this script, in front of the brand's own when `script` is not one the brand's fonts write.
   * Weight -> file of an installed package (`@expo-google-fonts/…`) or of the workspace.
   */
  readonly fonts: Readonly<Record<string, string>>;
  /** What the reader edition says where print shows a picture. */
  readonly spoken?: { readonly qrCode: string } | undefined;
  /** What a template's type size is multiplied by, so that the script reads as large as Latin does. */
  readonly sizeFactor: number;
  /** The least line height, as a multiple of the type size: 2.0 and above for Nastaliq. */
  readonly lineHeight: number;
}
