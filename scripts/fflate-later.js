// Stands in the bundle for fflate where pdf-lib asks for it (scripts/bundle.js): loaded when it is first called.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const later =
  (name) =>
  (...given) =>
    require('fflate')[name](...given);

export const inflateSync = later('inflateSync');
export const unzlibSync = later('unzlibSync');
export const zlibSync = later('zlibSync');
