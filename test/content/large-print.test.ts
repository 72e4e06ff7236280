import { describe, expect, it } from 'vitest';
import { isError } from '../../src/diagnostics/finding.js';
import { prepare } from '../../src/pipeline.js';
import { panelWords } from '../../src/preflight/panel-text.js';
import { readTemplate } from '../../src/sources/read-template.js';
import { fromPt } from '../../src/units/length.js';
import { fakeWorld } from '../support/fake-world.js';
import { faultless, shipped, written } from './shipped.js';

const HEAD = 'sku,maker,model,os,network,quantity';

/** The demonstration in large print: one phone of each system, both brands, all four languages. */
const world = (style?: string) =>
  fakeWorld(
    {
      'campaigns/demo/campaign.yaml': written('campaigns/demo/campaign.yaml')
        .replace(/leaflets:[\s\S]*?(?=\n {2}- template: "receipt)/, 'leaflets:')
        .replace('receipt-wallet-insert', 'parent-large-print'),
      'campaigns/demo/phones.csv': `${HEAD}\nA1,Samsung,Galaxy A17,android,EE,1\nI1,Apple,iPhone 17,ios,Vodafone,1\n`,
      ...(style === undefined ? {} : { 'templates/parent-large-print/style.css': style }),
    },
    { shipped: true },
  );

const RUN = { draft: false, toolVersion: 'test' };

describe('the parent leaflet in large print', () => {
  it('has the very words and panels of its twin, and its own format and sizes', () => {
    const twin = faultless(readTemplate(shipped, 'parent-trifold'));
    const large = faultless(readTemplate(shipped, 'parent-large-print'));
    expect(large.leaflet).toEqual(twin.leaflet);
    expect(large.icons).toEqual(twin.icons);
    expect(large.deck).toBe(twin.deck);
    expect(large.style.text).not.toBe(twin.style.text);
    expect(large.format).not.toBe(twin.format);
  });

  it('fits in both brands and all four languages, from the approval of its twin, in 16 pt or more', async () => {
    const { value, findings } = await prepare(world(), 'demo', RUN);
    expect(findings).toEqual([]);
    expect(value?.forms).toHaveLength(16);
    const sizes = (value?.forms ?? []).flatMap(({ sides }) =>
      sides.flatMap(({ panels }) =>
        panels.flatMap(({ panel }) =>
          panelWords(panel)
            .filter(({ role }) => role !== 'small' && role !== 'notice')
            .map(({ style }) => style.size),
        ),
      ),
    );
    expect(sizes.length).toBeGreaterThan(1000);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(fromPt(16));
  });

  it('is sent back when a part of it is smaller, though other leaflets may be', async () => {
    const style = `${written('templates/parent-large-print/style.css')}\n.signs { font-size: 15pt; }\n`;
    const { findings: all } = await prepare(world(style), 'demo', RUN);
    const findings = all.filter(isError);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['preflight/type-size']));
    for (const { problem } of findings)
      expect(problem).toMatch(/is set in 15(\.75)? pt; the least here is 16 pt/);
  });
});

it('a twin of a template that is not there is sent back with the nearest name', () => {
  const file = written('templates/parent-large-print/template.yaml');
  const { findings } = readTemplate(
    fakeWorld(
      {
        'templates/large/template.yaml': file.replace('parent-trifold', 'parent-trifld'),
        'templates/large/leaflet.hbs': '',
        'templates/large/style.css': '',
      },
      { shipped: true },
    ),
    'large',
  );
  expect(findings).toMatchObject([
    { code: 'template/field', problem: '"parent-trifld" is no template' },
  ]);
  expect(findings[0]?.fix).toContain('parent-trifold');
});
