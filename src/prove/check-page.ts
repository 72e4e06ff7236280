import { Parser } from 'htmlparser2';
import { type Finding, type FindingContext, finding, type Place } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { OwedPage } from './owed-page.js';
import { spoken } from './spoken.js';

/** What somebody finds on a page in a browser. */
interface FoundPage {
  /** Its words without white space, list markers among them. */
  readonly letters: string;
  readonly links: readonly string[];
  readonly pictures: readonly string[];
  /** Elements and attributes that run, fetch or hide something. */
  readonly foreign: readonly string[];
}

const FIX = 'do not put this page out; make it again with "safeleaf build"';

/** Elements that a page of words has no use for: they run, fetch or send something. */
const FOREIGN = new Set(
  'script iframe frame object embed link img audio video source form input base applet'.split(' '),
);

/** Where a link may lead. */
const LEADS = /^(?:tel:[0-9]+$|sms:[0-9]+|https:\/\/)/;

/** What a picture begins with that the page holds itself. */
const HELD = 'data:image/png;base64,';

/** Letters shown round the first difference. */
const AROUND = 24;

/** A page of the reader edition, read back: its words in order, where its links lead, what is said for pictures, and that it runs nothing. */
export function checkPage(
  bytes: Uint8Array,
  owed: readonly OwedPage[],
  at: Place,
  context: FindingContext,
): readonly Finding[] {
  const found = readPage(new TextDecoder().decode(bytes));
  const words = owed.flatMap((page) => page.words);
  const links = owed.flatMap((page) => page.links.map(({ target }) => target));
  const pictures = owed.flatMap((page) => page.pictures);
  const tell = (
    code: 'prove/word' | 'prove/link' | 'prove/tags' | 'prove/annotation',
    problem: string,
  ) => finding(code, at, problem, FIX, context);
  const difference = firstDifference(spoken(words.join('')), found.letters);
  return [
    ...(difference === undefined ? [] : [tell('prove/word', difference)]),
    ...unequal(links, found.links).map((it) => tell('prove/link', `a link leads to ${it}`)),
    ...unequal(pictures, found.pictures).map((it) =>
      tell('prove/tags', `for a picture is said ${it}`),
    ),
    ...found.foreign.map((it) => tell('prove/annotation', `the page holds ${quoted(it)}`)),
  ];
}

function firstDifference(owed: string, found: string): string | undefined {
  if (owed === found) return undefined;
  let at = 0;
  while (owed[at] === found[at]) at += 1;
  const near = (text: string) => quoted(text.slice(Math.max(0, at - AROUND), at + AROUND));
  return `the page has ${near(found)} where ${near(owed)} was approved (white space apart)`;
}

/** The first place where two lists part, in words. */
function unequal(owed: readonly string[], found: readonly string[]): readonly string[] {
  const count = Math.max(owed.length, found.length);
  for (let at = 0; at < count; at += 1)
    if (owed[at] !== found[at])
      return [`${quoted(found[at] ?? 'nothing')}; it should be ${quoted(owed[at] ?? 'nothing')}`];
  return [];
}

function readPage(html: string): FoundPage {
  const links: string[] = [];
  const pictures: string[] = [];
  const foreign: string[] = [];
  const lists: { isNumbered: boolean; count: number }[] = [];
  let text = '';
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (FOREIGN.has(name)) foreign.push(`<${name}>`);
      for (const key of Object.keys(attributes))
        if (/^(?:on|src|style$|action$|xlink|hidden$|aria-hidden$)/.test(key)) foreign.push(key);
      if (name === 'main') depth += 1;
      if (name === 'ol' || name === 'ul') lists.push({ isNumbered: name === 'ol', count: 0 });
      if (name === 'li') text += markerOf(lists.at(-1));
      const { href, 'aria-label': label } = attributes;
      const isHeld = name === 'image' && href?.startsWith(HELD);
      if (href !== undefined && !isHeld) links.push(href);
      if (href !== undefined && !isHeld && !LEADS.test(href)) foreign.push(href);
      if (label !== undefined) pictures.push(label);
    },
    ontext(data) {
      if (depth > 0) text += data;
    },
    onclosetag(name) {
      if (name === 'main') depth -= 1;
      if (name === 'ol' || name === 'ul') lists.pop();
    },
  });
  parser.write(html);
  parser.end();
  return { letters: spoken(text.replaceAll(/\s+/gu, '')), links, pictures, foreign };
}

/** A list's own bullet or number, which a browser puts there. */
function markerOf(list: { isNumbered: boolean; count: number } | undefined): string {
  if (!list) return '';
  list.count += 1;
  return list.isNumbered ? `${list.count}.` : '•';
}
