import type { Checked, Finding } from '../diagnostics/finding.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import type { World } from '../world.js';
import type { Campaign } from './campaign.js';
import { readCatalogue } from './catalogue/read-catalogue.js';
import type { ContactRegister } from './contact-register.js';
import { keptReads } from './kept-reads.js';
import { loadDecks } from './load-decks.js';
import { loadIcons } from './load-icons.js';
import { loadNamed } from './load-named.js';
import { loadPictures } from './load-pictures.js';
import { localesOf } from './locale-field.js';
import { readBrandKit } from './read-brand-kit.js';
import { readCampaign } from './read-campaign.js';
import { readContactRegister, registerCountries } from './read-contact-register.js';
import { readFormat } from './read-format.js';
import { readLocale } from './read-locale.js';
import { readPressProfile } from './read-press-profile.js';
import { readTemplate, templateIds } from './read-template.js';
import { recordingWorld } from './recording-world.js';
import type { Sources } from './sources.js';
import { unknownName } from './unknown-name.js';

/**
 * Reads all that a campaign names. Every fault of every file is gathered, so that one run shows
 * them all; there is a value as soon as campaign, contact register and press profile can be read. What files of
 * an earlier run still say is taken from `workshop`.
 */
export async function loadSources(
  outside: World,
  campaignId: string,
  workshop: Workshop = NO_WORKSHOP,
): Promise<Checked<Sources>> {
  const world = recordingWorld(outside);
  const reads = keptReads(world, workshop);
  const findings: Finding[] = [];
  const keep = <T>(checked: Checked<T>): T | undefined => {
    findings.push(...checked.findings);
    return checked.value;
  };
  const campaign = keep(
    reads.once('campaign', [campaignId], (from) => readCampaign(from, campaignId)),
  );
  if (campaign === undefined) return { value: undefined, findings };
  const register = keep(reads.once('register', [campaign], (from) => loadRegister(from, campaign)));
  const press = keep(reads.once('press', [campaign], (from) => loadPress(from, campaign)));
  const catalogue = keep(
    await reads.once('catalogue', [campaign, register?.networks], (from) =>
      readCatalogue(from, campaign, register?.networks),
    ),
  );
  const templates = keep(
    loadNamed(namedTemplates(campaign), {
      code: 'campaign/unknown-template',
      kind: 'template',
      known: templateIds(world),
      read: (id) => reads.once('template', [id], (from) => readTemplate(from, id)),
    }),
  );
  const brands = keep(
    loadNamed(namedBrands(campaign), {
      code: 'campaign/unknown-brand',
      kind: 'brand kit',
      known: folders(world, 'brand-kits/*/brand.json'),
      read: (id) => reads.once('brand', [id], (from) => readBrandKit(from, id)),
    }),
  );
  const locales = keep(
    loadNamed(namedLocales(campaign), {
      code: 'campaign/unknown-locale',
      kind: 'locale',
      known: folders(world, 'locales/*/locale.yaml'),
      read: (tag) => reads.once('locale', [tag], (from) => readLocale(from, tag)),
    }),
  );
  const formats = keep(
    loadNamed(
      Object.values(templates ?? {}).flatMap(({ format, otherFormats = [], locate }) => [
        { name: format, at: locate(['format']) },
        ...otherFormats.map((name, at) => ({ name, at: locate(['otherFormats', at]) })),
      ]),
      {
        code: 'template/unknown-format',
        kind: 'format',
        known: fileNames(world, 'templates/formats/*.yaml'),
        read: (id) => reads.once('format', [id], (from) => readFormat(from, id)),
      },
    ),
  );
  const words = keep(
    loadDecks({ world, reads }, campaign, templates ?? {}, locales ?? {}, register),
  );
  const icons = keep(loadIcons(campaign, templates ?? {}, brands ?? {}, workshop));
  const pictures = keep(await loadPictures(reads, campaign, templates ?? {}, brands ?? {}));
  if (register === undefined || press === undefined) return { value: undefined, findings };
  const value: Sources = {
    campaign,
    ...(catalogue ?? { phones: [], badRows: [], told: [] }),
    templates: templates ?? {},
    formats: formats ?? {},
    brands: brands ?? {},
    icons: icons ?? {},
    pictures: pictures ?? {},
    locales: locales ?? {},
    decks: words?.decks ?? {},
    approvals: words?.approvals ?? {},
    register,
    press,
    inputs: world.inputs(),
  };
  return { value, findings };
}

const folders = (world: World, pattern: string): readonly string[] =>
  world.list(pattern).map((path) => path.split('/')[1] ?? '');

const fileNames = (world: World, pattern: string): readonly string[] =>
  world.list(pattern).map((path) => (path.split('/').at(-1) ?? '').replace(/\.yaml$/, ''));

const namedTemplates = ({ leaflets, locate }: Campaign) =>
  leaflets.map(({ template }, index) => ({
    name: template,
    at: locate(['leaflets', index, 'template']),
  }));

const namedBrands = ({ leaflets, locate }: Campaign) =>
  leaflets.flatMap(({ brands }, index) =>
    brands.map((name, item) => ({ name, at: locate(['leaflets', index, 'brands', item]) })),
  );

const namedLocales = ({ leaflets, locate }: Campaign) =>
  leaflets.flatMap(({ locales }, index) =>
    locales.flatMap((written, item) =>
      localesOf(written).map((name) => ({
        name,
        at: locate(['leaflets', index, 'locales', item]),
      })),
    ),
  );

function loadRegister(world: World, { market, locate }: Campaign): Checked<ContactRegister> {
  const known = registerCountries(world);
  if (known.includes(market)) return readContactRegister(world, market);
  const code = 'campaign/unknown-market';
  const fault = unknownName(code, locate(['market']), 'contact register for', market, known);
  return { value: undefined, findings: [fault] };
}

function loadPress(world: World, { press, locate }: Campaign) {
  const known = fileNames(world, 'press/*.yaml');
  if (known.includes(press)) return readPressProfile(world, press);
  const code = 'campaign/unknown-press';
  const fault = unknownName(code, locate(['press']), 'press profile', press, known);
  return { value: undefined, findings: [fault] };
}
