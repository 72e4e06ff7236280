// Workspaces for the bench: a campaign of any number of phones, each with a sku and a model of its own.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DEMO_CATALOGUE = new URL('../campaigns/demo/phones.csv', import.meta.url);

/** The id of the one campaign of a bench workspace. */
export const CAMPAIGN = 'bench';

/**
 * Writes a workspace. `spread`: makers, systems and networks as in the demonstration's catalogue, so that the
 * leaflets fall into many forms; else all phones share one form. Kits, words and templates are the shipped ones.
 */
export function writeWorkspace(folder, { phones, spread = false, template = 'parent-trifold' }) {
  const campaign = join(folder, 'campaigns', CAMPAIGN);
  mkdirSync(campaign, { recursive: true });
  writeFileSync(join(campaign, 'campaign.yaml'), campaignFile(template));
  writeFileSync(join(campaign, 'phones.csv'), catalogue(phones, spread));
}

/** A demonstration, because the shipped words are approved for nothing else. */
const campaignFile = (template) => `title: "Bench"
demonstration: true
market: "GB"
shelfLifeDays: 365
press: "coated-fogra39"
type: "clear-print"
catalogue: ["phones.csv"]
leaflets:
  - template: "${template}"
    brands: ["northstar"]
    locales: ["en-GB"]
trust: []
`;

function catalogue(phones, spread) {
  const kinds = spread ? demoKinds() : [{ maker: 'Apple', os: 'ios', network: 'ee' }];
  const rows = Array.from({ length: phones }, (_, at) => {
    const { maker, os, network } = kinds[at % kinds.length];
    const number = String(at + 1).padStart(5, '0');
    return `BENCH-${number},${maker},Model ${number},${os},${network},${100 + (at % 400)},Leeds`;
  });
  return ['sku,maker,model,os,network,quantity,shop', ...rows, ''].join('\n');
}

/** Maker, system and network of each row of the demonstration; its cells hold no commas. */
function demoKinds() {
  const [head, ...rows] = readFileSync(DEMO_CATALOGUE, 'utf8').trim().split('\n');
  const names = head.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at]]));
  });
}
