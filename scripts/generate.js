// Writes everything that is made from the code: each generate-*.js beside this file, in order of name.
import { readdirSync } from 'node:fs';

const scripts = readdirSync(new URL('.', import.meta.url)).filter((name) =>
  /^generate-.+\.js$/.test(name),
);
for (const name of scripts.sort()) await import(new URL(name, import.meta.url).href);
