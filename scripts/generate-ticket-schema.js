// Writes schemas/ticket.schema.json from the zod schema of src/pack (built into dist).
import { writeFileSync } from 'node:fs';
import { ticketSchema } from '../dist/pack/ticket.js';

writeFileSync(new URL('../schemas/ticket.schema.json', import.meta.url), ticketSchema());
