import { describe, expect, it } from 'vitest';
import { Certifier } from '../../src/batch/certifier.js';
import { openPressFor, prepare } from '../../src/pipeline.js';
import { openProver } from '../../src/prove/open-prover.js';
import { readCopyDeck } from '../../src/sources/read-copy-deck.js';
import { fakeWorld } from '../support/fake-world.js';
import { faultless, shipped, written } from './shipped.js';

const HEAD = 'sku,maker,model,os,network,quantity';
const RUN = { draft: false, toolVersion: 'test' };

/** The demonstration as a card in two languages, for one phone; with other files laid over it. */
const world = (locales: string, files: Readonly<Record<string, string>> = {}) =>
  fakeWorld(
    {
      'campaigns/demo/campaign.yaml': written('campaigns/demo/campaign.yaml').replace(
        /leaflets:[\s\S]*(?=trust:)/,
        `leaflets:\n  - template: "receipt-wallet-bilingual"\n    brands: ["northstar", "kite"]\n    locales: ["${locales}"]\n`,
      ),
      'campaigns/demo/phones.csv': `${HEAD}\nA1,Samsung,Galaxy A17,android,EE,1\n`,
      ...files,
    },
    { shipped: true },
  );

describe('a card in Welsh and English', () => {
  it('gives both languages the same panels and the same sizes, Welsh first, and passes its proof', async () => {
    const { value: ready, findings } = await prepare(world('cy+en-GB'), 'demo', RUN);
    expect(findings).toEqual([]);
    if (!ready) throw new Error('not ready');
    const [form] = ready.forms;
    const panels = form?.sides.flatMap((side) => side.panels.map(({ panel }) => panel)) ?? [];
    const languages = Object.fromEntries(panels.map(({ name, lang }) => [name, lang]));
    expect(languages).toEqual({
      front: 'cy',
      'inside-left': 'cy',
      'inside-right': 'en-GB',
      back: 'en-GB',
    });
    const sizesOf = (name: string): readonly number[] => {
      const items = panels.find((it) => it.name === name)?.items ?? [];
      const texts = items.flatMap((it) => (it.kind === 'text' ? [it.text.paragraph.runs] : []));
      return [...new Set(texts.flat().map(({ style }) => style.size))].sort();
    };
    expect(sizesOf('front').length).toBeGreaterThan(2);
    expect(sizesOf('front')).toEqual(sizesOf('back'));
    expect(sizesOf('inside-left')).toEqual(sizesOf('inside-right'));

    const certifier = new Certifier(
      ready,
      openPressFor(ready, RUN),
      await openProver({ world: shipped }),
    );
    for (const leaflet of ready.plan.leaflets) {
      const { file, findings: proof } = await certifier.certify(leaflet);
      expect(proof).toEqual([]);
      expect(file?.bytes.length).toBeGreaterThan(10_000);
      expect(leaflet.fileName).toContain('_cy+en-GB_');
    }
  });

  it('needs the approval of either language', async () => {
    const deck = faultless(readCopyDeck(shipped, 'en-GB', 'wallet'));
    const [unit] = deck.units;
    const changed = written('locales/en-GB/wallet.yaml').replace(unit?.text ?? '', 'Other words');
    const { findings } = await prepare(
      world('cy+en-GB', { 'locales/en-GB/wallet.yaml': changed }),
      'demo',
      RUN,
    );
    expect(findings.map(({ code, locale }) => [code, locale])).toContainEqual([
      'approval/changed',
      'en-GB',
    ]);
  });

  it('is asked for in two languages that are read from the same side', async () => {
    const codes = async (locales: string) =>
      (await prepare(world(locales), 'demo', RUN)).findings.map(({ code }) => code);
    expect(await codes('cy')).toContain('panel/language');
    expect(await codes('en-GB+ur')).toContain('panel/language');
    expect(await codes('cy+cy')).toContain('campaign/field');
    expect(await codes('cy+xx')).toContain('campaign/unknown-locale');
  });
});
