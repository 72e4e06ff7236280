import { readFileSync, writeFileSync } from 'node:fs';
import { readPrivateKey } from '../dist/approval/key-pair.js';
import { referencesOf } from '../dist/approval/references-of.js';
import { signApproval } from '../dist/approval/sign-approval.js';
import { openWorld } from '../dist/outside.js';
import { loadSources } from '../dist/sources/load-sources.js';

/**
 * Signs the decks of the demonstration campaigns with the demonstration key, whose private half is public:
 * it approves nothing. Run it after a word or a contact has changed: npm run sign-demonstration.
 */
const TERMS = {
  approver: { name: 'Mara Ellis', organisation: 'The Lantern Trust' },
  approvedOn: '2026-11-23',
  endsOn: '2029-12-31',
};

const root = new URL('..', import.meta.url).pathname;
const world = openWorld({ workspace: root, packageRoot: root, today: TERMS.approvedOn });
const campaigns = ['demo', 'pieces'];
const key = readPrivateKey(readFileSync(`${root}test/keys/demonstration.key`, 'utf8'));
if (!key) throw new Error('the demonstration key cannot be read');
for (const campaign of campaigns) await signDecks(campaign);

async function signDecks(campaign) {
  const { value: sources, findings } = await loadSources(world, campaign);
  if (!sources) throw new Error(findings.map(({ problem }) => problem).join('\n'));
  for (const deck of Object.values(sources.decks)) signDeck(deck, sources);
}

function signDeck(deck, sources) {
  const templates = Object.values(sources.templates).filter((it) => it.deck === deck.id);
  const refs = referencesOf(deck, templates, sources.register);
  const approval = signApproval(deck, sources.register, refs, TERMS, key);
  const file = deck.file.replace(/\.yaml$/, '.approval.json');
  writeFileSync(`${root}${file}`, `${JSON.stringify(approval, null, 2)}\n`);
  console.log(file);
}
