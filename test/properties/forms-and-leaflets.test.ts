import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { isError } from '../../src/diagnostics/finding.js';
import { makePlan } from '../../src/plan/make-plan.js';
import { loadSources } from '../../src/sources/load-sources.js';
import type { Phone } from '../../src/sources/phone.js';
import type { Sources } from '../../src/sources/sources.js';
import { faultWorld } from '../support/fault-workspace.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

let sources: Sources;
beforeAll(async () => {
  const { value } = await loadSources(await faultWorld(), 'small');
  if (value === undefined) throw new Error('the base has sources');
  sources = value;
});

const PHONE: fc.Arbitrary<Phone> = fc
  .record({
    sku: fc.constantFrom('NS-1', 'ns-1', 'NS-2', 'NS-1_leeds', 'A.1', 'A-1'),
    maker: fc.constantFrom('Apple', 'Samsung', 'apple'),
    model: fc.constantFrom('iPhone 17', 'Galaxy S26'),
    os: fc.constantFrom('ios' as const, 'android' as const),
    network: fc.constantFrom('ee', 'o2', 'vodafone'),
    quantity: fc.integer({ min: 1, max: 900 }),
    shop: fc.constantFrom(undefined, 'Leeds', 'leeds', 'York', 'St. Ives', 'St Ives', '—'),
  })
  .map((it) => ({ ...it, place: { file: 'phones.csv', part: `row ${it.sku}` } }));

const CATALOGUE = fc.array(PHONE, { minLength: 1, maxLength: 25 });

test('every leaflet has one form of its plan, every form has leaflets, and no phone is left out', () => {
  fc.assert(
    fc.property(CATALOGUE, (phones) => {
      const plan = makePlan({ ...sources, phones }).value;
      const forms = new Set(plan?.forms);
      expect(forms.size).toBe(plan?.forms.length);
      expect(new Set(plan?.forms.map(({ id }) => id)).size).toBe(forms.size);
      const used = new Set(plan?.leaflets.map(({ form }) => form));
      expect(used).toEqual(forms);
      for (const { template } of sources.campaign.leaflets) {
        const made = plan?.leaflets.filter(({ form }) => form.template.id === template) ?? [];
        expect(made.map(({ phone }) => phone)).toEqual(phones);
      }
    }),
    { numRuns: fuzzRuns(300) },
  );
});

test('leaflets of one form have the same wordings, and phones of other wordings another form', () => {
  fc.assert(
    fc.property(CATALOGUE, (phones) => {
      const { leaflets = [] } = makePlan({ ...sources, phones }).value ?? {};
      for (const { form, phone } of leaflets) {
        const steps = form.units['steps.controls'];
        if (steps !== undefined) expect(steps.when.os).toBe(phone.os);
        if (form.chosenFor.network !== undefined)
          expect(form.chosenFor.network).toBe(phone.network);
      }
    }),
    { numRuns: fuzzRuns(300) },
  );
});

test('two leaflets never have one file name, on any system, unless the plan says so', () => {
  fc.assert(
    fc.property(CATALOGUE, (phones) => {
      const { value, findings } = makePlan({ ...sources, phones });
      if (findings.some(isError)) return;
      const names = (value?.leaflets ?? []).map(({ fileName }) => fileName.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}_.-]+$/u);
      expect(new Set(value?.leaflets.map(({ jobCode }) => jobCode)).size).toBe(names.length);
    }),
    { numRuns: fuzzRuns(500) },
  );
});
