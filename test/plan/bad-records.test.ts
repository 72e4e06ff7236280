import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepare } from '../../src/pipeline.js';
import { fakeWorld } from '../support/fake-world.js';
import { textOf } from '../support/fault-base.js';
import { faultFiles } from '../support/fault-workspace.js';

const RUN = { draft: false, toolVersion: 'test' };

/** One wording of a unit is for a maker that the first phone is not of; the second phone has its own. */
async function unworded() {
  const files = await faultFiles(join(import.meta.dirname, '../faults/copy-missing-for-phone'));
  const phones = 'campaigns/small/phones.csv';
  const rows = `${textOf(files, phones)}NS-2,Samsung,Galaxy A17,Android,EE,165 x 85 x 30,,50,York\n`;
  return fakeWorld({ ...files, [phones]: rows });
}

test('a phone for which a unit has no wording is named, and stops all', async () => {
  const { value, findings } = await prepare(await unworded(), 'small', RUN);
  expect(value).toBeUndefined();
  const named = findings.filter(({ code }) => code === 'catalogue/bad-records');
  expect(named.map(({ problem }) => problem)).toEqual([
    '1 phone has a leaflet that cannot be made: NS-1 (campaigns/small/phones.csv, row 2)',
  ]);
});

test('without it the other leaflets are made', async () => {
  const run = { ...RUN, onBadRecord: 'skip' } as const;
  const { value, findings } = await prepare(await unworded(), 'small', run);
  const parent = value?.plan.leaflets.filter(({ form }) => form.template.id === 'parent-trifold');
  expect(parent?.map(({ phone }) => phone.sku)).toEqual(['NS-2']);
  expect(value?.missing.map(({ sku, template, why }) => [sku, template, why])).toEqual([
    ['NS-1', 'parent-trifold', expect.stringContaining('is for some phones of the catalogue')],
  ]);
  expect(findings.map(({ code }) => code)).toContain('copy/missing-for-phone');
});
