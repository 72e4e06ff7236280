import { expect, test } from 'vitest';
import { breakOpportunities } from '../../src/typeset/break-opportunities.js';
import { EXCEPTIONS } from './line-break-exceptions.js';
import { linesOf, textOf } from './unicode/read-cases.js';

test('Unicode’s own cases for where a line may end (UAX 14)', () => {
  const failed: string[] = [];
  let passed = 0;
  for (const line of linesOf('LineBreakTest')) {
    const parts = line.split(/\s+/);
    let text = '';
    const wanted: number[] = [];
    for (const part of parts)
      if (part === '÷') wanted.push(text.length);
      else if (part !== '×') text += textOf(part);
    const { usual } = breakOpportunities(text, 'en', []);
    if (usual.join() === wanted.join()) passed += 1;
    else failed.push(line);
  }
  console.log(`LineBreakTest: ${passed} passed, ${failed.length} failed`);
  for (const { why, cases } of EXCEPTIONS) console.log(`  ${cases.length} on purpose: ${why}`);
  expect(failed.sort()).toEqual(EXCEPTIONS.flatMap(({ cases }) => cases).sort());
  expect(passed + failed.length).toBe(7654);
});
