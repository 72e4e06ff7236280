import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileSchemas } from '../../src/sources/file-schemas.js';

const FOLDER = new URL('../../schemas/', import.meta.url);

test('schemas/ holds a schema for every file that a person writes, and no other', () => {
  // What --json and pack write has a schema too; no person writes it.
  const ours = ['events.schema.json', 'ticket.schema.json'];
  const written = readdirSync(FOLDER).filter((name) => !ours.includes(name));
  expect(written.sort()).toEqual(Object.keys(fileSchemas()).sort());
});

test.each(Object.entries(fileSchemas()))(
  '%s is what the code accepts today (npm run generate)',
  (name, text) => {
    expect(readFileSync(new URL(name, FOLDER), 'utf8')).toBe(text);
  },
);

test('an editor that knows the campaign’s schema offers its fields and refuses others', () => {
  const schema = JSON.parse(fileSchemas()['campaign.schema.json'] ?? '');
  expect(schema.required).toContain('leaflets');
  expect(schema.required).not.toContain('type');
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.type.enum).toEqual(['clear-print', 'compact']);
});
