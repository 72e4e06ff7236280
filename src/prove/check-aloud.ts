import type { PDFObject } from '@cantoo/pdf-lib';
import { type Finding, type FindingContext, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import { checkWords } from './check-words.js';
import { digitsOf } from './digits.js';
import type { OwedPage } from './owed-page.js';
import { type HeardPage, readAloud, type SeenPage } from './read-aloud.js';

const FIX = 'do not hand this file out; make it again with "safeleaf build"';

/** A file of the reader edition, read through its tags alone, against what somebody must hear of it. */
export function checkAloud(
  catalog: PDFObject | undefined,
  pages: readonly SeenPage[],
  owed: readonly OwedPage[],
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  const heard = readAloud(catalog, pages);
  if (heard === undefined)
    return [finding('prove/tags', at, 'the file has no tags: nothing of it is read', FIX, context)];
  return owed.flatMap((page, index) => {
    const place = { ...at, part: `page "${page.name}"` };
    const said = heard[index];
    const links = pages[index]?.page.annotations ?? 0;
    return said ? checkPage(page, said, links, place, context) : [];
  });
}

function checkPage(
  owed: OwedPage,
  heard: HeardPage,
  annotations: number,
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  const tags = [
    ...checkWords(owed.words, heard.words, at, context),
    ...checkWords(owed.unheard, heard.unheard, at, context),
  ].map(({ problem, sentence }) =>
    finding('prove/tags', at, `read aloud, ${problem}`, FIX, { ...context, sentence }),
  );
  return [
    ...tags,
    ...checkPictures(owed, heard, at, context),
    ...checkLinks(owed, heard, annotations, at, context),
  ];
}

function checkPictures(
  { pictures: owed }: OwedPage,
  { pictures: heard }: HeardPage,
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  if (owed.length === heard.length && owed.every((it, index) => it === heard[index])) return [];
  const problem = `for its pictures ${quoted(heard.join('; '))} is said; ${quoted(owed.join('; '))} should be`;
  return [finding('prove/tags', at, problem, FIX, context)];
}

function checkLinks(
  { links: owed }: OwedPage,
  { links: heard, areas }: HeardPage,
  annotations: number,
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  const faults: string[] = [];
  if (areas !== annotations)
    faults.push(`${annotations} things lie over the page; ${areas} of them are links with words`);
  for (let index = 0; index < Math.max(owed.length, heard.length); index += 1) {
    const [wanted, given] = [owed[index], heard[index]];
    if (wanted === undefined)
      faults.push(`${quoted(given?.target ?? '')} is linked and should not be`);
    else if (given === undefined) faults.push(`the link to ${quoted(wanted.target)} is missing`);
    else if (given.target !== wanted.target)
      faults.push(
        `a link leads to ${quoted(given.target)}; it should lead to ${quoted(wanted.target)}`,
      );
    else if (given.label !== wanted.label)
      faults.push(
        `a link is called ${quoted(given.label)}; it should be called ${quoted(wanted.label)}`,
      );
    else if (given.words.join(' ') !== wanted.words.join(' '))
      faults.push(`the link ${quoted(wanted.label)} stands on ${quoted(given.words.join(' '))}`);
    else if (!isSameNumber(given.target, given.words))
      faults.push(`${quoted(given.words.join(' '))} would dial ${quoted(given.target)}`);
  }
  return faults.map((problem) => finding('prove/link', at, problem, FIX, context));
}

/** The digits that are seen are those that are dialled. */
const isSameNumber = (target: string, words: readonly string[]): boolean =>
  !target.startsWith('tel:') ||
  words.length === 0 ||
  digitsOf(target) === digitsOf(words.join(' '));
