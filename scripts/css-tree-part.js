// Stands in the bundle for css-tree: what of it is used (scripts/bundle.js).
export { default as generate } from 'css-tree/generator';
export { default as parse } from 'css-tree/parser';
