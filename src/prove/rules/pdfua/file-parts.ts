import type { PDFObject } from '@cantoo/pdf-lib';
import type { Anatomy } from '../../anatomy/anatomy.js';
import { entryOf, itemsOf, listOf, numberOf, textOf } from '../../pdf-values.js';
import { when } from '../rule.js';
import { uaRules } from './ua-rules.js';

const rule = uaRules('a screen reader cannot get at a part of the file');

const layerSets = ({ catalog }: Anatomy): readonly PDFObject[] => {
  const layers = entryOf(catalog, 'OCProperties');
  return [entryOf(layers, 'D'), ...itemsOf(entryOf(layers, 'Configs'))].filter(
    (it) => it !== undefined,
  );
};

/** Encryption P, bit 10: text may be taken out for readers with disabilities (ISO 32000-1, table 22). */
const FOR_ACCESS = 512;

/** Whether a form that is made anew by the viewer is required. */
function isDynamic(file: Anatomy): boolean {
  const parts = listOf(entryOf(entryOf(file.catalog, 'AcroForm'), 'XFA'));
  return parts.some((part) => {
    const text = new TextDecoder().decode(file.unpack(part) ?? new Uint8Array());
    return /<dynamicRender\s*>\s*required\s*<\/dynamicRender/.test(text);
  });
}

const hasMarks = ({ content }: Anatomy, form: PDFObject): boolean =>
  content.marks.some(({ owner, mcid }) => owner === form && mcid !== undefined);

/** Clauses 7.10 to 7.16 and 7.20: layers, attachments, forms, locks, shared drawings. */
export const FILE_PARTS = [
  rule('7.10-1', 'every set of layers has a name', (file) =>
    layerSets(file).flatMap((it) =>
      when(!textOf(entryOf(it, 'Name')), 'a set of layers has no Name'),
    ),
  ),
  rule('7.10-2', 'no layer is shown or hidden by itself', (file) =>
    layerSets(file).flatMap((it) =>
      when(entryOf(it, 'AS') !== undefined, 'a set of layers has an AS'),
    ),
  ),
  rule('7.11-1', 'an attached file has a name', ({ dictionaries }) =>
    dictionaries.flatMap((it) =>
      when(
        entryOf(it, 'EF') !== undefined && !(textOf(entryOf(it, 'F')) && textOf(entryOf(it, 'UF'))),
        'an attached file lacks F or UF',
      ),
    ),
  ),
  rule('7.15-1', 'no form is made anew by the viewer', (file) =>
    when(isDynamic(file), 'the file has a dynamic XFA form'),
  ),
  rule('7.16-1', 'a lock lets screen readers in', ({ context }) => {
    const lock = context.lookup(context.trailerInfo.Encrypt);
    const rights = numberOf(entryOf(lock, 'P'));
    return when(
      lock !== undefined && (rights === undefined || (rights & FOR_ACCESS) === 0),
      'the file is locked, also for screen readers',
    );
  }),
  rule('7.20-1', 'no part of a page stands in another file', ({ content }) =>
    [...content.forms.keys()].flatMap((form) =>
      when(entryOf(form, 'Ref') !== undefined, 'a drawing (form XObject) has a Ref'),
    ),
  ),
  rule('7.20-2', 'a drawing with tags of its own stands once in the file', (file) =>
    [...file.content.forms].flatMap(([form, times]) =>
      when(
        times > 1 && hasMarks(file, form),
        `a drawing with tags stands ${times} times in the file`,
      ),
    ),
  ),
] as const;
