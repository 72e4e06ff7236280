import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The bytes of a font of the installed packages, to damage. */
export const packageFont = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(resolve(`@expo-google-fonts/${file}`)));

export const nunito = (): Uint8Array => packageFont('nunito/400Regular/Nunito_400Regular.ttf');
