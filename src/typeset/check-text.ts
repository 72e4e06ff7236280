import type { InlineRun } from '../compose/blocks.js';
import { type Finding, type FindingContext, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { BrandKit } from '../sources/brand-kit.js';
import type { Locale } from '../sources/locale.js';
import { withoutSteering } from './characters.js';
import type { PreparedParagraph } from './prepared-paragraph.js';
import { strayMarks } from './stray-marks.js';

/** Most characters that one finding names. */
const NAMED = 6;

const named = (letter: string): string =>
  `${quoted(letter)} (${Array.from(
    letter,
    (it) => `U+${(it.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ')})`;

const listed = (letters: readonly string[]): string => {
  const distinct = [...new Set(letters)];
  const more = distinct.length > NAMED ? ` and ${distinct.length - NAMED} more` : '';
  return distinct.slice(0, NAMED).map(named).join(', ') + more;
};

/** What is wrong with a paragraph's text whatever its width: one finding of a kind for each run. */
export function checkText(prepared: PreparedParagraph, brand: BrandKit, locale: Locale): Finding[] {
  const { paragraph, faults, runAt, text } = prepared;
  const context = { brand: brand.id, locale: locale.tag, sentence: withoutSteering(text) };
  const findings: Finding[] = [];
  const stray = strayMarks(prepared);
  for (const run of paragraph.runs) {
    const here = faults.filter(({ at }) => runAt(at) === run);
    const lost = here.filter(({ how }) => how.missing);
    const apart = here.filter(({ how }) => how.unshaped !== undefined);
    if (lost.length > 0) findings.push(noGlyph(lost, run, context));
    if (apart.length > 0) findings.push(notShaped(apart, run, context));
    const isTold = (at: number) => here.some((it) => at >= it.at && at < it.at + it.letter.length);
    const alone = stray.filter(({ at }) => runAt(at) === run && !isTold(at));
    if (alone.length > 0)
      findings.push(
        strayMark(
          alone.map(({ letter }) => letter),
          run,
          context,
        ),
      );
  }
  return [...findings, ...weightFindings(prepared, brand, locale, context)];
}

type Faults = PreparedParagraph['faults'];

const noGlyph = (faults: Faults, { place }: InlineRun, context: FindingContext): Finding =>
  finding(
    'text/no-glyph',
    place,
    `no font has ${listed(faults.map(({ letter }) => letter))}`,
    'write it with other characters, or name a font that has it in the brand kit or the locale',
    context,
  );

const notShaped = (faults: Faults, { place }: InlineRun, context: FindingContext): Finding =>
  finding(
    'font/script-not-shaped',
    place,
    `${quoted(faults[0]?.how.unshaped?.face.id ?? '')} has ${listed(faults.map(({ letter }) => letter))} and does not join or order such letters`,
    'name a font made for this script under "fonts" in the locale',
    context,
  );

const strayMark = (
  letters: readonly string[],
  { place }: InlineRun,
  context: FindingContext,
): Finding =>
  finding(
    'text/stray-mark',
    place,
    `an accent or vowel sign has no letter that it belongs to: ${listed(letters)}`,
    'take the mark out, or type the word anew: a letter may have been lost when it was copied',
    context,
  );

/** A brand's weights are its own: one that is asked for and not there is said, never replaced in silence. */
function weightFindings(
  { paragraph }: PreparedParagraph,
  brand: BrandKit,
  locale: Locale,
  context: FindingContext,
): Finding[] {
  const asked = new Map(
    paragraph.runs.map((run) => [`${run.style.family} ${run.style.weight}`, run]),
  );
  return [...asked.values()].flatMap((run) => {
    const { family, weight } = run.style;
    const { name, faces } = brand.fonts[family];
    const has = Object.keys(faces);
    if (has.includes(String(weight))) return lightLocale(run, locale, context);
    return finding(
      'font/weight-missing',
      paragraph.place,
      `the weight ${weight} of ${quoted(name)} is asked for, and the brand kit has ${has.join(', ')}`,
      `add a file for the weight "${weight}" to ${brand.file}, or ask for one of these weights`,
      context,
    );
  });
}

/** How far the weight of a locale's face may lie from the brand's: one step of the usual names (600 for 700). Our choice. */
const FARTHEST = 150;

/** A locale cannot know every brand's weights; but bold must not come out as regular. */
function lightLocale(run: InlineRun, locale: Locale, context: FindingContext): Finding[] {
  const weights = Object.keys(locale.fonts).map(Number);
  if (weights.length === 0) return [];
  const { weight } = run.style;
  if (weights.some((it) => Math.abs(it - weight) <= FARTHEST)) return [];
  return [
    finding(
      'font/weight-missing',
      { file: locale.file },
      `the weight ${weight} is asked for, and ${quoted(locale.tag)} has ${weights.join(', ')}`,
      `add a font file for a weight near ${weight} under "fonts"`,
      context,
    ),
  ];
}
