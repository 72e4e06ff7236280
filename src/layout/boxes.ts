import { type Config, Errata, loadYoga, type Yoga } from 'yoga-layout/load';

let yoga: Yoga | undefined;
let config: Config | undefined;

/** Makes flex boxes ready. Once per process, before the first `layOutForm`. */
export async function loadBoxes(): Promise<void> {
  if (yoga !== undefined) return;
  const loaded = await loadYoga();
  config = loaded.Config.create();
  // Yoga rounds to whole units unless told not to; a unit is a millimetre here.
  config.setPointScaleFactor(0);
  config.setErrata(Errata.None);
  config.setUseWebDefaults(true);
  yoga = loaded;
}

/** A new flex box. The one who makes it frees it. */
export function newBox(): ReturnType<Yoga['Node']['create']> {
  if (yoga === undefined || config === undefined) {
    throw new Error('loadBoxes() comes before the first layout');
  }
  return yoga.Node.create(config);
}
