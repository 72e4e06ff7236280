import { readFileSync } from 'node:fs';

/** A paragraph of each script that shops in the UK ask for, as a leaflet might say it, with a font that writes it. */
export interface ScriptParagraph {
  readonly name: string;
  readonly lang: string;
  /** ISO 15924. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
  readonly font: string;
  readonly text: string;
}

/** They stand in a file of their own, since the bench sets the same words. */
export const PARAGRAPHS: readonly ScriptParagraph[] = JSON.parse(
  readFileSync(new URL('paragraphs.json', import.meta.url), 'utf8'),
);
