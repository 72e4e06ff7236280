import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.js';
import { printFindings } from '../../src/diagnostics/print-finding.js';
import { openPressFor, prepare } from '../../src/pipeline.js';
import { fakeWorld } from '../support/fake-world.js';
import type { Files } from '../support/fault-base.js';
import { textOf } from '../support/fault-base.js';
import { faultFiles } from '../support/fault-workspace.js';
import { fuzzRuns } from '../support/fuzz-runs.js';
import { nunito } from '../support/package-font.js';

/** A case that takes longer hangs. The base takes a third of a second on two busy cores. */
const LONGEST_MS = 8_000;

const RUNS = fuzzRuns(12);

let base: Files;
beforeAll(async () => {
  base = await faultFiles();
  base['brand-kits/northstar/fonts/Body.ttf'] = nunito();
});

/**
 * Runs a workspace through every stage up to bytes: a value, or findings that a person can act on.
 * A draft goes on in spite of errors, so that layout and press meet what compose has found wrong.
 */
async function answers(files: Files, draft = false): Promise<void> {
  const started = performance.now();
  const run = { draft, toolVersion: 'test' };
  const { value, findings } = await prepare(fakeWorld(files), 'small', run);
  expect(value !== undefined || findings.length > 0).toBe(true);
  for (const it of findings) isReadable(it);
  expect(printFindings(findings).length).toBeLessThanOrEqual(findings.length);
  const first = value?.plan.leaflets[0];
  if (value && first) {
    const { bytes } = openPressFor(value, run).write(first);
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
  }
  expect(performance.now() - started).toBeLessThan(LONGEST_MS);
}

function isReadable({ at, problem, fix, reason }: Finding): void {
  expect(at.file).not.toBe('');
  for (const words of [problem, fix, reason]) {
    expect(words.trim()).not.toBe('');
    expect(words).not.toMatch(/\bundefined\b|\[object |\bNaN\b|\bat .*\.[jt]s:\d|Error:/);
  }
}

/** Pieces that mean something to one reader or another. */
const PIECE = fc.constantFrom(
  ...[
    '{',
    '}',
    '{{',
    '}}',
    '{{{',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '</',
    '/>',
    '"',
    "'",
    '`',
    '&',
    '*',
  ],
  ...['\n', '\r\n', '\t', '  ', ': ', '- ', ',', ';', '#', '%', '|', '\\', '..', '/', '--', '<!--'],
  ...['0', '-1', '1e999', '08001111', '99999999999999', '٠٨٠٨', '\u200b', '\u202e', '\ufeff', '\0'],
  ...['null', 'true', '~', '!!js', '&a', '*a', '__proto__', 'constructor', 'unit', 'display: none'],
  ...['é', 'ش', 'นี่', '🙂', '\ud800', 'ﷺ', 'a'.repeat(3000), '{contact.', '<svg', '@page', '}}}'],
);

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const EDITS = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(400)),
    put: fc.oneof(PIECE, fc.constant(''), fc.string({ maxLength: 12 })),
  }),
  { minLength: 1, maxLength: 4 },
);

const edited = (text: string, edits: readonly Edit[]): string =>
  edits.reduce((now, { at, cut, put }) => {
    const from = Math.floor(at * now.length);
    return now.slice(0, from) + put + now.slice(from + cut);
  }, text);

const TEXTS = [
  'campaigns/small/campaign.yaml',
  'campaigns/small/phones.csv',
  'templates/parent-trifold/template.yaml',
  'templates/parent-trifold/leaflet.hbs',
  'templates/parent-trifold/style.css',
  'templates/parent-trifold/icons/lock.svg',
  'templates/formats/a4-roll-fold-dl.yaml',
  'brand-kits/northstar/brand.json',
  'brand-kits/northstar/logo.svg',
  'locales/en-GB/locale.yaml',
  'locales/en-GB/parent.yaml',
  'locales/en-GB/parent.approval.json',
  'locales/contacts/gb.yaml',
  'press/coated-fogra39.yaml',
];

describe('a file that somebody has damaged is printed or answered with what to do', () => {
  test.each(TEXTS)('%s', async (path) => {
    const property = fc.asyncProperty(EDITS, fc.boolean(), (edits, draft) =>
      answers({ ...base, [path]: edited(textOf(base, path), edits) }, draft),
    );
    await fc.assert(property, { numRuns: RUNS });
  });
});

describe('any bytes at all in the place of a file are answered with what to do', () => {
  test.each(TEXTS)('%s', async (path) => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) =>
      answers({ ...base, [path]: bytes }),
    );
    await fc.assert(property, { numRuns: RUNS });
  });
});

/** Bytes of a file with some of them changed, or with its end cut off. */
const DAMAGE = fc.record({
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
    maxLength: 40,
  }),
  kept: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

function damaged(
  bytes: Uint8Array,
  { changes, kept }: { changes: readonly (readonly [number, number])[]; kept: number },
): Uint8Array {
  const damage = bytes.slice(0, Math.floor(kept * bytes.length));
  for (const [share, byte] of changes)
    if (damage.length > 0) damage[Math.floor(share * (damage.length - 1))] = byte;
  return damage;
}

test('a font with any bytes changed is printed or answered with what to do', async () => {
  const kit = textOf(base, 'brand-kits/northstar/brand.json').replaceAll(
    /@expo-google-fonts[^"]*Regular[^"]*/g,
    'fonts/Body.ttf',
  );
  const property = fc.asyncProperty(DAMAGE, (damage) =>
    answers({
      ...base,
      'brand-kits/northstar/brand.json': kit,
      'brand-kits/northstar/fonts/Body.ttf': damaged(nunito(), damage),
    }),
  );
  await fc.assert(property, { numRuns: RUNS });
});

test('a press profile with any bytes changed is printed or answered with what to do', async () => {
  const path = 'press/icc/FOGRA39L_coated_TAC300_compact.icc';
  const property = fc.asyncProperty(DAMAGE, (damage) =>
    answers({ ...base, [path]: damaged(base[path] as Uint8Array, damage) }),
  );
  await fc.assert(property, { numRuns: RUNS });
});
