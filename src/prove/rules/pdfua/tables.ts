import type { Anatomy } from '../../anatomy/anatomy.js';
import { kidTypes, parentType, type StructureElement } from '../../anatomy/structure.js';
import { when } from '../rule.js';
import { hasHeader, readTable } from './table-grid.js';
import { uaRules } from './ua-rules.js';

const table = uaRules(
  'a screen reader reads the cells in the wrong order, or without their headings',
);
const list = uaRules('a screen reader cannot say how many points there are, nor which it reads');

const LIST_TYPES = ['L', 'LI', 'LBody', 'TOC', 'TOCI'];

/** Makes a rule on a tag, with why it matters for lists or for tables. */
const ruleOn = (type: string) => (LIST_TYPES.includes(type) ? list : table);

const ofType = ({ structure }: Anatomy, type: string): readonly StructureElement[] =>
  (structure?.elements ?? []).filter(({ mapped }) => mapped.standard === type);

/** Rules that a tag stands in one of certain others. */
const inside = (id: string, type: string, ...parents: readonly string[]) =>
  ruleOn(type)(id, `${type} stands in ${parents.join(', ')}`, (file) =>
    ofType(file, type).flatMap((it) => {
      const parent = parentType(it);
      const isRight = parent !== undefined && parents.includes(parent);
      return when(!isRight, `a ${type} stands in ${parent ?? 'no known tag'}`);
    }),
  );

/** Rules that a tag holds none but certain others. */
const holds = (id: string, type: string, ...kids: readonly string[]) =>
  ruleOn(type)(id, `${type} holds only ${kids.join(', ')}`, (file) =>
    ofType(file, type).flatMap((it) => {
      const others = kidTypes(it).filter((kid) => !kids.includes(kid));
      return when(others.length > 0, `a ${type} holds ${[...new Set(others)].join(', ')}`);
    }),
  );

const count = (it: StructureElement, type: string): number =>
  kidTypes(it).filter((kid) => kid === type).length;

const counted = (id: string, asks: string, isBroken: (it: StructureElement) => boolean) =>
  table(id, asks, (file) =>
    ofType(file, 'Table').flatMap((it) =>
      when(isBroken(it), `a Table holds ${kidTypes(it).join(', ')}`),
    ),
  );

/** A caption that stands elsewhere than first. */
const lateCaption = (id: string, type: string) =>
  ruleOn(type)(id, `a Caption is the first thing in ${type}`, (file) =>
    ofType(file, type).flatMap((it) =>
      when(kidTypes(it).slice(1).includes('Caption'), `a ${type} holds ${kidTypes(it).join(', ')}`),
    ),
  );

const tables = (file: Anatomy) => ofType(file, 'Table').map(readTable);

/** Clauses 7.2 and 7.5: tables. */
export const TABLES = [
  holds('7.2-3', 'Table', 'TR', 'THead', 'TBody', 'TFoot', 'Caption'),
  inside('7.2-4', 'TR', 'Table', 'THead', 'TBody', 'TFoot'),
  inside('7.2-5', 'THead', 'Table'),
  inside('7.2-6', 'TBody', 'Table'),
  inside('7.2-7', 'TFoot', 'Table'),
  inside('7.2-8', 'TH', 'TR'),
  inside('7.2-9', 'TD', 'TR'),
  holds('7.2-10', 'TR', 'TH', 'TD'),
  counted('7.2-11', 'a Table has one THead at most', (it) => count(it, 'THead') > 1),
  counted('7.2-12', 'a Table has one TFoot at most', (it) => count(it, 'TFoot') > 1),
  counted(
    '7.2-13',
    'a Table with a TFoot has a TBody',
    (it) => count(it, 'TFoot') > 0 && count(it, 'TBody') === 0,
  ),
  counted(
    '7.2-14',
    'a Table with a THead has a TBody',
    (it) => count(it, 'THead') > 0 && count(it, 'TBody') === 0,
  ),
  table('7.2-15', 'no cell lies over another', (file) =>
    tables(file).flatMap(({ hasOverlap }) =>
      when(hasOverlap, 'cells of a Table lie over each other'),
    ),
  ),
  counted('7.2-16', 'a Caption is the first or last thing in a Table', (it) =>
    kidTypes(it).slice(1, -1).includes('Caption'),
  ),
  holds('7.2-36', 'THead', 'TR'),
  holds('7.2-37', 'TBody', 'TR'),
  holds('7.2-38', 'TFoot', 'TR'),
  counted('7.2-39', 'a Table has one Caption at most', (it) => count(it, 'Caption') > 1),
  table('7.2-41', 'the columns of a Table have the same number of rows', (file) =>
    tables(file).flatMap(({ longColumn }) =>
      when(longColumn !== undefined, `column ${(longColumn ?? 0) + 1} reaches past the last row`),
    ),
  ),
  table('7.2-42', 'no row of a Table has more columns than the first', (file) =>
    tables(file).flatMap(({ longRow }) =>
      when(longRow !== undefined, `row ${(longRow ?? 0) + 1} has more columns than the first`),
    ),
  ),
  table('7.2-43', 'no row of a Table has fewer columns than the first', (file) =>
    tables(file).flatMap(({ shortRow }) =>
      when(shortRow !== undefined, `row ${(shortRow ?? 0) + 1} has fewer columns than the first`),
    ),
  ),
  table('7.5-1', 'every cell has a heading, by its place or by name', (file) =>
    tables(file).flatMap((table) =>
      table.cells.flatMap((cell) =>
        when(hasHeader(cell, table) === 'none', 'a cell (TD) has no heading (TH)'),
      ),
    ),
  ),
  table('7.5-2', 'headings that a cell names are there', (file) =>
    tables(file).flatMap((table) =>
      table.cells.flatMap((cell) =>
        when(hasHeader(cell, table) === 'unknown', 'a cell (TD) names a heading that is not there'),
      ),
    ),
  ),
] as const;

/** Clause 7.2: lists and tables of contents. */
export const LISTS = [
  inside('7.2-17', 'LI', 'L'),
  inside('7.2-18', 'LBody', 'LI'),
  holds('7.2-19', 'L', 'L', 'LI', 'Caption'),
  holds('7.2-20', 'LI', 'Lbl', 'LBody'),
  inside('7.2-26', 'TOCI', 'TOC'),
  holds('7.2-27', 'TOC', 'TOC', 'TOCI', 'Caption'),
  lateCaption('7.2-28', 'TOC'),
  lateCaption('7.2-40', 'L'),
] as const;
