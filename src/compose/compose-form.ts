import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { nameOneOf } from '../diagnostics/nearest.js';
import type { Form } from '../plan/plan.js';
import type { ComposedForm, ComposedPanel } from './blocks.js';
import { buildPanel } from './build-panel.js';
import type { Sheets } from './cascade.js';
import { checkPageRules } from './check-page-rule.js';
import type { ComposeContext, Composition } from './composition.js';
import type { Element } from './element.js';
import { expandPanel } from './expand-panel.js';
import { fillTemplate } from './fill-template.js';
import { templatePaths } from './known-paths.js';
import { parseHtml } from './parse-html.js';
import { readElements } from './read-elements.js';
import { readTemplateParts } from './read-template-parts.js';
import { sheetsOf } from './sheets-of.js';

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
  const sheets = readSheets(it);
  const elements = readPage(it);
  const panels = elements && composePanels(elements, sheets, it);
  return { value: panels && { form, panels }, findings: [...findings.values()] };
}

function readPage(it: Composition): readonly Element[] | undefined {
  const { template, deck } = it.form;
  const ids = deck.units.map(({ id }) => id);
  const known = templatePaths(it.register, ids, template.inline);
  // A unit that this deck has not is told by its own finding, which knows the deck.
  const isKnown = (path: string): boolean => known.has(path) || path.startsWith('copy.');
  const parts = readTemplateParts(template.leaflet, { isKnown, known });
  for (const found of parts.findings) it.report(found);
  if (!parts.value) return undefined;
  const { html, printed, placeAt } = fillTemplate(parts.value, it);
  return readElements(parseHtml(html, placeAt, it.report), printed, it);
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
  elements: readonly Element[],
  sheets: Sheets,
  it: Composition,
): readonly ComposedPanel[] {
  const { format, template } = it.form;
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
    if (element) return [composePanel(name, element, sheets, it)];
    const problem = `the panel "${name}" of the format "${format.id}" is not in the template`;
    const fix = `write <panel name="${name}"> … </panel>`;
    it.report(finding('panel/missing', { file: template.leaflet.file }, problem, fix));
    return [];
  });
}

function composePanel(
  name: string,
  element: Element,
  sheets: Sheets,
  it: Composition,
): ComposedPanel {
  const report = (found: Finding): void => it.report({ panel: name, ...found });
  const within: Composition = { ...it, report };
  const expanded = expandPanel(element, within);
  return { name, root: buildPanel(expanded.element, sheets, within), roles: expanded.roles };
}
