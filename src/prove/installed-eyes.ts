import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Eyes, openEyes } from './eyes.js';

let opened: Eyes | undefined;

/** The programs that look at pages, from the packages installed beside safeleaf; opened once a process. */
export function installedEyes(): Eyes {
  const require = createRequire(import.meta.url);
  opened ??= openEyes({
    wasm: {
      pdfium: readFileSync(require.resolve('@hyzyla/pdfium/pdfium.wasm')),
      zxing: readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')),
    },
  });
  return opened;
}
