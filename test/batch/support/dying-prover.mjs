// A thread that reads leaflets back as ours does, and ends over those of the brand that DEADLY_BRAND names.
import prove from '../../../dist/batch/prove-worker.js';

export default (proof) => {
  if (proof.leaflet.form.brand.id === process.env.DEADLY_BRAND) process.exit(9);
  return prove(proof);
};
