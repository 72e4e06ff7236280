import type { Finding } from '../../src/diagnostics/finding.js';
import type { Campaign } from '../../src/sources/campaign.js';
import { readCatalogue } from '../../src/sources/catalogue/read-catalogue.js';
import type { Phone } from '../../src/sources/phone.js';
import { readCampaign } from '../../src/sources/read-campaign.js';
import { readContactRegister } from '../../src/sources/read-contact-register.js';
import { fakeWorld } from './fake-world.js';
import { SMALL_CAMPAIGN } from './small-campaign.js';

/** What a catalogue of the small campaign gives, with these lines in campaign.yaml besides its own. */
export async function readPhones(
  bytes: string | Uint8Array,
  name = 'phones.csv',
  columns = '',
): Promise<{ readonly phones: readonly Phone[]; readonly findings: readonly Finding[] }> {
  const campaignFile = 'campaigns/small/campaign.yaml';
  const world = fakeWorld({
    ...SMALL_CAMPAIGN,
    [campaignFile]: `${SMALL_CAMPAIGN[campaignFile]?.replace('phones.csv', name)}${columns}`,
    [`campaigns/small/${name}`]: bytes,
  });
  const campaign = readCampaign(world, 'small').value as Campaign;
  const register = readContactRegister(world, 'GB').value;
  const { value, findings } = await readCatalogue(world, campaign, register?.networks);
  return { phones: value?.phones ?? [], findings };
}
