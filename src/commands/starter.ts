import { addDays, type Day } from '../units/day.js';

/** Days from today to the print date that a new campaign suggests: time to approve and to print. */
const DAYS_TO_PRINT = 28;

/** The files of a new workspace beside its first campaign. */
export function starterWorkspace(): Record<string, string> {
  return {
    'README.md': `# Our safety leaflets

    campaigns/     what we print: which leaflets, brands, languages and phones
    brand-kits/    our colours, fonts and logo, when we bring our own
    locales/       our own words and helplines, when we bring our own
    templates/     our own designs, when we bring our own

What a folder does not hold comes from safeleaf itself. \`npx safeleaf list brands\` shows what there is.

    npx safeleaf build first --draft     drafts to look at
    npx safeleaf check first             all that would stop print
    npx safeleaf build first             the files for the printer
`,
    'brand-kits/README.md': 'A folder for each brand: brand.json, logo.svg, fonts.\n',
    'locales/README.md': 'A folder for each language, and contacts/ for helplines.\n',
    'templates/README.md': 'A folder for each design: template.yaml, leaflet.hbs, style.css.\n',
  };
}

/** The files of a new campaign. It prints only when its words are approved and its numbers confirmed. */
export function starterCampaign(id: string, today: Day): Record<string, string> {
  return {
    [`campaigns/${id}/campaign.yaml`]: `title: "${id}"
# Where the phones are sold: decides which helplines are printed.
market: "GB"
# The day of printing, and how long the leaflets may lie in shops after it.
printOn: "${addDays(today, DAYS_TO_PRINT)}"
shelfLifeDays: 180
press: "coated-fogra39"
catalogue: "phones.csv"
# Our column: the heading in your file. Only where they differ.
# columns: { sku: "Article number", quantity: "Qty" }
leaflets:
  - template: "parent-trifold"
    brands: ["northstar"]
    locales: ["en-GB"]
  - template: "receipt-wallet-insert"
    brands: ["northstar"]
    locales: ["en-GB"]
# Whose approval counts: the public keys that safeleaf copy keygen prints.
trust: []
`,
    [`campaigns/${id}/phones.csv`]: `sku,maker,model,os,network,box,quantity,shop
EXAMPLE-1,Apple,iPhone 16,ios,ee,160 x 85 x 28,100,High Street
EXAMPLE-2,Samsung,Galaxy A16,android,o2,165 x 85 x 28,150,High Street
`,
  };
}
