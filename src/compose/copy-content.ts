import { finding, type Place } from '../diagnostics/finding.js';
import type { Unit } from '../sources/copy-deck.js';
import type { Composition } from './composition.js';
import type { Content, Element } from './element.js';
import { fieldWords } from './field-words.js';
import { copyPaths } from './known-paths.js';
import { type CopySpan, parseCopy } from './parse-copy.js';
import { unitPlace } from './unit-place.js';

/** A unit as the paragraphs and lists of its markup. `about`: the unit whose facts `{unit.…}` means, itself if absent. */
export function unitBlocks(
  it: Composition,
  unit: Unit,
  place: Place,
  { about = unit, className }: { readonly about?: Unit; readonly className?: string } = {},
): readonly Element[] {
  const { blocks } = parseCopy(unit.text);
  if (blocks.length === 0) reportEmpty(it, unit);
  const classes = className === undefined ? [] : [className];
  const element = (
    tag: string,
    children: readonly Content[],
    names: readonly string[],
  ): Element => ({
    kind: 'element',
    tag,
    classes: names,
    id: undefined,
    attributes: {},
    children,
    place,
  });
  return blocks.map(({ kind, items }) => {
    const contents = items.map((spans) => spanContent(it, unit, about, spans));
    if (kind === 'p') return element('p', contents.flat(), classes);
    return element(
      kind,
      contents.map((content) => element('li', content, [])),
      classes,
    );
  });
}

/** A unit that stands in a line: it must be one paragraph. */
export function unitLine(
  it: Composition,
  unit: Unit,
  place: Place,
  about: Unit = unit,
): readonly Content[] {
  const { blocks } = parseCopy(unit.text);
  const [first, ...more] = blocks;
  if (!first) reportEmpty(it, unit);
  if (more.length > 0 || (first && first.kind !== 'p'))
    it.report(
      finding(
        'copy/several-paragraphs',
        place,
        `"${unit.id}" holds several paragraphs or a list, and stands where one paragraph fits`,
        `print it in a <div>, or make it one paragraph in ${unit.place.file}`,
        { locale: it.form.locale.tag, sentence: unit.text },
      ),
    );
  return (first?.items ?? []).flatMap((spans) => spanContent(it, unit, about, spans));
}

function reportEmpty(it: Composition, unit: Unit): void {
  const fix = 'write the words, or take the unit out of the deck and the template';
  const about = { locale: it.form.locale.tag };
  it.report(finding('copy/missing', unit.place, `"${unit.id}" is empty`, fix, about));
}

function spanContent(
  it: Composition,
  unit: Unit,
  about: Unit,
  spans: readonly CopySpan[],
): readonly Content[] {
  const known = copyPaths(it.register);
  return spans.flatMap((span): Content[] => {
    const place = unitPlace(unit, span.at);
    if (span.kind === 'text') {
      const origin = { kind: 'unit', key: unit.key } as const;
      return [
        {
          kind: 'words',
          words: { text: span.text, origin, isolate: false, place },
          strong: span.strong,
        },
      ];
    }
    // An unknown reference has its finding from checkCopy.
    if (!known.has(span.path)) return [];
    const words = fieldWords(it, { path: span.path, place, about });
    return words ? [{ kind: 'words', words, strong: span.strong }] : [];
  });
}
