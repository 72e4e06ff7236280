import type { Store } from '../cache/store.js';
import { packForm, packLeaflet } from '../prove/packed-form.js';
import { sha256Hex } from '../units/hash.js';
import type { BytesToProve, ReadBack } from './read-back.js';

/** Of the store's entries those that say that finished bytes were read back and nothing was found. */
const KIND = 'proof';
const CLEAN = 'nothing was found';

/**
 * Reads back what no earlier run has: bytes in which nothing was found when they were held against the very same, by the very
 * same code, are not read again. What found something is, so that it is told again. Without `verdicts` everything is. `onKnown`: told
 * of each file that is not read again.
 */
export function readBackOnce(
  readBack: ReadBack,
  verdicts: Store | undefined,
  onKnown?: () => void,
): ReadBack {
  if (!verdicts) return readBack;
  return async (it) => {
    const key = keyOf(it);
    if (new TextDecoder().decode(verdicts.get(KIND, key)) === CLEAN) {
      onKnown?.();
      return [];
    }
    const findings = await readBack(it);
    if (findings.length === 0) verdicts.put(KIND, key, new TextEncoder().encode(CLEAN));
    return findings;
  };
}

/** The hash of all that a proof on a thread of its own is given: it can look at nothing else. */
function keyOf({ bytes, leaflet, form, known, isJudged }: BytesToProve): string {
  const owed = [packLeaflet(leaflet), packForm(form, known), isJudged];
  const places = form.sides.flatMap(({ panels }) => panels.map(({ panel }) => panel.key));
  const isKnown = places.map((key) => known.has(key));
  return sha256Hex(JSON.stringify([sha256Hex(bytes), isKnown, ...owed], withMaps));
}

/** Maps as what they hold: as JSON writes them they hold nothing. */
const withMaps = (_: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...value] : value;
