import type { Paragraph } from '../compose/blocks.js';
import { type Checked, isError } from '../diagnostics/finding.js';
import type { BrandKit } from '../sources/brand-kit.js';
import type { Locale } from '../sources/locale.js';
import type { BrokenLine } from './break-lines.js';
import { checkText } from './check-text.js';
import { chooseLines } from './choose-lines.js';
import { type FaceChains, openFaceChains } from './face-chain.js';
import type { FaceLibrary } from './open-face-library.js';
import { PlainLook } from './plain-look.js';
import { prepareParagraph } from './prepare-paragraph.js';
import type { PreparedParagraph } from './prepared-paragraph.js';
import type { SetParagraph } from './set-paragraph.js';
import { setPrepared, sizeOf } from './set-prepared.js';
import type { Typesetter } from './typesetter.js';

/** What is kept of a paragraph: layout asks for its size again and again. */
interface Kept {
  readonly prepared: PreparedParagraph;
  readonly lines: Map<number, BrokenLine[]>;
  readonly sizes: Map<number, { width: number; height: number }>;
  readonly set: Map<number, SetParagraph>;
}

/** A typesetter for one brand and one locale; none if any of their font files is at fault. */
export function openTypesetter(
  library: FaceLibrary,
  brand: BrandKit,
  locale: Locale,
): Checked<Typesetter> {
  const chains = openFaceChains(library, brand, locale);
  const { findings, faces } = chains;
  if (findings.some(isError)) return { value: undefined, findings };
  const value = library.workshop.kept('typesetter', [brand, locale, ...faces], () =>
    typesetterOf(library, brand, locale, chains),
  );
  return { value, findings };
}

function typesetterOf(
  library: FaceLibrary,
  brand: BrandKit,
  locale: Locale,
  chains: FaceChains,
): Typesetter {
  const store = library.shaped;
  const keptOf = new WeakMap<Paragraph, Kept>();
  const open = (paragraph: Paragraph): Kept => {
    let kept = keptOf.get(paragraph);
    if (kept === undefined) {
      const prepared = prepareParagraph(paragraph, chains, store);
      kept = { prepared, lines: new Map(), sizes: new Map(), set: new Map() };
      keptOf.set(paragraph, kept);
    }
    return kept;
  };
  const linesOf = ({ prepared, lines }: Kept, width: number) =>
    orMake(lines, width, () => chooseLines(prepared, width, store));
  return {
    measure(paragraph, width) {
      const kept = open(paragraph);
      return orMake(kept.sizes, width, () => sizeOf(kept.prepared, linesOf(kept, width)));
    },
    set(paragraph, width) {
      const kept = open(paragraph);
      return orMake(kept.set, width, () =>
        setPrepared(kept.prepared, width, linesOf(kept, width), store),
      );
    },
    check: (paragraph) => checkText(open(paragraph).prepared, brand, locale),
    plain(paragraph) {
      const [run] = paragraph.runs;
      const [face] = run === undefined ? [] : chains.latin(run.style);
      // Figures that are no piece of their own would be turned round.
      const isLeftToRight = paragraph.direction === 'ltr' || run?.isolate === true;
      const isWhole = checkText(open(paragraph).prepared, brand, locale).length === 0;
      return face && isLeftToRight && isWhole
        ? new PlainLook(paragraph, face, library.plain)
        : undefined;
    },
  };
}

function orMake<V>(store: Map<number, V>, key: number, make: () => V): V {
  let value = store.get(key);
  if (value === undefined) {
    value = make();
    store.set(key, value);
  }
  return value;
}
