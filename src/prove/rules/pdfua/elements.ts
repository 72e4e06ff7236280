import type { Anatomy } from '../../anatomy/anatomy.js';
import type { StructureElement } from '../../anatomy/structure.js';
import { kidTypes } from '../../anatomy/structure.js';
import { when } from '../rule.js';
import { uaRules } from './ua-rules.js';

const heading = uaRules('a reader who jumps from heading to heading gets lost');
const figure = uaRules('a reader who cannot see the picture is told nothing of it');
const note = uaRules('a reader cannot jump to the note that a mark leads to');

const ofType = ({ structure }: Anatomy, type: string): readonly StructureElement[] =>
  (structure?.elements ?? []).filter(({ mapped }) => mapped.standard === type);

/** 1 to 6 for H1 to H6. */
const levelOf = ({ mapped }: StructureElement): number | undefined => {
  const level = /^H([1-6])$/.exec(mapped.standard ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
};

const levels = ({ structure }: Anatomy): readonly number[] =>
  (structure?.elements ?? []).flatMap((it) => levelOf(it) ?? []);

const isBoth = (file: Anatomy): boolean => ofType(file, 'H').length > 0 && levels(file).length > 0;

const described = (id: string, type: string) =>
  figure(id, `a ${type} has a text that says what it shows`, (file) =>
    ofType(file, type).flatMap(({ alt, actualText }) =>
      when(!alt && actualText === undefined, `a ${type} has neither Alt nor ActualText`),
    ),
  );

/** Clauses 7.3, 7.4, 7.7 and 7.9: figures, headings, formulas, notes. */
export const ELEMENTS = [
  described('7.3-1', 'Figure'),
  heading('7.4.2-1', 'headings begin with H1 and skip no level going down', (file) =>
    levels(file).flatMap((level, at, all) =>
      when(
        level > (all[at - 1] ?? 0) + 1,
        `an H${level} comes after ${at === 0 ? 'no heading' : `an H${all[at - 1]}`}`,
      ),
    ),
  ),
  heading('7.4.4-1', 'no tag holds more than one H', (file) =>
    (file.structure?.elements ?? []).flatMap((it) => {
      const count = kidTypes(it).filter((kid) => kid === 'H').length;
      return when(count > 1, `a ${it.type} holds ${count} H`);
    }),
  ),
  heading('7.4.4-2', 'a file with H has no H1 to H6', (file) =>
    when(isBoth(file), 'the file has both H and headings with a level'),
  ),
  heading('7.4.4-3', 'a file with H1 to H6 has no H', (file) =>
    when(isBoth(file), 'the file has both headings with a level and H'),
  ),
  described('7.7-1', 'Formula'),
  note('7.9-1', 'a Note has an ID', (file) =>
    ofType(file, 'Note').flatMap(({ id }) => when(!id, 'a Note has no ID')),
  ),
  note('7.9-2', 'no two Notes have the same ID', (file) => {
    const ids = ofType(file, 'Note').flatMap(({ id }) => id ?? []);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    return when(twice.length > 0, `the ID ${twice[0] ?? ''} stands on more than one Note`);
  }),
] as const;
