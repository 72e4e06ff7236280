import { Certifier } from '../../src/batch/certifier.js';
import type { Finding } from '../../src/diagnostics/finding.js';
import { openPressFor, prepare } from '../../src/pipeline.js';
import { openProver } from '../../src/prove/open-prover.js';
import type { World } from '../../src/world.js';

const RUN = { draft: false, toolVersion: 'test' };

/**
 * All that `check` finds in the campaign `small`. `wanted` saves time: finished files are made only
 * if no earlier stage says something of which it is true.
 */
export async function checkCampaign(
  world: World,
  wanted: (finding: Finding) => boolean = () => false,
): Promise<readonly Finding[]> {
  const { value: ready, findings } = await prepare(world, 'small', RUN);
  if (ready === undefined || findings.some(wanted)) return findings;
  const certifier = new Certifier(ready, openPressFor(ready, RUN), await openProver({ world }));
  const proven: Finding[] = [];
  for (const leaflet of ready.plan.leaflets)
    proven.push(...(await certifier.certify(leaflet)).findings);
  return [...findings, ...proven];
}
