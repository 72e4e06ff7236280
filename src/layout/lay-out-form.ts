import type { ComposedForm, ComposedPanel } from '../compose/blocks.js';
import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import type { Form } from '../plan/plan.js';
import type { Typesetter } from '../typeset/typesetter.js';
import type { Cmyk } from '../units/ink.js';
import { NO_WORKSHOP, type Workshop } from '../units/workshop.js';
import { chooseWording } from './choose-wording.js';
import { demonstrationNotice } from './demonstration-notice.js';
import { dieLines } from './die-lines.js';
import { draftWatermark } from './draft-watermark.js';
import { withFitAdvice } from './fit-advice.js';
import type { LaidOutForm, LaidOutSide, PanelItem, PlacedPanel } from './laid-out.js';
import { layOutPanel } from './lay-out-panel.js';
import { PanelCache } from './panel-cache.js';
import { type PanelFrame, type PlacedFrame, sideFrames } from './panel-frame.js';
import { precise } from './precise.js';

export { loadBoxes } from './boxes.js';

/** What the run asks for, beside the form itself. */
export interface LayoutOptions {
  /** Puts the demonstration notice on every side. */
  readonly demonstration: boolean;
  /** Puts the draft's watermark across every panel. */
  readonly draft: boolean;
  /** The press's inks for a large black area. */
  readonly richBlack?: Cmyk | undefined;
  /** Panels of earlier forms of the same run: an equal one is not laid out again. */
  readonly cache?: PanelCache | undefined;
  /** What was laid out in earlier runs of the process. */
  readonly workshop?: Workshop | undefined;
}

/**
 * The layout stage: gives everything on a form its place, in mm. Measures; draws nothing.
 *
 * `loadBoxes` comes first, once. A form with findings still has a value, so that a draft can show what is wrong.
 */
export function layOutForm(
  composed: ComposedForm,
  typesetter: Typesetter,
  options: LayoutOptions,
  secondTypesetter: Typesetter = typesetter,
): Checked<LaidOutForm> {
  const { form } = composed;
  const { draft, workshop = NO_WORKSHOP } = options;
  const findings: Finding[] = [...unknownPanels(composed)];
  const cache = options.cache ?? new PanelCache(workshop);
  const printed: ComposedPanel[] = [];
  const work = { composed, typesetter, secondTypesetter, cache, findings, printed };
  const sides = form.format.sides.map((_, index) =>
    placePanels(framesOf(form, index, options), work),
  );
  const isWhole = sides.every(
    (panels, index) => panels.length === form.format.sides[index]?.panels.length,
  );
  if (!isWhole) return { value: undefined, findings };
  const panels = sides.flat().map(({ panel }) => panel);
  const kind = [options.demonstration, draft, ...Object.values(options.richBlack ?? [])];
  const of = [form, typesetter, secondTypesetter, ...printed, ...panels, ...kind];
  const value = workshop.kept(
    'form',
    of,
    (): LaidOutForm => ({
      form,
      isDraft: draft,
      sides: sides.map((placed, index) => sideOf(placed, index, composed, typesetter, options)),
      printed,
      typesetter,
      secondTypesetter,
    }),
  );
  return { value, findings };
}

function framesOf(
  { format }: Form,
  side: number,
  { richBlack }: LayoutOptions,
): readonly PlacedFrame[] {
  return sideFrames(format, side).map((it) => ({ ...it, ...(richBlack && { richBlack }) }));
}

function sideOf(
  panels: readonly PlacedPanel[],
  index: number,
  composed: ComposedForm,
  typesetter: Typesetter,
  options: LayoutOptions,
): LaidOutSide {
  const { format } = composed.form;
  const die = dieLines(format, index);
  return {
    name: format.sides[index]?.name ?? '',
    panels,
    overlay: overlay(panels, composed, typesetter, options),
    ...(die.length > 0 && { die }),
  };
}

interface Work {
  readonly composed: ComposedForm;
  readonly typesetter: Typesetter;
  /** Of a bilingual piece's second language. */
  readonly secondTypesetter: Typesetter;
  readonly cache: PanelCache;
  readonly findings: Finding[];
  /** The panels as they are printed, in the wordings that they take. */
  readonly printed: ComposedPanel[];
}

/** Lays the panels of a side at their places, in the order of the format. */
function placePanels(frames: readonly PlacedFrame[], work: Work): PlacedPanel[] {
  return frames.flatMap(({ x, y, isTurned, ...frame }) => {
    const panel = work.composed.panels.find((it) => it.name === frame.name);
    if (panel === undefined) {
      work.findings.push(missingPanel(frame, work.composed));
      return [];
    }
    const place = { x: precise(x), ...(y > 0 && { y: precise(y) }), ...(isTurned && { isTurned }) };
    return [{ ...place, panel: layOutOnce(panel, frame, work) }];
  });
}

function layOutOnce(panel: ComposedPanel, frame: PanelFrame, work: Work): PlacedPanel['panel'] {
  const { composed, cache, findings } = work;
  const { template, brand, second } = composed.form;
  const isSecond = panel.language === 'second';
  const locale = (isSecond && second?.locale) || composed.form.locale;
  const typesetter = isSecond ? work.secondTypesetter : work.typesetter;
  const chosen = chooseWording(panel, (it) =>
    cache.get(it, frame, typesetter, () => layOutPanel(it, frame, locale, typesetter)),
  );
  const context = { leaflet: template.id, brand: brand.id, locale: locale.tag, panel: panel.name };
  const found = [...chosen.known.findings, ...withFitAdvice(chosen, composed.form)];
  findings.push(...found.map((it) => ({ ...it, ...context })));
  work.printed.push(chosen.composed);
  return chosen.known.panel;
}

function overlay(
  panels: readonly PlacedPanel[],
  { form }: ComposedForm,
  typesetter: Typesetter,
  { demonstration, draft, workshop = NO_WORKSHOP }: LayoutOptions,
): PanelItem[] {
  const { format } = form;
  const mark = ({ x, y = 0, panel: { width, height } }: PlacedPanel): PanelItem =>
    workshop.kept('watermark', [format, typesetter, x, y, width, height], () =>
      draftWatermark(format, { x, y, width, height }, typesetter),
    );
  const marks = draft ? panels.map(mark) : [];
  const notice = demonstration ? demonstrationNotice(form, panels, typesetter) : [];
  const names = panels.map(({ panel }) => panel.name).join();
  return [...workshop.same(`notice ${form.id} ${names}`, notice), ...marks];
}

function missingPanel({ name }: PanelFrame, { form }: ComposedForm): Finding {
  return finding(
    'layout/panel-missing',
    { file: form.template.leaflet.file },
    `the template has no panel "${name}", which format "${form.format.id}" has`,
    `add <panel name="${name}"> to the template`,
    { leaflet: form.template.id, panel: name },
  );
}

function unknownPanels({ form, panels }: ComposedForm): Finding[] {
  const names = form.format.sides.flatMap((side) => side.panels.map((panel) => panel.name));
  return panels
    .filter((panel) => !names.includes(panel.name))
    .map((panel) =>
      finding(
        'layout/panel-unknown',
        panel.root.place,
        `panel "${panel.name}" is not in format "${form.format.id}", so it would not be printed`,
        `use one of: ${names.join(', ')}`,
        { leaflet: form.template.id, panel: panel.name },
      ),
    );
}
