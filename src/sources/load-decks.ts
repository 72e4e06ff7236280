import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';
import type { World } from '../world.js';
import type { Approval } from './approval.js';
import type { Campaign } from './campaign.js';
import type { ContactRegister } from './contact-register.js';
import type { CopyDeck } from './copy-deck.js';
import type { KeptReads } from './kept-reads.js';
import type { Locale } from './locale.js';
import { localesOf } from './locale-field.js';
import { readApproval } from './read-approval.js';
import { copyDeckIds, readCopyDeck } from './read-copy-deck.js';
import type { Template } from './template.js';

/** The words of a campaign and who approved them, by `<locale>/<deck>`. */
export interface Words {
  readonly decks: Readonly<Record<string, CopyDeck>>;
  readonly approvals: Readonly<Record<string, Approval>>;
}

/** Reads the deck of every template in every locale that a campaign asks for, with its approval. */
export function loadDecks(
  { world, reads }: { readonly world: World; readonly reads: KeptReads },
  campaign: Campaign,
  templates: Readonly<Record<string, Template>>,
  locales: Readonly<Record<string, Locale>>,
  register: ContactRegister | undefined,
): Checked<Words> {
  const findings: Finding[] = [];
  const decks: Record<string, CopyDeck> = {};
  const approvals: Record<string, Approval> = {};
  const seen = new Set<string>();
  campaign.leaflets.forEach((leaflet, index) => {
    const template = templates[leaflet.template];
    if (template === undefined) return;
    const named = leaflet.locales.flatMap((written, item) =>
      localesOf(written).map((locale) => ({ locale, item })),
    );
    named.forEach(({ locale, item }) => {
      const name = `${locale}/${template.deck}`;
      if (seen.has(name) || locales[locale] === undefined) return;
      seen.add(name);
      const known = copyDeckIds(world, locale);
      if (!known.includes(template.deck)) {
        const at = campaign.locate(['leaflets', index, 'locales', item]);
        findings.push(noDeck(at, template, locale, known));
        return;
      }
      const { deck: id } = template;
      const deck = reads.once('deck', [locale, id], (from) => readCopyDeck(from, locale, id));
      const approval = reads.once('approval', [locale, id], (from) =>
        readApproval(from, locale, id),
      );
      findings.push(...deck.findings, ...approval.findings);
      if (deck.value !== undefined) decks[name] = deck.value;
      if (approval.value !== undefined) approvals[name] = approval.value;
    });
  });
  findings.push(...Object.values(decks).flatMap((deck) => unknownNetworks(deck, register)));
  return { value: { decks, approvals }, findings };
}

function noDeck(at: Finding['at'], template: Template, locale: string, known: readonly string[]) {
  const problem = `${quoted(locale)} has no copy deck ${quoted(template.deck)}, which ${template.id} prints`;
  const other = known.length === 0 ? '' : `; ${nameOneOf(template.deck, known)}`;
  const fix = `add locales/${locale}/${template.deck}.yaml, or take the locale out${other}`;
  return finding('campaign/unknown-deck', at, problem, fix, { locale });
}

/** Steps for a network that nobody sells would never be printed, and nobody would notice. */
function unknownNetworks(deck: CopyDeck, register: ContactRegister | undefined): Finding[] {
  if (register === undefined) return [];
  const known = Object.keys(register.networks);
  return deck.units.flatMap(({ id, when }, index) => {
    const { network } = when;
    if (network === undefined || known.includes(network)) return [];
    const at = deck.locate(['units', index, 'when', 'network']);
    const problem = `${quoted(id)} is for the network ${quoted(network)}, which the register of ${register.country} does not have`;
    return [finding('deck/unknown-network', at, problem, nameOneOf(network, known))];
  });
}
