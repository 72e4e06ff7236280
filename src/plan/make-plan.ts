import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { localesOf } from '../sources/locale-field.js';
import type { Phone } from '../sources/phone.js';
import type { Sources } from '../sources/sources.js';
import type { Template } from '../sources/template.js';
import { chooseFormat, formatFault } from './choose-format.js';
import { contentChooser } from './chosen-content.js';
import { jobCode } from './job-code.js';
import { mirrorFormat } from './mirror-format.js';
import type { Form, Leaflet, Plan, SecondLanguage } from './plan.js';
import { slotValue } from './slot-value.js';

/** The plan stage: which leaflets to make, grouped into forms, in the order of campaign and catalogue. */
export function makePlan(sources: Sources): Checked<Plan> {
  const forms: Form[] = [];
  const leaflets: Leaflet[] = [];
  const faults = new Map<string, Finding>();
  const codes = new Set<string>();
  for (const entry of sources.campaign.leaflets)
    for (const brand of entry.brands)
      for (const locales of entry.locales) {
        const group = formsOf(sources, entry.template, brand, locales, codes);
        forms.push(...group.forms);
        for (const fault of group.findings)
          faults.set(JSON.stringify(fault.at) + fault.code, fault);
        for (const leaflet of group.leaflets) leaflets.push(leaflet);
      }
  const findings = [
    ...faults.values(),
    ...(faults.size > 0 ? [] : noLeaflets(sources, leaflets)),
    ...sameNames(sources, leaflets),
  ];
  return { value: { sources, forms, leaflets }, findings };
}

interface Group {
  readonly forms: readonly Form[];
  readonly leaflets: readonly Leaflet[];
  /** Phones in whose box the piece does not lie. */
  readonly findings: readonly Finding[];
}

const NOTHING: Readonly<Record<string, string>> = {};

const NO_FORMS: Group = { forms: [], leaflets: [], findings: [] };

/** `codes`: the job codes given so far. */
function formsOf(
  sources: Sources,
  templateId: string,
  brandId: string,
  locales: string,
  codes: Set<string>,
): Group {
  const [tag = '', secondTag] = localesOf(locales);
  const template = sources.templates[templateId];
  const brand = sources.brands[brandId];
  const locale = sources.locales[tag];
  const formats = template ? formatsOf(template, sources) : [];
  const deck = template && sources.decks[`${tag}/${template.deck}`];
  // What is missing here has its finding already: `sources` names every unknown id.
  if (!template || !brand || !locale || formats.length === 0 || !deck) return NO_FORMS;
  const second = secondTag === undefined ? undefined : languageOf(sources, template, secondTag);
  if (secondTag !== undefined && !second) return NO_FORMS;
  const forms = new Map<string, Form>();
  const contentOf = contentChooser(template, deck, second?.deck);
  const findings: Finding[] = [];
  const leaflets: Leaflet[] = [];
  for (const phone of sources.phones) {
    const format = chooseFormat(formats, phone);
    if (typeof format === 'string') {
      findings.push(formatFault(format, template, formats, phone));
      continue;
    }
    const { number, units, secondUnits, chosenFor } = contentOf(phone);
    // Two phones share a form when every wording, and every value that stands in the copy itself, is the same.
    const inline = template.inline.length > 0 ? inlineValues(template, phone) : NOTHING;
    const said = inline === NOTHING ? '' : JSON.stringify(inline);
    const key = `${format.id} ${format.trim.width} ${format.trim.height} ${number} ${said}`;
    const form = forms.get(key) ?? {
      id: `${template.slug}_${brandId}_${locales}_${forms.size + 1}`,
      template,
      format: locale.direction === 'rtl' ? mirrorFormat(format) : format,
      brand,
      icons: sources.icons[`${templateId}/${brandId}`] ?? {},
      pictures: sources.pictures[`${templateId}/${brandId}`] ?? {},
      locales,
      locale,
      ...(second ? { second: { ...second, units: secondUnits } } : {}),
      deck,
      approval: sources.approvals[`${tag}/${template.deck}`],
      units,
      chosenFor,
      inline,
    };
    forms.set(key, form);
    leaflets.push(leafletOf(sources, form, phone, codes));
  }
  return { forms: [...forms.values()], leaflets, findings };
}

