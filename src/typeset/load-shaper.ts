import type * as HarfBuzz from 'harfbuzzjs';

let loaded: typeof HarfBuzz | undefined;

/** Starts HarfBuzz. Once a process, before the first face is opened; later calls do nothing. */
export async function loadShaper(): Promise<void> {
  loaded ??= await import('harfbuzzjs');
}

/**
 * HarfBuzz, once it has been started.
 *
 * @throws Error when `loadShaper` was not awaited before: our own fault, never a user's
 */
export function shaper(): typeof HarfBuzz {
  if (loaded === undefined) throw new Error('text is set before loadShaper() was awaited');
  return loaded;
}
