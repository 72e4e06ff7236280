import { verify } from 'node:crypto';
import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import type { Approval } from '../sources/approval.js';
import type { Campaign } from '../sources/campaign.js';
import type { ContactRegister } from '../sources/contact-register.js';
import type { CopyDeck, Unit } from '../sources/copy-deck.js';
import { wordingsOf } from '../sources/wordings-of.js';
import { addDays } from '../units/day.js';
import { canonicalJson } from './canonical.js';
import { DEMONSTRATION_KEY } from './demonstration-key.js';
import { isApproved } from './is-approved.js';
import { readPublicKey } from './key-pair.js';
import { contactStatements } from './statement.js';
import { whatChanged } from './what-changed.js';

/** What a deck's pages print: the keys of its wordings, and fields of the register such as `GB.childline.phone`. */
export interface UsedWords {
  readonly units: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
}

/**
 * The gate: every word that would print stands in an approval by a trusted key, for these very bytes,
 * for as long as the leaflets lie in the shops. There is no way round it but a demonstration or a draft.
 */
export function checkApproval(
  campaign: Campaign,
  deck: CopyDeck,
  approval: Approval | undefined,
  register: ContactRegister,
  used: UsedWords,
): readonly Finding[] {
  if (approval === undefined) return [...draftStatus(campaign, deck), noApproval(deck)];
  const bound = [...ofThisDeck(deck, approval), ...signature(approval)];
  if (bound.length > 0) return bound;
  return [
    ...draftStatus(campaign, deck),
    ...trusted(campaign, approval),
    ...inTime(campaign, approval),
    ...changedUnits(deck, approval, used),
    ...changedContacts(approval, register, used),
  ];
}

const context = (deck: CopyDeck) => ({ locale: deck.locale });

const noApproval = (deck: CopyDeck): Finding =>
  finding(
    'approval/missing',
    { file: deck.file },
    `no one has approved the "${deck.id}" deck in ${deck.locale}`,
    `have it approved (safeleaf copy approve), or make drafts with --draft`,
    context(deck),
  );

function draftStatus(campaign: Campaign, deck: CopyDeck): Finding[] {
  if (campaign.demonstration || deck.status !== 'draft') return [];
  return [
    finding(
      'approval/draft-translation',
      deck.locate(['status']),
      `the "${deck.id}" deck in ${deck.locale} is marked as a draft`,
      'have a native reader check it, then write status: final and have it approved',
      context(deck),
    ),
  ];
}

function ofThisDeck(deck: CopyDeck, approval: Approval): Finding[] {
  if (approval.deck === deck.id && approval.locale === deck.locale) return [];
  return [
    finding(
      'approval/other-deck',
      approval.locate(['deck']),
      `this is the approval of "${approval.deck}" in ${approval.locale}, not of "${deck.id}" in ${deck.locale}`,
      'put back the file that the approver gave for this deck',
      context(deck),
    ),
  ];
}

function signature(approval: Approval): Finding[] {
  const { file, sha256, locate, signature: signed, ...body } = approval;
  const key = readPublicKey(approval.publicKey);
  const good =
    key !== undefined &&
    verify(null, Buffer.from(canonicalJson(body)), key, Buffer.from(signed, 'base64'));
  if (good) return [];
  return [
    finding(
      'approval/other-bytes',
      locate(['signature']),
      'the signature is not for what stands in this file',
      'ask the approver for the file again; nobody may edit it',
      { locale: approval.locale },
    ),
  ];
}

function trusted(campaign: Campaign, approval: Approval): Finding[] {
  const isDemonstrationKey = approval.publicKey === DEMONSTRATION_KEY;
  if (isDemonstrationKey && campaign.demonstration) return [];
  if (isDemonstrationKey)
    return [
      finding(
        'approval/demonstration-key',
        approval.locate(['publicKey']),
        `the ${approval.locale} words are signed with the demonstration key, which anyone can use`,
        'have the words approved by someone whose key stands under trust: in campaign.yaml',
        { locale: approval.locale },
      ),
    ];
  if (campaign.trust.some(({ publicKey }) => publicKey === approval.publicKey)) return [];
  return [
    finding(
      'approval/unknown-key',
      approval.locate(['publicKey']),
      `the ${approval.locale} words are signed by "${approval.approver.name}" with a key that this campaign does not trust`,
      `if the key ${approval.publicKey} is theirs, add it under trust: in ${campaign.file}`,
      { locale: approval.locale },
    ),
  ];
}

