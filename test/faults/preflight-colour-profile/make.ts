import type { Files } from '../../support/fault-base.js';

/** A profile whose header is right and whose tables are gone. */
export default function make(files: Files): void {
  const file = 'press/icc/FOGRA39L_coated_TAC300_compact.icc';
  const bytes = (files[file] as Uint8Array).slice();
  bytes.fill(0, 128);
  files[file] = bytes;
}
