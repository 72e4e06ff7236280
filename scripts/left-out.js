// Stands in the bundle for a package that another one loads, and that nothing here calls (scripts/bundle.js).
function leftOut() {
  throw new Error('safeleaf was built without this package: see scripts/bundle.js');
}

export {
  leftOut as cbc,
  leftOut as create,
  leftOut as default,
  leftOut as ecb,
  leftOut as SourceMapGenerator,
};
