// Writes schemas/events.schema.json from the zod schema of src/commands (built into dist).
import { writeFileSync } from 'node:fs';
import { eventSchema } from '../dist/commands/events.js';

writeFileSync(new URL('../schemas/events.schema.json', import.meta.url), eventSchema());
