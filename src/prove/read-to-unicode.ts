import { readOperations } from './read-operations.js';
import type { Operand } from './tokens.js';

/** Most codes that one range of a CMap may stand for: two bytes of code. */
const LONGEST_RANGE = 65_536;
/** Most codes that are kept of a CMap. */
const MOST_CODES = 200_000;

const toNumber = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** UTF-16 as strings of a CMap and /ActualText write it, big end first. */
export function utf16(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
  return text;
}

/** A font's ToUnicode CMap: code -> text (ISO 32000-1, 9.10.3). What cannot be read is left out. */
export function readToUnicode(stream: Uint8Array): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const { operator, operands } of readOperations(stream)) {
    if (operator === 'endbfchar') readCharacters(operands, map);
    else if (operator === 'endbfrange') readRanges(operands, map);
    if (map.size > MOST_CODES) break;
  }
  return map;
}

function readCharacters(operands: readonly Operand[], map: Map<number, string>): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [code, text] = [operands[at], operands[at + 1]];
    if (code instanceof Uint8Array && text instanceof Uint8Array)
      map.set(toNumber(code), utf16(text));
  }
}

function readRanges(operands: readonly Operand[], map: Map<number, string>): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [first, last, text] = [operands[at], operands[at + 1], operands[at + 2]];
    if (!(first instanceof Uint8Array && last instanceof Uint8Array)) continue;
    const from = toNumber(first);
    const count = Math.min(toNumber(last) - from + 1, LONGEST_RANGE);
    for (let step = 0; step < count && map.size <= MOST_CODES; step += 1) {
      const one = textOfStep(text, step);
      if (one !== undefined) map.set(from + step, one);
    }
  }
}

/** The text of the nth code of a range: of a list the nth, of a string its last unit raised by n. */
function textOfStep(text: Operand | undefined, step: number): string | undefined {
  if (Array.isArray(text)) {
    const one: unknown = text[step];
    return one instanceof Uint8Array ? utf16(one) : undefined;
  }
  if (!(text instanceof Uint8Array)) return undefined;
  const start = utf16(text);
  const head = start.slice(0, -1);
  const last = start.charCodeAt(start.length - 1);
  return Number.isNaN(last) ? undefined : head + String.fromCharCode(last + step);
}
