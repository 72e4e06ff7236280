// The engines, and how each is run. What an engine cannot do, or was not asked to, stands beside its figures.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingWords } from '../missing-words.js';
import { LEAFLET, nameOf, recordOf } from './fixture.js';
import { writeFloorParts } from './floor/parts.js';
import { inFolder, measured } from './measure.js';
import { CAMPAIGN, writeSafeleafWorkspace } from './safeleaf-workspace.js';

const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Leaflets from which the floor's parts are cut: two of each kind. */
const SAMPLES = 40;

const scripted = (name, note, { env } = {}) => ({
  name,
  note,
  run: (mode, records) =>
    inFolder(async (folder) => {
      const made = join(folder, 'out');
      const files = mode === 'one-file' ? 1 : records;
      const args = [path(`engines/${name}.js`), mode, records, made];
      const run = measured(args, { made, files, env });
      if (mode === 'separate') await expectWords(name, made, records);
      return run;
    }),
});

/** An engine that leaves words out is no rival: the last leaflet says all that the fixture gives it. */
async function expectWords(name, folder, records) {
  const record = recordOf(records - 1);
  const file = readdirSync(folder).find((it) => it.includes(record.sku));
  const panels = LEAFLET.panels.flatMap(({ title, lead, points }) => [title, lead, ...points]);
  const texts = [...panels, LEAFLET.scan, nameOf(record), record.shop];
  const missing = await missingWords(readFileSync(join(folder, file)), texts);
  if (missing.length > 0) throw new Error(`${name} leaves out: ${missing.join(' / ')}`);
}

/** Its real command line, with all its checks and proofs, on a workspace made on the spot. */
export const SAFELEAF = {
  name: 'safeleaf',
  note: 'all checks and proofs on',
  run: (mode, records) =>
    inFolder(async (folder) => {
      const workspace = join(folder, 'workspace');
      mkdirSync(workspace);
      await writeSafeleafWorkspace(workspace, records);
      return measuredSafeleaf(workspace, mode, records);
    }),
};

async function measuredSafeleaf(workspace, mode, records) {
  const run = buildWorkspace(workspace, mode, records);
  if (mode === 'separate') await expectWords('safeleaf', join(workspace, 'out', 'print'), records);
  return run;
}

/** `env`: the cache; without it everything is made. */
export function buildWorkspace(workspace, mode, records, env) {
  const out = join(workspace, 'out');
  const args = [path('../../bin/safeleaf.js'), 'build', CAMPAIGN, '-w', workspace, '-o', out];
  const isOneFile = mode === 'one-file';
  const made = { made: join(out, 'print'), files: isOneFile ? 1 : records, env };
  return measured(isOneFile ? [...args, '--one-file'] : args, made);
}

/** All engines in the order in which they run; `parts`: a folder for the floor's parts. */
export const engines = (parts) => [
  SAFELEAF,
  scripted('floor', 'no checks; boxes, metadata and ICC profile as safeleaf', {
    env: { SAFELEAF_FLOOR_PARTS: parts },
  }),
  scripted('typst', 'no trim or bleed box, no ICC profile; QR code not in CMYK; no logo, no marks'),
  scripted('pdfkit-shared', 'no ICC profile; fonts parsed once; no logo, no marks'),
  scripted('pdfkit', 'no ICC profile; no logo, no marks'),
  scripted('react-pdf', 'no CMYK, no trim or bleed box, no ICC profile; no logo, no marks'),
];

/** Cuts the floor's parts out of leaflets that safeleaf makes for it. */
export const prepareFloor = (parts) =>
  inFolder(async (workspace) => {
    await writeSafeleafWorkspace(workspace, SAMPLES);
    buildWorkspace(workspace, 'separate', SAMPLES);
    const print = join(workspace, 'out', 'print');
    const stem = `rivals_${CAMPAIGN}_northstar_en-GB_`;
    writeFloorParts(parts, (at) => join(print, `${stem}${recordOf(at).sku}.pdf`));
  });
