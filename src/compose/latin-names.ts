/** A part of a text; `isName` for Latin words that must be set left to right as one piece. */
export interface NamedPart {
  readonly text: string;
  readonly isName: boolean;
}

/** Latin words with the digits, points and hyphens in and between them: "Screen Time", "iOS 18", "Wi-Fi". */
const LATIN =
  /\p{Script=Latin}(?:[\p{Script=Latin}\p{M}\p{Nd}'’&+-]|\.(?=[\p{Script=Latin}\p{Nd}]))*(?:[ \u00A0]+[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{M}\p{Nd}'’&+-]|\.(?=[\p{Script=Latin}\p{Nd}]))*)*/gu;

/** Our choice: a name of a button or an app has at most three words; more is a sentence, and may break. */
const LONGEST_NAME = 3;

/** The Latin names in a text of another script: bidi alone would let their numbers and points wander. */
export function latinNames(text: string): readonly NamedPart[] {
  const parts: NamedPart[] = [];
  const add = (part: string, isName: boolean): void => {
    if (part !== '') parts.push({ text: part, isName });
  };
  let from = 0;
  for (const found of text.matchAll(LATIN)) {
    const name = found[0].replace(/['’&.-]+$/u, '');
    if (name.split(/[ \u00A0]+/u).length > LONGEST_NAME) continue;
    add(text.slice(from, found.index), false);
    add(name, true);
    from = found.index + name.length;
  }
  add(text.slice(from), false);
  return parts;
}
