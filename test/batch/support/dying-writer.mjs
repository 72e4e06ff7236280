// A thread that writes leaflets as ours does, and ends as if it had run out of memory over the one that DEADLY_LEAFLET names.
import write from '../../../dist/batch/write-worker.js';

const { DEADLY_LEAFLET = '' } = process.env;

export default (chunk) => {
  if (chunk.leaflets.some(({ path }) => path.includes(DEADLY_LEAFLET))) process.exit(9);
  return write(chunk);
};
