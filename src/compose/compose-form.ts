import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import type { Form } from '../plan/plan.js';
import type { CopyDeck } from '../sources/copy-deck.js';
import type { Template } from '../sources/template.js';
import type { ComposedForm, ComposedPanel } from './blocks.js';
import { buildPanel } from './build-panel.js';
import type { Sheets } from './cascade.js';
import { checkPageRules } from './check-page-rule.js';
import type { ComposeContext, Composition } from './composition.js';
import type { Element } from './element.js';
import { expandPanel } from './expand-panel.js';
import { fillTemplate } from './fill-template.js';
import { templatePaths } from './known-paths.js';
import { panelChains } from './panel-chains.js';
import { parseHtml } from './parse-html.js';
import { readElements } from './read-elements.js';
import { readTemplateParts } from './read-template-parts.js';
import { sheetsOf } from './sheets-of.js';
import { wordingTrials } from './wording-trials.js';

export type { ComposeContext } from './composition.js';

/**
 * The compose stage: a form's template filled with its copy, as boxes and paragraphs in mm, panel by
 * panel in the order of the format. Every word has an origin; what has none cannot get in.
 */
export function composeForm(form: Form, context: ComposeContext): Checked<ComposedForm> {
  const findings = new Map<string, Finding>();
  const report = (it: Finding): void => {
    const { file, line, column } = it.at;
    const key = JSON.stringify([it.code, file, line, column, it.problem]);
    if (!findings.has(key)) findings.set(key, it);
  };
  const it: Composition = { ...context, form, report };
  const sheets = { first: readSheets(it), second: form.second && readSheets(inSecond(it)) };
  const trials = wordingTrials(form, context).map((trial) => {
    // What nobody has approved has its findings when it is to be approved, or in a draft.
    const told = trial.waiting.size === 0 ? report : () => {};
    return { ...trial, panels: composeTrial({ ...it, form: trial.form, report: told }, sheets) };
  });
  const panels = panelChains(trials);
  return { value: panels && { form, panels }, findings: [...findings.values()] };
}

/** The panels of a form in one way of wording it. */
function composeTrial(
  it: Composition,
  sheets: { readonly first: Sheets; readonly second: Sheets | undefined },
): readonly ComposedPanel[] | undefined {
  const first = { it, sheets: sheets.first, elements: readPage(it) };
  const other = inSecond(it);
  const second = sheets.second && {
    it: other,
    sheets: sheets.second,
    elements: readPage(other),
  };
  checkLanguages(first, it);
  return first.elements && composePanels({ first, second }, it);
}

/** A form as its second language has it; the form itself where it has one language. */
const inSecond = (it: Composition): Composition => ({
  ...it,
  form: { ...it.form, ...it.form.second },
});

/** A template as it reads in one language. */
interface LanguagePage {
  readonly it: Composition;
  readonly sheets: Sheets;
  readonly elements: readonly Element[] | undefined;
}

const isSecond = ({ attributes }: Element): boolean => attributes.language === 'second';

/** A template for two languages needs both, and one for a single language has no place for a second. */
function checkLanguages({ elements = [] }: LanguagePage, it: Composition): void {
  const { second, locales, template } = it.form;
  const panel = elements.find(isSecond);
  if (panel && !second)
    it.report(
      finding(
        'panel/language',
        panel.place,
        `the panel "${panel.attributes.name ?? ''}" is in a second language, and the campaign names "${locales}" alone`,
        `name two languages for "${template.id}" in campaign.yaml, such as "cy+en-GB"`,
      ),
    );
  if (second && !panel)
    it.report(
      finding(
        'panel/language',
        { file: template.leaflet.file },
        `the campaign asks for "${locales}", and no panel is in a second language`,
        'write language="second" on the panels of the second language, or name one locale',
      ),
    );
  if (second && second.locale.direction !== it.form.locale.direction)
    it.report(
      finding(
        'panel/language',
        { file: template.leaflet.file },
        `"${locales}" are read from opposite sides, so no one order of panels is right for both`,
        'make two pieces, one in each language',
      ),
    );
}

function readPage(it: Composition): readonly Element[] | undefined {
  const parts = partsOf(it);
  for (const found of parts.findings) it.report(found);
  if (!parts.value) return undefined;
  const { html, printed, placeAt } = fillTemplate(parts.value, it);
  return readElements(parseHtml(html, placeAt, it.report), printed, it);
}

type Parts = ReturnType<typeof readTemplateParts>;

/** The parts of a template as it was last read: forms that share template and deck follow each other. */
const lastParts = new WeakMap<
  Template,
  Pick<Composition, 'register'> & { deck: CopyDeck; parts: Parts }
>();

function partsOf({ form: { template, deck }, register }: Composition): Parts {
  const last = lastParts.get(template);
  if (last?.deck === deck && last.register === register) return last.parts;
  const ids = deck.units.map(({ id }) => id);
  const known = templatePaths(register, ids, template.inline);
  // A unit that this deck has not is told by its own finding, which knows the deck.
  const isKnown = (path: string): boolean => known.has(path) || path.startsWith('copy.');
  const parts = readTemplateParts(template.leaflet, { isKnown, known });
  lastParts.set(template, { deck, register, parts });
  return parts;
}

function readSheets(it: Composition): Sheets {
  const { brand, locale, template, format } = it.form;
  const { defaults, own } = sheetsOf(template, brand, locale.direction);
  for (const found of own.findings)
    it.report(found.code === 'css/colour' ? { brand: brand.id, ...found } : found);
  for (const found of checkPageRules(own.value?.page ?? [], format)) it.report(found);
  const none = { rules: [], page: [] };
  const speech = { lang: locale.tag, direction: locale.direction };
  return { defaults: defaults.value ?? none, own: own.value ?? none, speech };
}

function composePanels(
  { first, second }: { first: LanguagePage; second: LanguagePage | undefined },
  it: Composition,
): readonly ComposedPanel[] {
  const { format, template } = it.form;
  const elements = (first.elements ?? []).map(
    (element, index) => (isSecond(element) ? second?.elements?.[index] : undefined) ?? element,
  );
  const names = format.sides.flatMap(({ panels }) => panels.map(({ name }) => name));
  const byName = new Map<string, Element>();
  for (const element of elements) {
    const name = element.attributes.name;
    if (name === undefined) continue;
    if (!names.includes(name)) {
      const problem = `"${name}" is no panel of the format "${format.id}"`;
      it.report(finding('panel/unknown', element.place, problem, nameOneOf(name, names)));
    } else if (byName.has(name)) {
      const problem = `the panel "${name}" stands in the template twice`;
      it.report(finding('panel/twice', element.place, problem, 'make one of the two'));
    } else byName.set(name, element);
  }
  return names.flatMap((name) => {
    const element = byName.get(name);
    if (element) return [composePanel(name, element, (isSecond(element) && second) || first)];
    const problem = `the panel "${name}" of the format "${format.id}" is not in the template`;
    const fix = `write <panel name="${name}"> … </panel>`;
    it.report(finding('panel/missing', { file: template.leaflet.file }, problem, fix));
    return [];
  });
}

function composePanel(name: string, element: Element, { it, sheets }: LanguagePage): ComposedPanel {
  const report = (found: Finding): void => it.report({ panel: name, ...found });
  const within: Composition = { ...it, report };
  const expanded = expandPanel(element, within);
  const root = buildPanel(expanded.element, sheets, within);
  const language = isSecond(element) ? 'second' : 'first';
  return { name, root, language, roles: expanded.roles, level: 'standard', unapproved: [] };
}
