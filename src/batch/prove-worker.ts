import { installedEyes } from '../prove/installed-eyes.js';
import { proveFile } from '../prove/open-prover.js';
import { FormUnpacker } from '../prove/packed-form.js';
import { answering } from './answering.js';
import { judged } from './read-back.js';
import type { PackedProof } from './read-back-on-thread.js';

const forms = new FormUnpacker();

/** What the thread that reads leaflets back runs. */
export default answering(async ({ bytes, leaflet, form, known, isJudged }: PackedProof) => {
  const owed = forms.unpack(form);
  const { findings } = await proveFile(installedEyes(), bytes, leaflet, owed, known);
  return isJudged ? [...findings, ...(await judged(bytes, leaflet))] : findings;
});
