// Writes templates/README.md from the tables of dist/compose: run `npm run build` first.
import { writeFileSync } from 'node:fs';
import { templateTable } from '../dist/compose/template-table.js';

writeFileSync(new URL('../templates/README.md', import.meta.url), templateTable());
