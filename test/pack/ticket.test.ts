import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ticketSchema } from '../../src/pack/ticket.js';

test('schemas/ticket.schema.json is what the code says: run "npm run generate"', () => {
  expect(readFileSync('schemas/ticket.schema.json', 'utf8')).toBe(ticketSchema());
});