function inTime(campaign: Campaign, approval: Approval): Finding[] {
  const needed = addDays(campaign.printOn, campaign.shelfLifeDays);
  const findings: Finding[] = [];
  if (approval.approvedOn > campaign.printOn)
    findings.push(
      finding(
        'approval/not-yet',
        approval.locate(['approvedOn']),
        `the approval starts on ${approval.approvedOn}; the leaflets print on ${campaign.printOn}`,
        'print on or after the day of approval',
        { locale: approval.locale },
      ),
    );
  if (approval.endsOn < needed)
    findings.push(
      finding(
        'approval/expired',
        approval.locate(['endsOn']),
        `the approval ends on ${approval.endsOn}; the leaflets are in shops until ${needed}`,
        'ask for a longer approval, or lower shelfLifeDays and take the leaflets back in time',
        { locale: approval.locale },
      ),
    );
  return findings;
}

function changedUnits(deck: CopyDeck, approval: Approval, used: UsedWords): Finding[] {
  return deck.units.flatMap((unit) => {
    const wordings = wordingsOf(unit);
    if (!wordings.some(({ key }) => used.units.has(key))) return [];
    return wordings
      .filter((it) => !isApproved(it, approval))
      .flatMap((it) => {
        if (used.units.has(it.key)) return [unapproved(it, approval.units[it.key]?.text, deck)];
        // The words of `text` that nothing prints, since a longer or shorter wording stands in their place.
        return it.key === unit.key ? [] : [waiting(it, approval.units[it.key]?.text, deck)];
      });
  });
}

function unapproved(unit: Unit, approved: string | undefined, { locale }: CopyDeck): Finding {
  if (approved !== undefined) return changedUnit(unit, approved, locale);
  return finding(
    'approval/not-covered',
    unit.place,
    `"${unit.key}" was not there when the deck was approved`,
    'have the new wording approved',
    { locale, sentence: unit.text },
  );
}

/** A longer or shorter wording that no panel may take yet; others stand in its place, so nothing stops. */
function waiting(unit: Unit, approved: string | undefined, { locale }: CopyDeck): Finding {
  const change = approved === undefined ? undefined : whatChanged(approved, unit.text);
  const since =
    change === undefined || change.approved === change.now
      ? 'is not approved as it stands'
      : `is no longer what was approved; approved: "${change.approved}"; now: "${change.now}"`;
  return finding(
    'approval/wording-waits',
    unit.place,
    `"${unit.key}" ${since}; no panel takes it`,
    'have it approved, or take the wording out of the deck',
    { locale, sentence: unit.text },
  );
}

function changedUnit(unit: Unit, approved: string, locale: string): Finding {
  if (approved === unit.text)
    return finding(
      'approval/changed',
      unit.place,
      `"${unit.key}" has the approved words, but whom they are for, their source or their dates have changed`,
      'put back what was approved beside them, or have it approved as it is now',
      { locale, sentence: unit.text },
    );
  const change = whatChanged(approved, unit.text);
  return finding(
    'approval/changed',
    unit.place,
    `"${unit.key}" is no longer what was approved; approved: "${change.approved}"; now: "${change.now}"`,
    'put back the approved words, or have the new ones approved',
    { locale },
  );
}

function changedContacts(
  approval: Approval,
  register: ContactRegister,
  used: UsedWords,
): Finding[] {
  const now = contactStatements(register);
  return [...used.contacts].sort().flatMap((ref) => {
    const current = now.get(ref);
    const approved = approval.contacts[ref];
    // A reference that the register does not hold has its finding from `compose`.
    if (!current || approved?.sha256 === current.sha256) return [];
    const problem = approved
      ? `${ref} is no longer what was approved; approved: "${approved.shown}"; now: "${current.shown}"`
      : `${ref} ("${current.shown}") was not there when these words were approved`;
    return [
      finding(
        'approval/contact-changed',
        placeInRegister(ref, register),
        problem,
        'call the number, then have it approved again',
        {
          locale: approval.locale,
        },
      ),
    ];
  });
}

/** Where a field such as `GB.childline.phone` or `GB.network.ee.lock` stands. */
function placeInRegister(ref: string, { locate }: ContactRegister): Place {
  const [, group = '', id = '', field = ''] = ref.split('.');
  if (group === 'law') return locate(['laws', id]);
  if (group === 'network' && field !== '')
    return locate([
      'networks',
      id,
      ...(['name', 'url'].includes(field) ? [field] : ['codes', field]),
    ]);
  return locate(['contacts', group, id === 'text-keyword' ? 'text' : id]);
}
