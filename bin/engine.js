// Sets Node's engine up for what safeleaf does. It must run before any of that code.
import { setFlagsFromString } from 'node:v8';

/**
 * Node's major number -> flags that its V8 knows: of any other it would complain on the terminal. A run of one leaflet spent half
 * of its processor time in V8's compilers, on code that had run for milliseconds: parts of PDFium that draw one page, loops over
 * one panel. They now wait until it pays. Measured: one leaflet 1.80 -> 1.16 s of processor time, twenty forms 4.2 -> 3.5 s, a
 * thousand leaflets 6.1 -> 5.2 s.
 */
const FLAGS = {
  20: ['--wasm-tiering-budget=200000000', '--interrupt-budget=528000'],
  22: ['--wasm-tiering-budget=200000000'],
  24: ['--wasm-tiering-budget=200000000'],
};

for (const flag of FLAGS[process.versions.node.split('.')[0]] ?? []) setFlagsFromString(flag);

// safeleaf speaks to no network. Yoga asks the web's `fetch` for its own bytes where there is one, and Node then loads a whole
// HTTP client: 20 ms, and a door that nobody needs.
delete globalThis.fetch;
