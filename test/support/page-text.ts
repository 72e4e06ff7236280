import type { Ink } from '../../src/units/ink.js';
import type { DescribedLeaflet, DescribedPage, DescribedText } from './describe-leaflet.js';

const mm = (length: number): string => {
  const rounded = (Math.round(length * 10) / 10).toFixed(1);
  return rounded === '-0.0' ? '0.0' : rounded;
};

const percent = (share: number): string => String(Math.round(share * 1000) / 10);

const inkText = ({ cmyk, spot }: Ink): string =>
  spot ? `${spot.name} ${percent(spot.tint)}` : cmyk.map(percent).join(' ');

const boxText = (box: { x: number; y: number; width: number; height: number }): string =>
  `${mm(box.x)}, ${mm(box.y)}: ${mm(box.width)} x ${mm(box.height)}`;

/**
 * A leaflet as a reviewer reads it: what stands where, in mm from the trim's top left, to 0.1. A line
 * of type gives where it starts, its baseline and its width; inks are in percent.
 */
export const pageText = (leaflet: DescribedLeaflet): string =>
  `${leaflet.pages.map((page, at) => onePage(leaflet, page, at + 1)).join('\n\n')}\n`;

function onePage(leaflet: DescribedLeaflet, page: DescribedPage, number: number): string {
  const { trim, bleed, margin } = leaflet;
  const sheet = `trim ${mm(trim.width)} x ${mm(trim.height)}, bleed ${mm(bleed)}, paper ${mm(margin)} round it`;
  const loose = page.texts.filter(({ panel }) => panel === undefined);
  return [
    `page ${number}, ${page.side}: ${sheet}`,
    ...[...new Set(page.inks.map((ink) => `  ink ${ink.token} ${inkText(ink)}`))].sort(),
    ...page.panels.flatMap((panel) => ['', ...onePanel(page, panel)]),
    '',
    'over the page',
    ...loose.flatMap(textLines),
  ].join('\n');
}

function onePanel(page: DescribedPage, panel: DescribedPage['panels'][number]): string[] {
  const here = <T extends { panel?: string | undefined }>(items: readonly T[]): T[] =>
    items.filter((it) => it.panel === panel.name);
  return [
    `panel ${panel.name} ${boxText(panel)}`,
    ...here(page.arts).map(({ role, box }) => `  ${role} ${boxText(box)}`),
    ...here(page.codes).map(
      ({ box, module, target }) => `  code ${boxText(box)}, module ${module.toFixed(2)}: ${target}`,
    ),
    ...here(page.texts).flatMap(textLines),
  ];
}

const textLines = ({ role, ground, lines }: DescribedText): string[] => [
  `  ${role} on ${ground.token}`,
  ...lines.map(({ x, baseline, width, sizes, inks, words }) => {
    const type = `${sizes.join('+')} pt ${inks.map(({ token }) => token).join('+')}`;
    const said = words.map(({ text }) => text).join(' ');
    return `    ${mm(x)}, ${mm(baseline)} w ${mm(width)}, ${type}: ${said}`;
  }),
];
