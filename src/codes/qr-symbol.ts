import QRCode from 'qrcode';
import { outlineModules } from './outline-modules.js';
import type { QrSymbol } from './symbol.js';

/** M mends 15 % damage: enough for a leaflet that is folded and carried, and modules stay large. */
const LEVEL = 'M';

const made = new Map<string, QrSymbol>();

/**
 * The QR code for a target, byte for byte as it is given. Made once per target.
 *
 * Level M. A target longer than 106 bytes needs a symbol above version 6 (41 modules), which
 * preflight reports.
 *
 * @throws RangeError when the target is empty or longer than any QR code holds; `canEncode` tells.
 */
export function qrSymbol(target: string): QrSymbol {
  const known = made.get(target);
  if (known !== undefined) return known;
  if (!canEncode(target)) throw new RangeError('a QR code holds from 1 to 2,331 bytes at level M');
  const symbol = encode(target);
  made.set(target, symbol);
  return symbol;
}

/** Bytes in the largest symbol (version 40) at level M, ISO/IEC 18004, by way of the package `qrcode`. */
const MOST_BYTES = 2331;

/** Half of a character outside the basic plane: it has no bytes of its own. */
const HALF_CHARACTER = /\p{Surrogate}/u;

/** Whether there is a QR code, of any size, for a target. */
export function canEncode(target: string): boolean {
  const length = new TextEncoder().encode(target).length;
  return length > 0 && length <= MOST_BYTES && !HALF_CHARACTER.test(target);
}

function encode(target: string): QrSymbol {
  const { modules } = QRCode.create(target, { errorCorrectionLevel: LEVEL });
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => modules.get(y, x) === 1),
  );
  return {
    target,
    modules: modules.size,
    level: LEVEL,
    path: outlineModules(rows),
    dark: rows,
  };
}
