import { installedEyes } from '../prove/installed-eyes.js';
import { proveFile } from '../prove/open-prover.js';
import { FormUnpacker } from '../prove/packed-form.js';
import { warmEyes } from '../prove/warm-eyes.js';
import { answering } from './answering.js';
import { judged } from './read-back.js';
import type { PackedProof } from './read-back-on-thread.js';

const eyes = installedEyes();
const forms = new FormUnpacker();
// The thread starts while leaflets are still being set.
await warmEyes(eyes);

/** What the thread that reads leaflets back runs. */
export default answering(async ({ bytes, leaflet, form, known, isJudged }: PackedProof) => {
  const owed = forms.unpack(form);
  const { findings } = await proveFile(eyes, bytes, leaflet, owed, known);
  return isJudged ? [...findings, ...(await judged(bytes, leaflet))] : findings;
});
