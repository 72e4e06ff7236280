import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { World } from '../world.js';
import { checkFontFile } from './check-font-file.js';
import type { Locale } from './locale.js';
import { LocaleFile } from './locale-file.js';
import { readYamlFile } from './read-yaml-file.js';

const CODES = {
  missing: 'locale/missing',
  unreadable: 'locale/unreadable',
  wrong: 'locale/field',
  kind: 'locale',
} as const;

/** Scripts that run from right to left (Unicode 15.1, ScriptMetadata, in modern use). */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** Nastaliq hangs: below this its lines run into each other (Noto Nastaliq Urdu reaches from +1.90 to −0.60). */
const NASTALIQ_LINE_HEIGHT = 2;

/** Reads `locales/<tag>/locale.yaml`. The folder's name is the tag (BCP 47). */
export function readLocale(world: World, tag: string): Checked<Locale> {
  const file = `locales/${tag}/locale.yaml`;
  const read = readYamlFile(world, file, LocaleFile, CODES);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { value: written, ...fromFile } = read.value;
  const locale: Locale = { ...fromFile, ...written, tag };
  const findings = [
    ...checkTag(tag, file),
    ...checkDirection(locale),
    ...checkLineHeight(locale),
    ...Object.entries(locale.fonts).flatMap(([weight, font]) =>
      checkFontFile(font, locale.locate(['fonts', weight])),
    ),
  ];
  return { value: findings.length > 0 ? undefined : locale, findings };
}

/** The tag as BCP 47 spells it; nothing where it is none. */
function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function checkTag(tag: string, file: string): Finding[] {
  const canonical = canonicalTag(tag);
  if (canonical === tag) return [];
  const fix =
    canonical === undefined
      ? 'name the folder by language and country, such as en-GB, cy or ur'
      : `rename the folder to ${canonical}`;
  return [finding('locale/tag', { file }, `the folder is called ${quoted(tag)}`, fix)];
}

function checkDirection({ script, direction, locate }: Locale): Finding[] {
  const wanted = RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  if (direction === wanted) return [];
  return [
    finding(
      'locale/direction',
      locate(['direction']),
      `direction is "${direction}", and the script ${script} is written ${wanted}`,
      `write "direction: ${wanted}", or correct the script`,
    ),
  ];
}

function checkLineHeight({ lineHeight, fonts, locate }: Locale): Finding[] {
  const nastaliq = Object.values(fonts).some((file) => /nastaliq/i.test(file));
  if (!nastaliq || lineHeight >= NASTALIQ_LINE_HEIGHT) return [];
  return [
    finding(
      'locale/line-height',
      locate(['lineHeight']),
      `lineHeight is ${lineHeight} for a Nastaliq font`,
      `write ${NASTALIQ_LINE_HEIGHT} or more`,
    ),
  ];
}
