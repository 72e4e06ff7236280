import { type Finding, finding, type Place } from '../diagnostics/finding.js';
import type { LaidOutForm, LaidOutSide, PanelItem } from '../layout/laid-out.js';
import type { Leaflet } from '../plan/plan.js';
import { grouped } from '../units/grouped.js';
import type { Ink } from '../units/ink.js';
import { itemName } from './item-name.js';
import { isBare } from './plates.js';

/**
 * On a template whose languages may differ on the black plate alone: what is no text must be alike in all
 * languages of one direction. The leaflets of a phone are held against the one in the language that comes first.
 */
export function languageArtwork(
  forms: readonly LaidOutForm[],
  leaflets: readonly Leaflet[],
): readonly Finding[] {
  const laidOut = new Map(forms.map((it) => [it.form, it]));
  const bound = leaflets.filter(({ form }) => form.template.languageChange === 'black-plate');
  const seen = new Set<string>();
  return [...grouped(bound, platesKey).values()].flatMap(([first, ...others]) =>
    others.flatMap((other) => {
      const [was, is] = [first && laidOut.get(first.form), laidOut.get(other.form)];
      const pair = `${first?.form.id} ${other.form.id}`;
      if (was === undefined || is === undefined || seen.has(pair)) return [];
      seen.add(pair);
      return compareForms(was, is);
    }),
  );
}

/** Leaflets whose colour plates are to be one set: piece, brand, size, direction and phone. */
function platesKey({ form, phone }: Leaflet): string {
  const { template, brand, format, locale, second } = form;
  const directions = [locale.direction, second?.locale.direction];
  return JSON.stringify([template.id, brand.id, format.id, directions, phone.sku, phone.shop]);
}

function compareForms(first: LaidOutForm, other: LaidOutForm): readonly Finding[] {
  return other.sides.flatMap((side, at) => {
    const before = first.sides[at];
    return before === undefined ? [] : compareSides(before, side, first, other);
  });
}

function compareSides(
  before: LaidOutSide,
  side: LaidOutSide,
  first: LaidOutForm,
  { form }: LaidOutForm,
): readonly Finding[] {
  const overlay = { name: undefined, was: before.overlay, is: side.overlay };
  const panels = side.panels.map(({ panel }, at) => ({
    name: panel.name,
    was: before.panels[at]?.panel.items ?? [],
    is: panel.items,
  }));
  return [...panels, overlay].flatMap(({ name, was, is }) => {
    const difference = firstDifference(coloured(was), coloured(is));
    if (difference === undefined) return [];
    const where = name === undefined ? `side "${side.name}"` : `panel "${name}"`;
    return [
      finding(
        'preflight/language-artwork',
        difference.place,
        `${difference.name} on ${where} is not in ${form.locales} as it is in ${first.form.locales}; the template says that languages differ on the black plate alone`,
        'give it, and the boxes over it, a size and a place of their own, so that longer words do not move it; or leave "languageChange" out of template.yaml',
        {
          leaflet: form.template.id,
          brand: form.brand.id,
          locale: form.locale.tag,
          panel: name,
        },
      ),
    ];
  });
}

/** Something that is no text, and all that its plates depend on. */
interface Mark {
  readonly name: string;
  readonly place: Place;
  readonly shape: string;
}

function firstDifference(was: readonly Mark[], is: readonly Mark[]): Mark | undefined {
  const count = Math.max(was.length, is.length);
  for (let at = 0; at < count; at += 1)
    if (was[at]?.shape !== is[at]?.shape) return is[at] ?? was[at];
  return undefined;
}

/**
 * What a panel paints beside words, in painting order. A border or a ground in black counts too: it
 * takes away what lies under it. A black code on bare paper touches the black plate alone.
 */
const coloured = (items: readonly PanelItem[]): readonly Mark[] =>
  items.flatMap((item) =>
    item.kind === 'text' || isBlackCode(item)
      ? []
      : [
          {
            name: itemName(item),
            place: item.place,
            shape: JSON.stringify(shapeOf(item), rounded),
          },
        ],
  );

const isBlackCode = (item: PanelItem): boolean =>
  item.kind === 'code' && isBlackAlone(item.ink) && isBare(item.ground);

const isBlackAlone = ({ cmyk, spot }: Ink): boolean =>
  spot === undefined && cmyk[0] + cmyk[1] + cmyk[2] === 0;

function shapeOf(item: PanelItem): unknown {
  switch (item.kind) {
    case 'fill':
      return [item.path, item.rule, inkOf(item.ink)];
    case 'stroke':
      return [item.path, item.width, item.cap, item.join, inkOf(item.ink)];
    case 'art':
      return item.parts.map(shapeOf);
    case 'picture':
      return [item.box, item.crop, item.picture.sha256];
    case 'code':
      return [item.x, item.y, item.module, item.symbol.target, inkOf(item.ink)];
    case 'text':
      return undefined;
  }
}

const inkOf = ({ cmyk, spot }: Ink): unknown => [cmyk, spot];

/** Lengths to a thousandth of a millimetre, which no plate shows. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 + 0 : value;
