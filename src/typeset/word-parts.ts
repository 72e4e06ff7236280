import { sameOrigin } from '../compose/same-origin.js';
import { withoutSteering } from './characters.js';
import type { WordRange } from './line-words.js';
import type { PreparedParagraph } from './prepared-paragraph.js';
import type { WordPart } from './set-paragraph.js';

/** A word by where its letters come from: one part, or more where no space stands between copy and a value. */
export function wordParts(
  { text, runAt }: PreparedParagraph,
  { start, end }: WordRange,
): readonly WordPart[] {
  const parts: WordPart[] = [];
  for (let at = start; at < end; ) {
    const { origin } = runAt(at);
    let until = at + 1;
    while (until < end && sameOrigin(runAt(until).origin, origin)) until += 1;
    const part = withoutSteering(text.slice(at, until));
    if (part !== '') parts.push({ text: part, origin });
    at = until;
  }
  return parts;
}
