// Writes docs/rules.md from the rules of dist/prove: run `npm run build` first.
import { writeFileSync } from 'node:fs';
import { rulesTable } from '../dist/prove/rules/rules-table.js';

writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesTable());
