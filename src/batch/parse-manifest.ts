/** What stands round the leaflets of a manifest as it is written: each of them on a line of its own. */
const LEAFLETS = '\n "leaflets": [';
const END = '\n ]\n}\n';

/**
 * A manifest's text as a value. One that stands as it was written is read line by line: the text of a hundred thousand
 * leaflets as one piece would take as much memory again as what it says. Throws where it is no JSON.
 */
export function parseManifest(bytes: Buffer): unknown {
  const at = bytes.indexOf(LEAFLETS, 0, 'utf8');
  const end = bytes.length - END.length;
  const isAsWritten = at > 0 && end >= at && bytes.toString('latin1', end) === END;
  const read = isAsWritten ? parseLines(bytes, at, end) : undefined;
  return read ?? JSON.parse(bytes.toString('utf8'));
}

/** Undefined where a line is no leaflet of its own: somebody may have laid the file out anew. */
function parseLines(bytes: Buffer, at: number, end: number): object | undefined {
  try {
    const head = JSON.parse(bytes.toString('utf8', 0, at).replace(/,$/, '}')) as object;
    const leaflets: unknown[] = [];
    let from = at + LEAFLETS.length;
    while (from < end) {
      const next = bytes.indexOf('\n', from + 1);
      const to = next < 0 || next > end ? end : next;
      const isLast = to === end;
      // Each line begins with the end of the one before it, and all but the last end with a comma.
      leaflets.push(JSON.parse(bytes.toString('utf8', from, isLast ? to : to - 1)));
      if (!isLast && bytes[to - 1] !== COMMA) return undefined;
      from = to;
    }
    return { ...head, leaflets };
  } catch {
    return undefined;
  }
}

const COMMA = 0x2c;
