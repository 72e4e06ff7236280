import type { FindingCode } from '../diagnostics/codes.js';
import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import { quoted } from '../diagnostics/quoted.js';

/** A name that stands for nothing: the nearest that there is, and the list. */
export const unknownName = (
  code: FindingCode,
  at: Place,
  kind: string,
  name: string,
  known: readonly string[],
): Finding => finding(code, at, `there is no ${kind} ${quoted(name)}`, nameOneOf(name, known));