/** The formats of a template that are there; one that is not has its finding. */
const formatsOf = ({ format, otherFormats = [] }: Template, { formats }: Sources) =>
  [format, ...otherFormats].flatMap((id) => formats[id] ?? []);

/** The words of a bilingual piece's second language; none where a file of it is missing, which has its finding. */
function languageOf(
  { locales, decks, approvals }: Sources,
  template: Template,
  tag: string,
): Omit<SecondLanguage, 'units'> | undefined {
  const name = `${tag}/${template.deck}`;
  const locale = locales[tag];
  const deck = decks[name];
  return locale && deck && { locale, deck, approval: approvals[name] };
}

/** Values that stand in the copy itself. */
const inlineValues = (template: Template, phone: Phone): Record<string, string> =>
  Object.fromEntries(
    template.inline.map((path) => [path, slotValue({ phone, jobCode: '' }, path)]),
  );

function leafletOf(sources: Sources, form: Form, phone: Phone, codes: Set<string>): Leaflet {
  const { campaign, phones } = sources;
  const identity = [
    campaign.id,
    form.template.id,
    form.brand.id,
    form.locales,
    phone.sku,
    phone.shop ?? '',
  ];
  let code = jobCode(identity);
  for (let nth = 1; codes.has(code); nth += 1) code = jobCode(identity, nth);
  codes.add(code);
  const recurs = recurring(phones).has(phone.sku);
  const shop = recurs ? toFileName(phone.shop ?? '') : '';
  const fileName = [nameOf(campaign.id, form), phone.sku, shop].filter(Boolean).join('_');
  return { form, phone, jobCode: code, fileName };
}

const names = new WeakMap<Form, string>();

/** What the file names of a form's leaflets begin with. */
function nameOf(campaign: string, form: Form): string {
  const known = names.get(form);
  if (known !== undefined) return known;
  const parts = [campaign, form.template.slug, form.brand.id, form.locales];
  // Letter by letter: text out of a file with an emoji in it takes two bytes a letter, and so would all that begins with it.
  const name = Array.from(parts.filter(Boolean).join('_')).join('');
  names.set(form, name);
  return name;
}

const seen = new WeakMap<readonly Phone[], ReadonlySet<string>>();

/** The skus that stand in the catalogue more than once: their file names carry the shop. */
function recurring(phones: readonly Phone[]): ReadonlySet<string> {
  const known = seen.get(phones);
  if (known) return known;
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { sku } of phones) (once.has(sku) ? again : once).add(sku);
  seen.set(phones, again);
  return again;
}

/** A shop's name as a part of a file name that every system can hold. */
const toFileName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();

function noLeaflets({ campaign }: Sources, leaflets: readonly Leaflet[]): Finding[] {
  if (leaflets.length > 0) return [];
  return [
    finding(
      'plan/nothing-to-make',
      { file: campaign.file },
      'the campaign makes no leaflet',
      'name at least one template, brand, locale and phone that exist',
    ),
  ];
}

function sameNames(sources: Sources, leaflets: readonly Leaflet[]): Finding[] {
  const first = new Map<string, Leaflet>();
  const findings: Finding[] = [];
  for (const leaflet of leaflets) {
    // Names that differ in case only are one file on Windows and macOS.
    const name = leaflet.fileName.toLowerCase();
    const before = first.get(name);
    if (before && before.phone !== leaflet.phone)
      findings.push(
        finding(
          'plan/same-name',
          leaflet.phone.place,
          `"${leaflet.fileName}.pdf" is also the name for ${before.phone.place.part ?? 'another row'} of ${sources.campaign.id}`,
          'give the two rows skus or shops that differ in more than case and punctuation',
          { leaflet: leaflet.fileName },
        ),
      );
    first.set(name, leaflet);
  }
  return findings;
}
