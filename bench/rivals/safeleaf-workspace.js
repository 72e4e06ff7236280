// The fixture as a workspace of safeleaf: template, words, register and catalogue, signed with the demonstration key.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPrivateKey } from '../../dist/approval/key-pair.js';
import { referencesOf } from '../../dist/approval/references-of.js';
import { signApproval } from '../../dist/approval/sign-approval.js';
import { openWorld } from '../../dist/outside.js';
import { loadSources } from '../../dist/sources/load-sources.js';
import { LEAFLET, LOOK, recordOf, TARGET_COUNT, targetOf } from './fixture.js';

/** The one campaign of the workspace. */
export const CAMPAIGN = 'rivals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KEY = new URL('../../test/keys/demonstration.key', import.meta.url);
const DAY = new Date().toISOString().slice(0, 10);
const kinds = Array.from({ length: TARGET_COUNT }, (_, kind) => kind);
const kindId = (kind) => `kind-${String(kind + 1).padStart(2, '0')}`;

/** Writes the workspace below a folder. A kind of phone stands as a network, because forms follow networks. */
export async function writeSafeleafWorkspace(folder, records) {
  const put = (path, text) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put(`campaigns/${CAMPAIGN}/campaign.yaml`, CAMPAIGN_FILE);
  put(`campaigns/${CAMPAIGN}/phones.csv`, catalogue(records));
  put('locales/contacts/gb.yaml', register());
  put('locales/en-GB/rivals.yaml', deck());
  put('templates/rivals/template.yaml', TEMPLATE_FILE);
  put('templates/rivals/leaflet.hbs', LEAFLET.panels.map(panelTemplate).join('\n'));
  put('templates/rivals/style.css', STYLE);
  await sign(folder);
}

const CAMPAIGN_FILE = `title: "Rivals"
demonstration: true
market: "GB"
shelfLifeDays: 365
press: "coated-fogra39"
type: "compact"
catalogue: ["phones.csv"]
leaflets:
  - template: "rivals"
    brands: ["northstar"]
    locales: ["en-GB"]
trust: []
`;

const TEMPLATE_FILE = 'title: "Rivals"\nformat: a4-roll-fold-dl\ndeck: rivals\nslug: rivals\n';

function catalogue(records) {
  const rows = Array.from({ length: records }, (_, at) => {
    const { sku, maker, model, shop, kind } = recordOf(at);
    return `${sku},${maker},${model},ios,${kindId(kind)},1,${shop}`;
  });
  return ['sku,maker,model,os,network,quantity,shop', ...rows, ''].join('\n');
}

function register() {
  const contacts = kinds.map(
    (kind) => `  ${kindId(kind)}:
    name: "Set-up page"
    operator: "Northstar Phones"
    audience: ["parents"]
    status: "active"
    url:
      shown: "setup.phones.example"
      target: "${targetOf(kind)}"
      source: "https://setup.phones.example"
      checkedOn: "${DAY}"
      confirmedOn: null
    reviewBy: "2029-12-31"`,
  );
  const networks = kinds.map((kind) => `  ${kindId(kind)}:\n    name: "Kind"\n    codes: {}`);
  return ['country: "GB"', 'contacts:', ...contacts, 'networks:', ...networks, ''].join('\n');
}

function deck() {
  const unit = (id, text) => `  - id: "${id}"\n    text: ${JSON.stringify(text)}`;
  const units = LEAFLET.panels.flatMap(({ id, title, lead, points }) => [
    unit(`${id}.title`, title),
    unit(`${id}.lead`, lead),
    unit(`${id}.points`, points.map((it) => `- ${it}`).join('\n')),
  ]);
  const others = [
    unit('front.label', LEAFLET.label),
    unit('front.sold', LEAFLET.sold),
    unit('back.scan', LEAFLET.scan),
    unit('imprint.prepared', 'Prepared {date.prepared}'),
    unit('imprint.approved', 'Words approved by {approval.by} until {approval.ends}'),
    unit('imprint.job', 'Job'),
  ];
  const head = 'deck: "rivals"\nlocale: "en-GB"\naudience: "parent"\nstatus: "final"\nunits:';
  return [head, ...units, ...others, ''].join('\n');
}

function panelTemplate({ id }) {
  return `<panel name="${id}">
${id === 'front' ? '  <brand-logo></brand-logo>\n' : ''}  <h1>{{copy.${id}.title}}</h1>
  <p class="lead">{{copy.${id}.lead}}</p>
  <div>{{copy.${id}.points}}</div>
${PANEL_ENDS[id] ?? ''}</panel>`;
}

const codeOfKind = (kind) =>
  `    {{#if (is network.id "${kindId(kind)}")}}<qr-code contact="${kindId(kind)}" field="url"></qr-code>{{/if}}\n`;

const PANEL_ENDS = {
  front: `  <p class="label">{{copy.front.label}}</p>
  <record-slot field="phone.name" class="slot"></record-slot>
  <p class="label">{{copy.front.sold}}</p>
  <record-slot field="phone.shop" class="slot"></record-slot>
`,
  back: `  <div class="scan">
${kinds.map(codeOfKind).join('')}    <p class="scan-words">{{copy.back.scan}}</p>
  </div>
  <imprint></imprint>
`,
};

const type = ({ size, leading }) => `font-size: ${size}pt; line-height: ${leading}pt;`;
const STYLE = `panel { padding: ${LOOK.padding}mm; background-color: var(--ground); color: var(--text); ${type(LOOK.body)} }
h1 { ${type(LOOK.title)} color: var(--brand); }
p.lead { ${type(LOOK.lead)} font-weight: 700; }
p, li { ${type(LOOK.body)} margin-bottom: 2mm; }
brand-logo { margin-bottom: 5mm; }
.label { margin-top: 4mm; margin-bottom: 0; }
.slot { ${type(LOOK.lead)} font-weight: 700; }
.scan { background-color: var(--paper); padding: 5mm; margin-top: 4mm; margin-bottom: 6mm; }
.scan-words { margin-top: 4mm; }
`;

/** The demonstration key's private half is public: it approves nothing but a demonstration. */
async function sign(folder) {
  const world = openWorld({ workspace: folder, packageRoot: ROOT, today: DAY });
  const { value: sources, findings } = await loadSources(world, CAMPAIGN);
  if (!sources)
    throw new Error(findings.map(({ problem, fix }) => `${problem}: ${fix}`).join('\n'));
  const key = readPrivateKey(readFileSync(KEY, 'utf8'));
  const terms = {
    approver: { name: 'Mara Ellis', organisation: 'The Lantern Trust' },
    approvedOn: DAY,
    endsOn: '2029-12-31',
  };
  for (const it of Object.values(sources.decks)) {
    const templates = Object.values(sources.templates).filter(({ deck }) => deck === it.id);
    const refs = referencesOf(it, templates, sources.register);
    const approval = signApproval(it, sources.register, refs, terms, key);
    const file = join(folder, it.file.replace(/\.yaml$/, '.approval.json'));
    writeFileSync(file, JSON.stringify(approval));
  }
}
