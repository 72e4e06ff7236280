import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.js';
import type { DieLine } from '../../src/layout/die-lines.js';
import type { LaidOutForm } from '../../src/layout/laid-out.js';
import { openEyes } from '../../src/prove/eyes.js';
import { describeForm, describePanel, ownValues } from '../../src/prove/leaflet-record.js';
import { openProver } from '../../src/prove/open-prover.js';
import { recordOf, verifyFile } from '../../src/prove/verify-file.js';
import { sha256Hex } from '../../src/units/hash.js';
import { rectangle } from '../pdf/support/builders.js';
import { fakeWorld } from '../support/fake-world.js';
import { back, card, cardLeaflet, front, printed } from './support/card.js';
import { changeStreams, edited } from './support/edit-file.js';

const die: readonly DieLine[] = [
  { step: 'cut', path: rectangle(0, 0, 99, 210) },
  { step: 'glue', path: rectangle(70, 150, 20, 20) },
];
const asked: LaidOutForm = {
  ...card(),
  sides: card().sides.map((side) => ({ ...side, die })),
};
const leaflet = cardLeaflet();
const { bytes: whole } = printed(asked);
const world = fakeWorld({});
const prover = await openProver({ world });

/** The file without the lines of one step of its die, or with them in a plain ink. */
const without = (step: string, instead: (lines: string) => string) =>
  edited(whole, (file) => {
    const lines = new RegExp(`/OC /${step} BDC[\\s\\S]*?EMC`, 'g');
    const changed = changeStreams(
      file,
      (stream) => !stream.dict.toString().includes('/Subtype'),
      (text) => text.replace(lines, instead),
    );
    expect(changed).toBe(2);
  });

const missing = (findings: readonly Finding[]) =>
  findings
    .filter(({ code }) => code === 'prove/die-plate')
    .map(({ at, problem }) => `${at.part}: ${problem}`);

const atProof = async (bytes: Uint8Array) =>
  missing((await prover.prove(bytes, leaflet, asked, new Set())).findings);

async function readBack(bytes: Uint8Array) {
  const entry = {
    file: 'print/card.pdf',
    sha256: sha256Hex(whole),
    form: 'card',
    values: ownValues(leaflet, asked),
  };
  const panels = { 'front-1': describePanel(front()), 'back-1': describePanel(back()) };
  const record = recordOf(entry, { forms: { card: describeForm(asked) }, panels });
  if (record === undefined) throw new Error('the manifest does not say what the card shows');
  return missing(await verifyFile(bytes, record, openEyes({ world })));
}

const told = (plate: string) => [
  `page 1, side "front": nothing is drawn on the plate "${plate}", which shows the die`,
  `page 2, side "back": nothing is drawn on the plate "${plate}", which shows the die`,
];

describe.each([
  ['at the proof', atProof],
  ['when the file is read back later', readBack],
] as const)('%s', (_, find) => {
  test('a die on all its plates is no fault', async () => {
    expect(await find(whole)).toEqual([]);
  });

  test('a step of the die that is gone is named, with its plate', async () => {
    expect(await find(await without('Gluing', () => ''))).toEqual(told('Glue'));
  });

  test('a line to cut that prints in black instead is no line to cut', async () => {
    const inBlack = (lines: string) => lines.replace(/\/\S+ CS [\d.]+ SCN/, '0 0 0 1 K');
    expect(await find(await without('Cutting', inBlack))).toEqual(told('CutContour'));
  });

  test('a plate that is only named, and on which nothing is drawn, is missing', async () => {
    const unpainted = (lines: string) => lines.replaceAll(/^S$/gm, 'n');
    expect(await find(await without('Cutting', unpainted))).toEqual(told('CutContour'));
  });
});
