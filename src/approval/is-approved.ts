import type { Approval } from '../sources/approval.js';
import type { Unit } from '../sources/copy-deck.js';
import { unitDigest } from './statement.js';

/** Whether an approval holds a wording exactly as it stands. Who signed it, and until when, is another question. */
export const isApproved = (wording: Unit, approval: Approval | undefined): boolean =>
  approval !== undefined &&
  Object.hasOwn(approval.units, wording.key) &&
  approval.units[wording.key]?.sha256 === unitDigest(wording);
