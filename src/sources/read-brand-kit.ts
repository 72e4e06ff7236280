import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { World } from '../world.js';
import type { BrandInk, BrandKit, Logo } from './brand-kit.js';
import { BrandKitFile, EXTENSION } from './brand-kit-file.js';
import { readArt } from './read-art.js';
import { readBrandInks } from './read-brand-inks.js';
import { readFontFamily } from './read-font-family.js';
import { readTextFile } from './read-text-file.js';
import { readYamlFile } from './read-yaml-file.js';
import type { Locate } from './source-file.js';

const CODES = {
  missing: 'brand/missing',
  unreadable: 'brand/unreadable',
  wrong: 'brand/field',
  kind: 'brand kit',
} as const;

const LOGO_CODES = {
  missing: 'brand/logo-missing',
  unreadable: 'art/unreadable',
  kind: 'logo',
} as const;

/** Three digits of any script, with what people put between the digits of a telephone number. */
const NUMBER = /\p{Nd}(?:[\s.\-\u2010-\u2015()[\]/\u200B-\u200F\u2060\uFEFF]*\p{Nd}){2,}/u;

/** Reads `brand-kits/<id>/brand.json` with its logos. Font files are named here and opened when type is set. */
export function readBrandKit(world: World, id: string): Checked<BrandKit> {
  const folder = `brand-kits/${id}`;
  const read = readYamlFile(world, `${folder}/brand.json`, BrandKitFile, CODES);
  if (read.value === undefined) return { value: undefined, findings: read.findings };
  const { value: written, ...fromFile } = read.value;
  const { locate } = fromFile;
  const own = written.$extensions[EXTENSION];

  const inks = readBrandInks(written.color, locate);
  const fonts = {
    body: readFontFamily(written.font.body, { role: 'body', folder, locate }),
    heading: readFontFamily(written.font.heading, { role: 'heading', folder, locate }),
  };
  const logos = readLogos(world, folder, own.logos, inks.value, locate);
  const findings = [
    ...inks.findings,
    ...fonts.body.findings,
    ...fonts.heading.findings,
    ...logos.findings,
    ...checkWords(own, locate),
  ];
  if (findings.length > 0) return { value: undefined, findings };
  const value: BrandKit = {
    ...fromFile,
    id,
    name: own.name,
    inks: inks.value,
    fonts: { body: fonts.body.value, heading: fonts.heading.value },
    logos: logos.value,
    pictures: Object.fromEntries(
      Object.entries(own.pictures).map(([name, { file }]) => [
        name,
        {
          file: `${folder}/${file}`,
          place: locate(['$extensions', EXTENSION, 'pictures', name, 'file']),
        },
      ]),
    ),
    imprint: own.imprint.trim(),
    safeguardingLead: own.safeguardingLead.trim(),
  };
  return { value, findings: [] };
}

type OwnFields = BrandKitFile['$extensions'][typeof EXTENSION];

function readLogos(
  world: World,
  folder: string,
  written: OwnFields['logos'],
  inks: Readonly<Record<string, BrandInk>>,
  locate: Locate,
): { value: Record<string, Logo>; findings: Finding[] } {
  const value: Record<string, Logo> = {};
  const findings: Finding[] = [];
  for (const [name, { file, clearSpace, minWidth, alt }] of Object.entries(written)) {
    const path = `${folder}/${file}`;
    const svg = readTextFile(world, path, LOGO_CODES);
    if (svg.value === undefined) {
      const at = locate(['$extensions', EXTENSION, 'logos', name, 'file']);
      findings.push(...svg.findings.map((it) => namedIn(it, at, path)));
      continue;
    }
    const art = readArt(svg.value.text, path, inks);
    findings.push(...art.findings);
    if (art.value !== undefined) value[name] = { ...art.value, clearSpace, minWidth, alt };
  }
  return { value, findings };
}

/** A file that is not there, or may not be read, is mended where it is named. */
function namedIn(it: Finding, at: Finding['at'], path: string): Finding {
  if (it.code === 'brand/logo-missing')
    return finding(
      it.code,
      at,
      `there is no file ${quoted(path)}`,
      'put the logo there as SVG, or correct the name',
    );
  if (it.code === 'file/outside')
    return finding(it.code, at, `${quoted(path)} leads out of the workspace`, it.fix);
  return it;
}

function checkWords(own: OwnFields, locate: Locate): Finding[] {
  const at = (field: string) => locate(['$extensions', EXTENSION, field]);
  const findings: Finding[] = [];
  if (own.imprint.trim() === '')
    findings.push(
      finding(
        'brand/imprint-blank',
        at('imprint'),
        'imprint is blank',
        'write the company’s name and address',
      ),
    );
  if (own.safeguardingLead.trim() === '')
    findings.push(
      finding(
        'brand/safeguarding-lead-blank',
        at('safeguardingLead'),
        'safeguardingLead is blank',
        'name who staff turn to when a child may be at risk, such as "Head of store safety"',
      ),
    );
  for (const field of ['name', 'imprint', 'safeguardingLead'] as const) {
    const number = NUMBER.exec(own[field])?.[0];
    if (number === undefined) continue;
    findings.push(
      finding(
        'brand/number-in-words',
        at(field),
        `${field} holds the number ${quoted(number)}`,
        'take the number out: only the contact register gives numbers to print',
      ),
    );
  }
  return findings;
}
