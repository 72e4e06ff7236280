import type { PDFObject } from '@cantoo/pdf-lib';
import type { Anatomy } from '../../anatomy/anatomy.js';
import type { Note } from '../../anatomy/read-notes.js';
import { attributeOf, type StructureElement } from '../../anatomy/structure.js';
import { entryOf, itemsOf, nameOf, textOf } from '../../pdf-values.js';
import { type Breach, when } from '../rule.js';
import { uaRules } from './ua-rules.js';

const rule = uaRules(
  'a reader who cannot see the page finds no link, or does not learn where it leads',
);

const isShown = ({ isHidden, isOutside }: Note): boolean => !isHidden && !isOutside;

const elementOf = (file: Anatomy, { dict }: Note): StructureElement | undefined =>
  file.structure?.elementOfObject(dict);

/** What each note over a page breaks. */
const each = (
  file: Anatomy,
  isWanted: (note: Note) => boolean,
  problemOf: (note: Note) => string | undefined,
): readonly Breach[] =>
  file.notes.filter(isWanted).flatMap((note) => {
    const problem = problemOf(note);
    return problem === undefined ? [] : [{ problem, page: note.page }];
  });

const isIn = (file: Anatomy, note: Note, type: string): boolean =>
  elementOf(file, note)?.mapped.standard === type;

/** What a field is called for readers. A widget without a name of its own only shows the field round it. */
function fieldName(widget: PDFObject): string | undefined {
  const isField = entryOf(widget, 'T') !== undefined || entryOf(widget, 'Parent') === undefined;
  return textOf(entryOf(isField ? widget : entryOf(widget, 'Parent'), 'TU'));
}

/** A pop-up window says what its note says; the others have rules of their own. */
const OWN_RULES = ['Widget', 'PrinterMark', 'Link', 'Popup'];

/** Clause 7.18: links, fields and other things that lie over a page. */
export const NOTES = [
  rule('7.18.1-1', 'a note over the page stands in a tag Annot', (file) =>
    each(
      file,
      (it) => isShown(it) && !OWN_RULES.includes(it.subtype),
      (it) => (isIn(file, it, 'Annot') ? undefined : `a ${it.subtype} stands in no Annot`),
    ),
  ),
  rule('7.18.1-2', 'a note over the page says in words what it is', (file) =>
    each(
      file,
      (it) => isShown(it) && !['Widget', 'Popup'].includes(it.subtype),
      (it) =>
        textOf(entryOf(it.dict, 'Contents')) || elementOf(file, it)?.alt
          ? undefined
          : `a ${it.subtype} has neither Contents nor Alt`,
    ),
  ),
  rule('7.18.1-3', 'a form field says in words what it is', (file) =>
    each(
      file,
      (it) => isShown(it) && it.subtype === 'Widget',
      (it) =>
        fieldName(it.dict) || elementOf(file, it)?.alt
          ? undefined
          : 'a field has neither TU nor Alt',
    ),
  ),
  rule('7.18.2-1', 'no page has a TrapNet', (file) =>
    each(
      file,
      (it) => isShown(it) && it.subtype === 'TrapNet',
      () => 'a TrapNet lies over the page',
    ),
  ),
  rule('7.18.3-1', 'on a page with links, Tab goes from one to the next in reading order', (file) =>
    file.pages.flatMap((page, index) =>
      when(
        itemsOf(entryOf(page, 'Annots')).length > 0 && nameOf(entryOf(page, 'Tabs')) !== 'S',
        'the page has links or notes, and its Tabs is not S',
      ).map((problem) => ({ problem, page: index })),
    ),
  ),
  rule('7.18.4-1', 'a form field stands in a tag Form', (file) =>
    each(
      file,
      (it) => isShown(it) && it.subtype === 'Widget',
      (it) => (isIn(file, it, 'Form') ? undefined : 'a field stands in no Form'),
    ),
  ),
  rule('7.18.4-2', 'a Form without a Role holds one field and nothing else', (file) =>
    (file.structure?.elements ?? []).flatMap((it) =>
      when(
        it.mapped.standard === 'Form' &&
          attributeOf(it, 'Role') === undefined &&
          !(it.kidCount === 1 && it.objects.length === 1),
        `a Form has no Role and ${it.kidCount} kids`,
      ),
    ),
  ),
  rule('7.18.5-1', 'a link stands in a tag Link', (file) =>
    each(
      file,
      (it) => isShown(it) && it.subtype === 'Link',
      (it) => (isIn(file, it, 'Link') ? undefined : 'a link stands in no Link'),
    ),
  ),
  rule('7.18.5-2', 'a link says in words where it leads', (file) =>
    each(
      file,
      (it) => isShown(it) && it.subtype === 'Link',
      (it) => (textOf(entryOf(it.dict, 'Contents')) ? undefined : 'a link has no Contents'),
    ),
  ),
  rule('7.18.6.2-1', 'a recording names its kind', (file) =>
    clips(file).flatMap((clip) =>
      when(entryOf(clip, 'CT') === undefined, 'a recording (media clip) has no CT'),
    ),
  ),
  rule('7.18.6.2-2', 'a recording says in words what it is, in named languages', (file) =>
    clips(file).flatMap((clip) =>
      when(!hasWords(entryOf(clip, 'Alt')), 'a recording (media clip) has no Alt in pairs'),
    ),
  ),
  rule('7.18.8-1', 'a printer’s mark is in no tag', (file) =>
    each(
      file,
      (it) => isShown(it) && it.subtype === 'PrinterMark',
      (it) =>
        elementOf(file, it) === undefined ? undefined : 'a PrinterMark stands in the tag tree',
    ),
  ),
] as const;

const clips = ({ dictionaries }: Anatomy): readonly PDFObject[] =>
  dictionaries.filter((it) => nameOf(entryOf(it, 'S')) === 'MCD' && entryOf(it, 'D') !== undefined);

/** A list of language and text in turn (ISO 32000-1, 14.9.2.4). */
function hasWords(alt: PDFObject | undefined): boolean {
  const items = itemsOf(alt).map(textOf);
  return (
    items.length > 0 &&
    items.length % 2 === 0 &&
    items.every((it, at) => it !== undefined && (at % 2 === 0 || it !== ''))
  );
}
