import type { Files } from '../../support/fault-base.js';

/** The profile with its end cut off. */
export default function make(files: Files): void {
  const file = 'press/icc/FOGRA39L_coated_TAC300_compact.icc';
  files[file] = (files[file] as Uint8Array).slice(0, 2000);
}
