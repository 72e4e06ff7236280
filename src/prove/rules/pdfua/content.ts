import type { PDFObject } from '@cantoo/pdf-lib';
import { quoted } from '../../../diagnostics/quoted.js';
import type { Anatomy } from '../../anatomy/anatomy.js';
import type { Drawn } from '../../anatomy/drawn.js';
import { type Mark, marksAround } from '../../anatomy/mark.js';
import { languageOf, type StructureElement } from '../../anatomy/structure.js';
import { entryOf, textOf } from '../../pdf-values.js';
import { when } from '../rule.js';
import { uaRules } from './ua-rules.js';

const rule = uaRules('a screen reader would skip words, or read out lines and marks');

/** The element that a mark, or one round it, belongs to. */
function elementRound(file: Anatomy, mark: Mark | undefined): StructureElement | undefined {
  for (const it of marksAround(mark)) {
    const element = file.structure?.elementOf(it);
    if (element !== undefined) return element;
  }
  return undefined;
}

const isArtifact = (mark: Mark | undefined): boolean =>
  [...marksAround(mark)].some(({ tag }) => tag === 'Artifact');

const named = ({ kind }: Drawn): string =>
  ({ text: 'text', path: 'a shape', image: 'a picture', shading: 'a shading' })[kind];

/** The same fault once a page, with how often. */
function oncePerPage(drawn: readonly Drawn[], problem: (first: Drawn, count: number) => string) {
  return [...byPage(drawn)].flatMap(([page, those]) =>
    those[0] === undefined ? [] : [{ page, problem: problem(those[0], those.length) }],
  );
}

function byPage(drawn: readonly Drawn[]): Map<number, Drawn[]> {
  const map = new Map<number, Drawn[]>();
  for (const it of drawn) map.set(it.page, [...(map.get(it.page) ?? []), it]);
  return map;
}

/** Clause 7.1: everything on a page is either in the tag tree or marked as decoration. */
export const CONTENT = [
  rule('7.1-1', 'nothing inside a tag is marked as decoration', (file) =>
    file.content.marks.flatMap((mark) =>
      when(
        mark.tag === 'Artifact' && elementRound(file, mark) !== undefined,
        'decoration (Artifact) stands inside a tag',
      ),
    ),
  ),
  rule('7.1-2', 'no tag stands inside decoration', (file) =>
    file.content.marks.flatMap((mark) =>
      when(
        elementRound(file, mark) !== undefined && isArtifact(mark.parent),
        'tagged content stands inside decoration (Artifact)',
      ),
    ),
  ),
  rule('7.1-3', 'everything drawn is tagged or marked as decoration', (file) =>
    oncePerPage(
      file.content.drawn.filter(
        ({ mark }) => !isArtifact(mark) && elementRound(file, mark) === undefined,
      ),
      (first, count) =>
        `${named(first)} is neither tagged nor marked as decoration${count > 1 ? `; and so ${count - 1} more` : ''}`,
    ),
  ),
] as const;

const language = uaRules('a screen reader would read the words with the voice of another language');

/** The language of a mark: its own, that of a mark round it, or that of its element. */
function markLanguage(file: Anatomy, mark: Mark | undefined): string | undefined {
  for (const it of marksAround(mark)) if (it.lang !== undefined) return it.lang;
  return languageOf(elementRound(file, mark));
}

const hasFileLanguage = ({ catalog }: Anatomy): boolean => entryOf(catalog, 'Lang') !== undefined;

const spanRule = (id: string, what: string, of: (mark: Mark) => string | undefined) =>
  language(id, `the language of a span's ${what} is known`, (file) =>
    file.content.marks.flatMap((mark) =>
      when(
        mark.tag === 'Span' &&
          of(mark) !== undefined &&
          !hasFileLanguage(file) &&
          markLanguage(file, mark) === undefined,
        `nothing says in which language ${quoted(of(mark) ?? '')} is`,
      ),
    ),
  );

