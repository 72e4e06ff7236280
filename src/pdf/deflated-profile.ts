import { inflateSync } from 'node:zlib';
import type { PressProfile } from '../sources/press-profile.js';
import { deflate } from './deflate.js';

/** What Node gives beside the bytes when it is asked for more than them. */
interface Inflated {
  readonly buffer: Uint8Array;
  /** `bytesWritten`: how much of what went in was read. */
  readonly engine: { readonly bytesWritten: number };
}

/**
 * A press's profile as a file holds it: as it stands compressed beside the profile, if that is the profile and nothing more.
 * To compress it in every run takes longer than all panels together.
 */
export function deflatedProfile({ icc, iccDeflated }: PressProfile): Uint8Array {
  return iccDeflated && holds(iccDeflated, icc) ? iccDeflated : deflate(icc);
}

function holds(deflated: Uint8Array, plain: Uint8Array): boolean {
  try {
    const options = { info: true, maxOutputLength: plain.length };
    // Its types do not know of `info`.
    const { buffer, engine } = inflateSync(deflated, options) as unknown as Inflated;
    return engine.bytesWritten === deflated.length && Buffer.compare(buffer, plain) === 0;
  } catch {
    return false;
  }
}
