// Writes schemas/*.schema.json from the zod schemas of src/sources (built into dist).
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileSchemas } from '../dist/sources/file-schemas.js';

const folder = new URL('../schemas/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(fileSchemas()))
  writeFileSync(new URL(name, folder), text);
