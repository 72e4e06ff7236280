import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { Event } from '../../src/commands/events.js';
import { type Files, textOf } from '../support/fault-base.js';
import { faultFiles } from '../support/fault-workspace.js';
import { hasProgram, needing, runProgram } from '../support/outside-program.js';
import { eventsOf, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

const DECK = 'locales/en-GB/parent.yaml';
const PHONES = 'campaigns/small/phones.csv';
const CAMPAIGN = 'campaigns/small/campaign.yaml';

/** Too many entries for a panel of the parent leaflet. */
const TOO_MANY = Array.from({ length: 16 }, () => '- Ask again what they enjoy, and listen first.');

const entries = (lines: readonly string[]): string =>
  lines.map((line) => `      ${line}\n`).join('');

const TERMS = ['--key', 'charity.key', '--name', 'Ann Reader', '--organisation', 'A charity'];

/** A campaign with numbers of dramas whose words are to be approved with the key `charity.key`. */
async function workspaceToApprove() {
  const cwd = smallWorkspace();
  const files: Files = await faultFiles();
  for (const path of Object.keys(files)) if (path.endsWith('.approval.json')) delete files[path];
  const key = safeleaf(['copy', 'keygen', 'charity.key', '--json'], { cwd });
  const [made] = eventsOf(key.out);
  files[CAMPAIGN] = textOf(files, CAMPAIGN).replace(
    /publicKey: ".*"/,
    `publicKey: "${made?.publicKey}"`,
  );
  const write = (changed: Files): void => {
    for (const [path, content] of Object.entries({ ...files, ...changed })) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), content);
    }
  };
  const approve = () => safeleaf(['copy', 'approve', 'small', ...TERMS], { cwd });
  return { cwd, files, write, approve };
}

/** The same, with a panel "inside-left" that is too full unless it is worded shortly. */
async function overfullWorkspace() {
  const { cwd, files, write, approve } = await workspaceToApprove();
  const start = '  - id: talk.points\n    text: |-\n';
  const short = `    short: |-\n${entries(['- Ask what they enjoy.', '- Listen first.'])}`;
  const long = textOf(files, DECK).replace(start, `${start}${entries(TOO_MANY)}`);
  const withShort = long.replace('  - id: talk.points\n', `  - id: talk.points\n${short}`);
  return { cwd, approve, long, withShort, write: (deck: string) => write({ [DECK]: deck }) };
}

test.skipIf(!hasProgram('pdftotext'))(
  needing('pdftotext', 'a panel that is too full prints its short wording, once that is approved'),
  async () => {
    const { cwd, write, long, withShort, approve } = await overfullWorkspace();

    write(long);
    expect(approve().code).toBe(0);
    const full = safeleaf(['check', 'small', '--json'], { cwd });
    expect(full.code).toBe(1);
    const tooLong = eventsOf(full.out).filter(({ code }) => code === 'layout/copy-too-long');
    const sentences = tooLong.map(({ sentence }) => sentence);
    expect(sentences).toContain('Call 0808 157 0456, free.');
    expect(sentences.length).toBeGreaterThan(3);
    for (const it of tooLong) {
      expect(it).toMatchObject({ panel: 'inside-left', locale: 'en-GB', at: { file: DECK } });
      expect(it.overMm).toBeGreaterThan(0);
      expect(it.overCharacters).toBeGreaterThan(0);
      expect(it.fix).toMatch(/^write a short: wording of "talk\.points" \(line \d+\) that saves/);
    }

    write(withShort);
    const waiting = safeleaf(['check', 'small'], { cwd });
    expect(waiting.code).toBe(1);
    expect(waiting.err).toMatch(
      /fix: have "talk\.points:short" \(line \d+\) approved: with it the panel fits/,
    );
    expect(waiting.err).toContain('note[approval/wording-waits]: "talk.points:short"');
    const status = safeleaf(['copy', 'status', 'small'], { cwd });
    expect(status.code).toBe(0);
    expect(status.err).toContain('"talk.points:short" is not approved as it stands');

    expect(approve().code).toBe(0);
    const fit = eventsOf(safeleaf(['fit', 'small', '--json'], { cwd }).out);
    const levels = new Map(fit.map(({ panel, level }) => [panel, level]));
    expect(levels.get('inside-left')).toBe('short');
    expect(levels.get('inside-right')).toBe('standard');

    const built = safeleaf(['build', 'small', '--out', 'out'], { cwd });
    expect(built.err).not.toMatch(/error|warning/);
    expect(built.code).toBe(0);
    const parent = built.out.split('\n').find((file) => file.includes('_parent_')) ?? '';
    const { out } = runProgram('pdftotext', ['-raw', join(cwd, parent), '-']);
    expect(out).toContain('Listen first.');
    expect(out).not.toContain('listen first.');
    expect(safeleaf(['verify', 'out'], { cwd }).code).toBe(0);
  },
  120_000,
);

test.skipIf(!hasProgram('pdftotext'))(
  needing(
    'pdftotext',
    'copy that chooses its words by the phone is written out for the approver, and printed',
  ),
  async () => {
    const { cwd, files, write, approve } = await workspaceToApprove();
    const choice =
      '"For {phone.os, select, ios {your iPhone} other {your Android}}, checked every {campaign.shelfLifeMonths, plural, one {# month} other {# months}}:"';
    write({
      [DECK]: textOf(files, DECK).replace('"Goes with your"', choice),
      [PHONES]: `${textOf(files, PHONES).trimEnd()}\nNS-2,Samsung,Galaxy,Android,EE,160 x 80 x 28,,50,Leeds\n`,
    });
    const signed = approve();
    expect(signed.code).toBe(0);
    expect(signed.err.split('\n').filter((line) => line.startsWith('    '))).toEqual([
      '    For your iPhone, checked every 1 month:',
      '    For your iPhone, checked every 2 months:',
      '    For your Android, checked every 1 month:',
      '    For your Android, checked every 2 months:',
    ]);
    const status = eventsOf(safeleaf(['copy', 'status', 'small', '--json'], { cwd }).out);
    for (const event of status) expect(Event.safeParse(event).error).toBeUndefined();
    expect(status.filter(({ event }) => event === 'wording')).toHaveLength(4);

    const built = safeleaf(['build', 'small', '--out', 'out'], { cwd });
    expect(built.err).not.toMatch(/error|warning/);
    expect(built.code).toBe(0);
    const wordsOf = (sku: string): string => {
      const file = built.out
        .split('\n')
        .find((it) => it.includes(`_parent_northstar_en-GB_${sku}`));
      return runProgram('pdftotext', ['-raw', join(cwd, file ?? ''), '-']).out.replace(/\s+/g, ' ');
    };
    expect(wordsOf('NS-1')).toContain('For your iPhone, checked every 11 months:');
    expect(wordsOf('NS-2')).toContain('For your Android, checked every 11 months:');

    write({
      [DECK]: textOf(files, DECK).replace('"Goes with your"', choice.replace('Android}', 'phone}')),
    });
    const changed = safeleaf(['check', 'small'], { cwd });
    expect(changed.code).toBe(1);
    expect(changed.err).toContain(
      'error[approval/changed]: "cover.for" is no longer what was approved',
    );

    write({
      [DECK]: textOf(files, DECK).replace('"Goes with your"', choice.replace('one {# month} ', '')),
    });
    const refused = approve();
    expect(refused.code).toBe(1);
    expect(refused.out).toBe('');
    expect(refused.err).toContain(
      'error[copy/choice-category]: "cover.for" has no words for the form "one"',
    );
  },
  120_000,
);
