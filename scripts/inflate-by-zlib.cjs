// Stands in the bundle for tiny-inflate (scripts/bundle.js): the same by what Node has.
const { inflateRawSync } = require('node:zlib');

module.exports = function inflate(source, destination) {
  destination.set(inflateRawSync(source).subarray(0, destination.length));
  return destination;
};
