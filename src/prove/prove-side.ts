import type { Finding, FindingContext, Place } from '../diagnostics/finding.js';
import { finding } from '../diagnostics/finding.js';
import { onSide } from '../layout/placed-box.js';
import { slotValue } from '../plan/slot-value.js';
import { checkCode, owedCode, readsOther } from './check-codes.js';
import { checkGlyphs } from './check-glyphs.js';
import { checkInk, type InkView } from './check-ink.js';
import { checkNumbers } from './check-numbers.js';
import { checkWords } from './check-words.js';
import type { CodeReader } from './code-reader.js';
import { expectedWords } from './expected-words.js';
import type { ReadWord } from './gather-words.js';
import { areaOf, describeNotice, widened } from './leaflet-record.js';
import { type LooseText, matchSide } from './match-side.js';
import { originWords } from './origin-words.js';
import type {
  OwedForm,
  OwedLeaflet,
  OwedPanel,
  OwedPlace,
  OwedSide,
  OwedText,
} from './owed-form.js';
import type { ProvenBefore } from './proven-before.js';
import type { ReadPage } from './read-page.js';
import type { GreyPage } from './render-pages.js';
import { textWords } from './spoken.js';
import { panelView } from './turned-page.js';

/** What a side is proven with. */
export interface SideView {
  readonly leaflet: OwedLeaflet;
  readonly form: OwedForm;
  readonly page: ReadPage;
  /** The rendered page; absent where no panel of the side is new. */
  readonly grey: GreyPage | undefined;
  readonly read: CodeReader;
  readonly file: string;
  /** What earlier runs proved; absent where nothing is remembered. */
  readonly before?: ProvenBefore | undefined;
}

/** Proves one side: words and numbers of all its panels; ink and codes of those that are new. */
export async function proveSide(
  side: OwedSide,
  isNew: (panel: OwedPanel) => boolean,
  view: SideView,
): Promise<readonly Finding[]> {
  const { format } = view.form.form;
  const texts = looseTexts(side, view.leaflet);
  const panels = side.panels.map((placed) => areaOf(placed, format.trim.height));
  const sorted = matchSide(view.page.words, {
    loose: texts,
    panels,
    height: format.trim.height,
    bleed: format.bleed,
  });
  const findings = texts.flatMap((text, at) =>
    checkLoose(text, sorted.loose[at] ?? [], side, view),
  );
  for (const [at, placed] of side.panels.entries()) {
    if (!isNew(placed.panel)) continue;
    findings.push(...provePanelWords(placed, sorted.panels[at] ?? [], side, view));
    findings.push(...(await provePanelPixels(placed, side, view)));
  }
  return [...findings, ...inkOfOverlay(side, view)];
}

interface Loose extends LooseText {
  readonly panel: string | undefined;
  readonly code: 'prove/slot' | 'prove/word';
}

/** Slots with this leaflet's values, and what the tool puts over the panels. */
function looseTexts(side: OwedSide, leaflet: OwedLeaflet): readonly Loose[] {
  const slots = side.panels.flatMap((placed) =>
    placed.panel.slots.map(
      ({ field, box }): Loose => ({
        words: textWords(slotValue(leaflet, field)),
        box: widened(onSide(placed, box)),
        panel: placed.panel.name,
        code: 'prove/slot',
      }),
    ),
  );
  const notices = side.overlay.filter((item): item is OwedText => item.kind === 'text');
  return [
    ...slots,
    ...notices
      .flatMap(describeNotice)
      .map((it): Loose => ({ ...it, panel: undefined, code: 'prove/word' })),
  ];
}

const placeOf = (side: OwedSide, panel: string | undefined, view: SideView): Place => ({
  file: view.file,
  part: panel === undefined ? `side "${side.name}"` : `side "${side.name}", panel "${panel}"`,
});

const contextOf = ({ leaflet }: SideView, panel?: string): FindingContext => ({
  leaflet: leaflet.fileName,
  brand: leaflet.form.brand.id,
  locale: leaflet.form.locale.tag,
  panel,
});

function checkLoose(
  text: Loose,
  found: readonly ReadWord[],
  side: OwedSide,
  view: SideView,
): readonly Finding[] {
  const at = placeOf(side, text.panel, view);
  const context = contextOf(view, text.panel);
  const faults = checkWords(
    text.words,
    found.map((word) => word.text),
    at,
    context,
  );
  return faults.map((fault) =>
    text.code === 'prove/slot'
      ? finding('prove/slot', at, fault.problem, fault.fix, context)
      : fault,
  );
}

function provePanelWords(
  { panel }: OwedPlace,
  found: readonly ReadWord[],
  side: OwedSide,
  view: SideView,
): readonly Finding[] {
  const at = placeOf(side, panel.name, view);
  const context = contextOf(view, panel.name);
  const owed = expectedWords(panel.items);
  const texts = (words: readonly { readonly text: string }[]) => words.map(({ text }) => text);
  const differences = checkWords(texts(owed), texts(found), at, context);
  const drawn = differences.length === 0 ? checkGlyphs(owed, found, at, context) : [];
  const numbers = checkNumbers(originWords(panel.items), view.form.form.approval, at, context);
  return [...differences, ...drawn, ...numbers];
}

async function provePanelPixels(
  placed: OwedPlace,
  side: OwedSide,
  view: SideView,
): Promise<readonly Finding[]> {
  const { grey, page, read } = view;
  if (grey === undefined) return [];
  const { panel } = placed;
  const { width, height } = panel;
  const own = panelView(grey, page.trim, { ...placed, width, height });
  const at = placeOf(side, panel.name, view);
  const context = contextOf(view, panel.name);
  const { before } = view;
  const ink: InkView = { ...own, isDrawnOver: view.form.isDraft, before };
  const findings = [...checkInk(panel.items, 0, ink, at, context)];
  for (const item of panel.items) {
    if (item.kind !== 'code') continue;
    const code = owedCode(item, 0);
    // A draft's watermark may lie over a code: then only a code that leads elsewhere is a fault.
    if (ink.isDrawnOver && !(await readsOther(code, own.page, own.trim, read))) continue;
    findings.push(...(await checkCode(code, own.page, own.trim, read, at, context)));
  }
  return findings;
}

function inkOfOverlay(side: OwedSide, view: SideView): readonly Finding[] {
  const { grey, page } = view;
  if (grey === undefined) return [];
  const ink = { page: grey, trim: page.trim, isDrawnOver: view.form.isDraft, before: view.before };
  return checkInk(side.overlay, 0, ink, placeOf(side, undefined, view), contextOf(view));
}
