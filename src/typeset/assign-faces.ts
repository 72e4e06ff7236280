import { needsGlyph, WHITE_SPACE } from './characters.js';
import type { ScaledFace } from './face-chain.js';
import { scriptOf } from './script-of.js';

/** Which faces a letter may be set in. */
interface Chains {
  readonly own: readonly ScaledFace[];
  readonly latin: readonly ScaledFace[];
}

/** A letter as a reader sees letters (a grapheme cluster), with what its run asks of it. */
export interface Letter {
  readonly text: string;
  readonly chains: Chains;
  /** Which isolate it stands in; -1 for none. Punctuation looks no further than its own. */
  readonly isolate: number;
}

/** The face of a letter; `missing` where none has it. */
export interface Assigned {
  readonly face: ScaledFace;
  readonly missing: boolean;
  /** The faces that have the letter but lack the tables to shape its script. */
  readonly unshaped?: ScaledFace | undefined;
}

const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;
const EUROPEAN_FIGURE = /^[0-9]/;
const BEYOND_ASCII = /[^ -~]/;

const has = ({ face }: ScaledFace, text: string): boolean => {
  for (const character of text)
    if (needsGlyph(character) && !face.draws(character.codePointAt(0) ?? 0)) return false;
  return true;
};

/** Whether a face has a letter, as one character or as letter and marks. */
function canDraw(face: ScaledFace, text: string): boolean {
  if (WHITE_SPACE.test(text) || text === '\u00a0') return true;
  if (has(face, text)) return true;
  if (!BEYOND_ASCII.test(text)) return false;
  return has(face, text.normalize('NFC')) || has(face, text.normalize('NFD'));
}

function fromChain(chain: readonly ScaledFace[], text: string): Assigned | undefined {
  const script = scriptOf(String.fromCodePoint(text.codePointAt(0) ?? 0));
  let unshaped: ScaledFace | undefined;
  for (const face of chain) {
    if (!canDraw(face, text)) continue;
    if (face.face.canShape(script)) return { face, missing: false };
    unshaped ??= face;
  }
  const face = unshaped ?? chain[0];
  return face === undefined ? undefined : { face, missing: unshaped === undefined, unshaped };
}

function assignStrong({ text, chains }: Letter): Assigned | undefined {
  const latin = EUROPEAN_FIGURE.test(text) || scriptOf(text) === 'Latn';
  return fromChain(latin ? chains.latin : chains.own, text);
}

/**
 * The face of each letter of a text.
 *
 * Letters and figures take the first face of their chain that has them. Spaces and punctuation go
 * with their neighbours where those agree, so that a bracket is not of another face than what it
 * holds; else they take the locale's own.
 */
export function assignFaces(letters: readonly Letter[]): Assigned[] {
  const strong = letters.map((it) =>
    LETTER_OR_FIGURE.test(it.text) ? assignStrong(it) : undefined,
  );
  const next = nextStrong(letters, strong);
  const assigned: Assigned[] = [];
  const brackets: OpenBracket[] = [];
  let before: Assigned | undefined;
  let isolate = -1;
  letters.forEach((letter, index) => {
    if (letter.isolate !== isolate && letter.isolate !== -1) before = undefined;
    isolate = letter.isolate;
    const own = strong[index];
    const how = own ?? closing(letter, brackets) ?? neutral(letter, before, next[index]);
    assigned.push(how);
    if (own !== undefined) before = own;
    const close = PAIRS.get(letter.text);
    if (close !== undefined) brackets.push({ close, how });
  });
  return assigned;
}

/** Brackets and quotation marks whose second half is told from the first. */
const PAIRS = new Map(
  ['()', '[]', '{}', '«»', '‹›', '“”', '‘’', '„“', '‚‘'].map(([a, b]) => [a, b]),
);

interface OpenBracket {
  readonly close: string | undefined;
  readonly how: Assigned;
}

/** A closing bracket is of the face of the one that it closes, so that the two match. */
function closing({ text }: Letter, brackets: OpenBracket[]): Assigned | undefined {
  const at = brackets.findLastIndex(({ close }) => close === text);
  if (at === -1) return undefined;
  const opened = brackets[at]?.how;
  brackets.length = at;
  if (opened === undefined || opened.missing || !canDraw(opened.face, text)) return undefined;
  return { face: opened.face, missing: false };
}

/** For each letter the face of the next letter or figure, inside an isolate no further than its end. */
function nextStrong(
  letters: readonly Letter[],
  strong: readonly (Assigned | undefined)[],
): (Assigned | undefined)[] {
  const next: (Assigned | undefined)[] = [];
  let after: Assigned | undefined;
  for (let index = letters.length - 1; index >= 0; index -= 1) {
    const here = letters[index]?.isolate ?? -1;
    const following = letters[index + 1]?.isolate ?? -1;
    if (here !== following && here !== -1) after = undefined;
    next[index] = after;
    after = strong[index] ?? after;
  }
  return next;
}

function neutral(
  { text, chains, isolate }: Letter,
  before: Assigned | undefined,
  after: Assigned | undefined,
): Assigned {
  const agreed = before?.face.face === after?.face.face ? before : undefined;
  const inside = isolate === -1 ? undefined : (before ?? after);
  const wish = agreed ?? inside;
  if (wish !== undefined && !wish.missing && canDraw(wish.face, text))
    return { face: wish.face, missing: false };
  const found = fromChain(isolate === -1 ? chains.own : chains.latin, text);
  if (found === undefined) throw new Error('a style has no face at all');
  return found;
}
