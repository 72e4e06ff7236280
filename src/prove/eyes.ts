import type { World } from '../world.js';
import { type CodeReader, openCodeReader } from './code-reader.js';
import { openRenderer, type RenderPages } from './render-pages.js';

/** Where the two programs that look at a page come from: bytes at hand, or the installed packages. */
export type EyesOptions =
  | { readonly world: Pick<World, 'readPackage'> }
  | { readonly wasm: { readonly pdfium: Uint8Array; readonly zxing: Uint8Array } };

/** The programs' own files. Both would be fetched from a network if their bytes were not handed over. */
export const PDFIUM = '@hyzyla/pdfium/dist/pdfium.wasm';
const ZXING = 'zxing-wasm/dist/reader/zxing_reader.wasm';

/** What looks at finished pages: draws them and reads their codes. */
export interface Eyes {
  readonly render: RenderPages;
  readonly read: CodeReader;
}

/** Opens the two programs that look at pages. Nothing is fetched. */
export function openEyes(options: EyesOptions): Eyes {
  const { pdfium, zxing } = 'wasm' in options ? options.wasm : installed(options.world);
  return { render: openRenderer(pdfium), read: openCodeReader(zxing) };
}

function installed(world: Pick<World, 'readPackage'>) {
  return { pdfium: programOf(world, PDFIUM), zxing: programOf(world, ZXING) };
}

/** A program that an installed package holds. */
export function programOf(world: Pick<World, 'readPackage'>, specifier: string): Uint8Array {
  const read = world.readPackage(specifier);
  if (read.kind !== 'bytes') throw new Error(`the installed package lacks ${specifier}`);
  return read.bytes;
}
