import { PDFStream } from '@cantoo/pdf-lib';
import { quoted } from '../../../diagnostics/quoted.js';
import { entryOf, isTrue, nameOf } from '../../pdf-values.js';
import { when } from '../rule.js';
import { uaRules } from './ua-rules.js';

const DC = 'http://purl.org/dc/elements/1.1/';

const rule = uaRules('a screen reader finds no way into the leaflet');

/** Clauses 6.2 and 7.1: what the catalog holds, and the tag tree as a whole. */
export const DOCUMENT = [
  rule('6.2-1', 'the catalog says that the file is tagged', ({ catalog }) =>
    when(!isTrue(entryOf(entryOf(catalog, 'MarkInfo'), 'Marked')), 'MarkInfo has no Marked true'),
  ),
  rule('7.1-4', 'no tags are marked as suspect', ({ catalog }) =>
    when(isTrue(entryOf(entryOf(catalog, 'MarkInfo'), 'Suspects')), 'MarkInfo has Suspects true'),
  ),
  rule('7.1-5', 'every tag is a standard one, or is mapped to one', ({ structure }) =>
    (structure?.elements ?? []).flatMap(({ type, mapped }) =>
      when(
        mapped.standard === undefined && !mapped.isCircular,
        `the tag ${quoted(type)} is mapped to no standard tag`,
      ),
    ),
  ),
  rule('7.1-6', 'the role map leads nowhere in a circle', ({ structure }) =>
    (structure?.elements ?? []).flatMap(({ type, mapped }) =>
      when(mapped.isCircular, `the role map leads from ${quoted(type)} back to itself`),
    ),
  ),
  rule('7.1-7', 'no standard tag is mapped to another', ({ structure }) =>
    (structure?.elements ?? []).flatMap(({ type, mapped }) =>
      when(
        mapped.standard === type && structure?.roles.has(type) === true,
        `the standard tag ${quoted(type)} is mapped to ${quoted(structure?.roles.get(type) ?? '')}`,
      ),
    ),
  ),
  rule('7.1-8', 'the catalog holds metadata in XML', ({ metadata }) =>
    when(
      !(metadata instanceof PDFStream) ||
        nameOf(entryOf(metadata, 'Type')) !== 'Metadata' ||
        nameOf(entryOf(metadata, 'Subtype')) !== 'XML',
      'the catalog has no metadata stream of type Metadata and subtype XML',
    ),
  ),
  rule('7.1-9', 'the metadata give a title', ({ xmp }) =>
    when(xmp !== undefined && xmp.get(DC, 'title') === undefined, 'the metadata have no dc:title'),
  ),
  rule('7.1-10', 'a viewer shows the title, not the file name', ({ catalog }) =>
    when(
      !isTrue(entryOf(entryOf(catalog, 'ViewerPreferences'), 'DisplayDocTitle')),
      'ViewerPreferences has no DisplayDocTitle true',
    ),
  ),
  rule('7.1-11', 'the file has a tag tree', ({ structure }) =>
    when(structure === undefined, 'the catalog has no StructTreeRoot'),
  ),
  rule('7.1-12', 'every tag names the one round it', ({ structure }) =>
    (structure?.elements ?? []).flatMap(({ type, dict }) =>
      when(entryOf(dict, 'P') === undefined, `a tag ${quoted(type)} has no P`),
    ),
  ),
] as const;