const elementRule = (id: string, what: string, of: (it: StructureElement) => string | undefined) =>
  language(id, `the language of a tag's ${what} is known`, (file) =>
    (file.structure?.elements ?? []).flatMap((element) =>
      when(
        of(element) !== undefined && !hasFileLanguage(file) && languageOf(element) === undefined,
        `nothing says in which language ${quoted(of(element) ?? '')} is`,
      ),
    ),
  );

/** A language tag as ISO 32000-1, 14.9.2, describes it. */
const LANGUAGE_TAG = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

function* languagesIn({ catalog, structure, content }: Anatomy): Generator<string> {
  const own = textOf(entryOf(catalog, 'Lang'));
  if (own !== undefined) yield own;
  for (const { lang } of structure?.elements ?? []) if (lang !== undefined) yield lang;
  for (const { lang } of content.marks) if (lang !== undefined) yield lang;
}

/** A text that the metadata give as the default and in no language that has a name. */
const isOfNoLanguage = ({ languages }: { readonly languages: readonly string[] }): boolean =>
  languages.length > 0 && languages.every((it) => it === 'x-default');

/** What is wrong with a text of a note or a form field whose language nothing says: not the object, its tag, nor the file. */
function inNoLanguage(text: string | undefined, dict: PDFObject, file: Anatomy) {
  const isKnown =
    hasFileLanguage(file) ||
    entryOf(dict, 'Lang') !== undefined ||
    languageOf(file.structure?.elementOfObject(dict)) !== undefined;
  return when(
    text !== undefined && !isKnown,
    `nothing says in which language ${quoted(text ?? '')} is`,
  );
}

/** Clause 7.2: the language of every text. */
export const LANGUAGE = [
  language('7.2-2', 'the language of bookmarks is known', (file) =>
    when(
      entryOf(entryOf(file.catalog, 'Outlines'), 'First') !== undefined && !hasFileLanguage(file),
      'the file has bookmarks and names no language',
    ),
  ),
  elementRule('7.2-21', 'replacement text', ({ actualText }) => actualText),
  elementRule('7.2-22', 'alternative text', ({ alt }) => alt),
  elementRule('7.2-23', 'expansion of an abbreviation', ({ expansion }) => expansion),
  language('7.2-24', 'the language of what a note over the page says is known', (file) =>
    file.notes.flatMap(({ dict, page }) => {
      const text = textOf(entryOf(dict, 'Contents'));
      return inNoLanguage(text, dict, file).map((problem) => ({ problem, page }));
    }),
  ),
  language('7.2-25', 'the language of what a form field is called is known', (file) =>
    file.dictionaries.flatMap((dict) => {
      const text = entryOf(dict, 'FT') === undefined ? undefined : textOf(entryOf(dict, 'TU'));
      return inNoLanguage(text, dict, file);
    }),
  ),
  language('7.2-29', 'every language is a language tag', (file) =>
    [...new Set(languagesIn(file))].flatMap((lang) =>
      when(!LANGUAGE_TAG.test(lang), `${quoted(lang)} is no language tag`),
    ),
  ),
  spanRule('7.2-30', 'replacement text', ({ actualText }) => actualText),
  spanRule('7.2-31', 'alternative text', ({ alt }) => alt),
  spanRule('7.2-32', 'expansion of an abbreviation', ({ expansion }) => expansion),
  language('7.2-33', 'the language of the metadata is known', (file) =>
    when(
      !hasFileLanguage(file) && file.xmp?.properties.some(isOfNoLanguage) === true,
      'the metadata have a text in no language, and the file names none',
    ),
  ),
  language('7.2-34', 'the language of every text on a page is known', (file) =>
    hasFileLanguage(file)
      ? []
      : oncePerPage(
          file.content.drawn.filter(
            ({ kind, mark }) => kind === 'text' && markLanguage(file, mark) === undefined,
          ),
          (_, count) => `nothing says in which language ${count} strings of text are`,
        ),
  ),
] as const;
