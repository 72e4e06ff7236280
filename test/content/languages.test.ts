import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { Certifier } from '../../src/batch/certifier.js';
import type { Finding } from '../../src/diagnostics/finding.js';
import { openPressFor, prepare } from '../../src/pipeline.js';
import { openProver } from '../../src/prove/open-prover.js';
import { fakeWorld } from '../support/fake-world.js';
import { written } from './shipped.js';

const CAMPAIGN = 'campaigns/languages/campaign.yaml';

interface Campaign {
  readonly printOn: string;
  readonly leaflets: readonly { readonly template: string; readonly locales: readonly string[] }[];
}

const campaign = parse(written(CAMPAIGN)) as Campaign;

/** Why a locale is not tried; nothing where it is. */
function whyNot(locale: string): string | undefined {
  const [absent] = absentFonts(locale.split('+')[0] ?? '');
  return absent && `${absent} is not installed`;
}

/** Font files of a locale that are not installed: those of an optional package may be absent. */
function absentFonts(locale: string): string[] {
  const { fonts } = parse(written(`locales/${locale}/locale.yaml`)) as {
    fonts?: Record<string, string>;
  };
  const packages = new URL('../../node_modules/', import.meta.url);
  return Object.values(fonts ?? {}).filter(
    (font) => font.startsWith('@') && !existsSync(new URL(font, packages)),
  );
}

const EVERY_LEAFLET = campaign.leaflets.flatMap(({ template, locales }) =>
  locales.map((locale) => ({ template, locale, why: whyNot(locale) })),
);

/** The campaign without the locales that are not tried. */
const tried = {
  ...campaign,
  leaflets: campaign.leaflets.map((it) => ({
    ...it,
    locales: it.locales.filter((locale) => whyNot(locale) === undefined),
  })),
};

const RUN = { draft: true, toolVersion: '0.0.0' };
const world = fakeWorld({ [CAMPAIGN]: stringify(tried) }, { shipped: true, today: '2026-12-01' });
const { value: ready, findings } = await prepare(world, 'languages', RUN);

const told = (all: readonly Finding[]) =>
  all.map(({ code, problem, locale, at }) => `${locale} ${at.file}:${at.line} ${code}: ${problem}`);

test('one phone in every language is drafted, and nothing is wrong with it', () => {
  expect(told(findings)).toEqual([]);
  expect(ready?.plan.leaflets).toHaveLength(
    EVERY_LEAFLET.filter(({ why }) => why === undefined).length,
  );
});

describe('as a finished file it holds its words, numbers and codes', async () => {
  if (!ready) return;
  const certifier = new Certifier(
    ready,
    openPressFor(ready, RUN),
    await openProver({ world }),
    true,
  );
  for (const { template, locale, why } of EVERY_LEAFLET) {
    const title = `${template} in ${locale}${why ? ` (skipped: ${why})` : ''}`;
    test.skipIf(why !== undefined)(title, async () => {
      const leaflet = ready.plan.leaflets.find(
        ({ form }) => form.template.id === template && form.locale.tag === locale,
      );
      if (!leaflet) throw new Error('it is not in the plan');
      const { file, findings: proven } = await certifier.certify(leaflet);
      expect(told(proven)).toEqual([]);
      expect(file?.bytes.length).toBeGreaterThan(10_000);
    });
  }
});
