import { existsSync } from 'node:fs';
import type { World } from '../../src/world.js';
import { PARAGRAPHS, type ScriptParagraph } from '../conformance/paragraphs.js';
import { changedWorld } from './fault-workspace.js';

const PACKAGES = new URL('../../node_modules/', import.meta.url);

/** Files of packages that need not be installed: a test of such a script is skipped, and says so. */
export const isInstalled = ({ font }: ScriptParagraph): boolean =>
  existsSync(new URL(font, PACKAGES));

/** The scripts whose fonts are installed. */
export const SCRIPTS = PARAGRAPHS.filter(isInstalled);

/** For a test of a script: its title, with the reason where it is skipped. */
export const scriptTitle = (script: ScriptParagraph): string =>
  isInstalled(script) ? script.name : `${script.name} (skipped: ${script.font} is not installed)`;

/** Line heights, times the type size: Nastaliq hangs, marks stand above and below Thai, Khmer and Burmese letters. */
const LINE_HEIGHTS: Readonly<Record<string, number>> = {
  ur: 2.2,
  ar: 1.7,
  th: 1.6,
  lo: 1.6,
  km: 1.8,
  my: 1.8,
};

/** `locale.yaml` of a script's language. */
export const localeFile = ({ name, lang, script, direction, font }: ScriptParagraph): string =>
  [
    `name: ${JSON.stringify(name)}`,
    `englishName: ${JSON.stringify(name)}`,
    `direction: ${direction}`,
    `script: ${script}`,
    'fonts:',
    `  "400": "${font}"`,
    `  "700": "${font.replaceAll('400Regular', '700Bold')}"`,
    `sizeFactor: ${script === 'Latn' || script === 'Cyrl' || script === 'Grek' ? 1 : 1.05}`,
    `lineHeight: ${LINE_HEIGHTS[lang] ?? 1.4}`,
  ].join('\n');

/** A unit of a deck that a test writes. */
interface WrittenUnit {
  readonly id: string;
  readonly text: string;
}

const IMPRINT: readonly WrittenUnit[] = [
  { id: 'imprint.prepared', text: '{date.prepared}' },
  { id: 'imprint.approved', text: '{approval.by} {approval.ends}' },
  { id: 'imprint.job', text: 'SL' },
];

const deckFile = (tag: string, units: readonly WrittenUnit[]): string =>
  [
    `deck: wallet\nlocale: ${tag}\naudience: parent\nstatus: final\nunits:`,
    ...units.map(({ id, text }) => `  - id: ${id}\n    text: ${JSON.stringify(text)}`),
    '',
  ].join('\n');

/** A card that a test makes: its words in each script, and the HTML that holds them. */
interface ScriptCard {
  readonly front: string;
  readonly css?: string;
  readonly unitsOf: (script: ScriptParagraph) => readonly WrittenUnit[];
}

/** The campaign `small` with one card in each of these scripts, approved, with numbers of dramas. */
export const scriptWorld = (
  scripts: readonly ScriptParagraph[],
  { front, css = '', unitsOf }: ScriptCard,
): Promise<World> =>
  changedWorld((files) => {
    const campaign = 'campaigns/small/campaign.yaml';
    const text = new TextDecoder().decode(files[campaign] as Uint8Array);
    const tags = scripts.map(({ lang }) => lang).join(', ');
    files[campaign] = text.replace(
      /leaflets:[\s\S]*(?=trust:)/,
      `leaflets:\n  - template: receipt-wallet-insert\n    brands: [northstar]\n    locales: [${tags}]\n`,
    );
    files['templates/receipt-wallet-insert/leaflet.hbs'] =
      `<panel name="front">\n${front}\n</panel>\n<panel name="back">\n  <imprint></imprint>\n</panel>\n`;
    const style = 'templates/receipt-wallet-insert/style.css';
    files[style] = new TextDecoder().decode(files[style] as Uint8Array) + css;
    for (const script of scripts) {
      files[`locales/${script.lang}/locale.yaml`] = localeFile(script);
      files[`locales/${script.lang}/wallet.yaml`] = deckFile(script.lang, [
        ...unitsOf(script),
        ...IMPRINT,
      ]);
    }
  });
