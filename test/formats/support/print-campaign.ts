import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printFindings } from '../../../src/diagnostics/print-finding.js';
import { openPressFor, prepare } from '../../../src/pipeline.js';
import type { Leaflet } from '../../../src/plan/plan.js';
import { fakeWorld } from '../../support/fake-world.js';

/** A leaflet as a file on disk. */
export interface PrintedLeaflet {
  readonly leaflet: Leaflet;
  readonly file: string;
}

const folder = mkdtempSync(join(tmpdir(), 'safeleaf-formats-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Prints a campaign of the workspace given here, behind which the shipped files stand. */
export async function printCampaign(
  id: string,
  files: Readonly<Record<string, string>> = {},
  draft = false,
): Promise<readonly PrintedLeaflet[]> {
  const run = { draft, toolVersion: '0.0.0' };
  const world = fakeWorld(files, { shipped: true, today: '2026-12-01' });
  const { value: ready, findings } = await prepare(world, id, run);
  if (!ready) throw new Error(printFindings(findings).join('\n'));
  const press = openPressFor(ready, run);
  return ready.plan.leaflets.map((leaflet) => {
    const file = join(folder, `${leaflet.fileName}${draft ? '-draft' : ''}.pdf`);
    writeFileSync(file, press.write(leaflet).bytes);
    return { leaflet, file };
  });
}
