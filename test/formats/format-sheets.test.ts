import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatSheets } from '../../src/commands/format-sheets.js';
import { readFormat } from '../../src/sources/read-format.js';
import { fakeWorld } from '../support/fake-world.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';

const shipped = fakeWorld({}, { shipped: true });
const folder = mkdtempSync(join(tmpdir(), 'safeleaf-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ids = shipped
  .list('templates/formats/*.yaml')
  .flatMap((path) => /formats\/(.+)\.yaml$/.exec(path)?.[1] ?? []);
const { value: made, findings } = await formatSheets(shipped, ids, folder, '0.0.0');

test('every format has a sheet, the same bytes each time', async () => {
  expect(findings).toEqual([]);
  expect(made).toHaveLength(ids.length);
  const before = (made ?? []).map((file) => readFileSync(file));
  await formatSheets(shipped, ids, folder, '0.0.0');
  expect(
    (made ?? []).map((file) => readFileSync(file).equals(before.shift() ?? Buffer.of())),
  ).not.toContain(false);
});

describe.skipIf(!hasProgram('pdftotext'))(needing('pdftotext', 'a sheet'), () => {
  const textOf = (id: string, page: number): string =>
    runProgram('pdftotext', [
      '-f',
      String(page),
      '-l',
      String(page),
      '-layout',
      join(folder, `${id}.pdf`),
      '-',
    ]).out;

  test.each(ids)('of %s names each panel, its number and its size, on its own side', (id) => {
    const format = readFormat(shipped, id).value;
    for (const [side, { panels }] of (format?.sides ?? []).entries()) {
      const text = textOf(id, side + 1);
      for (const panel of panels.filter(({ turned }) => !turned)) {
        expect(text).toContain(panel.name);
        expect(text).toMatch(
          new RegExp(`\\b${(format?.readingOrder.indexOf(panel.name) ?? -2) + 1}\\b`),
        );
      }
      expect(text).toContain(`trim ${format?.trim.width} x ${format?.trim.height} mm`);
    }
  });

  test('says how the piece is folded, and what stays free', () => {
    expect(textOf('a4-roll-fold-dl', 2)).toContain('1. right over');
    expect(textOf('in-box-cross', 2)).toContain('1. top over');
    expect(textOf('dl-card', 1)).toContain('free of number, code');
    expect(textOf('screen-seal', 1)).toContain('glue (plate Glue)');
  });
});
