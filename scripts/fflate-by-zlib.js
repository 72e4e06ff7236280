// Stands in the bundle for fflate where pdf-lib asks for it (scripts/bundle.js): the same by what Node has.
import { deflateSync, inflateRawSync, inflateSync as unzlib } from 'node:zlib';

const plain = (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);

export const inflateSync = (bytes) => plain(inflateRawSync(bytes));
export const unzlibSync = (bytes) => plain(unzlib(bytes));
export const zlibSync = (bytes, options) => plain(deflateSync(bytes, options));
