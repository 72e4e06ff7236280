import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { Cmyk } from '../units/ink.js';
import type { BrandInk } from './brand-kit.js';
import { type BrandKitFile, type BrandToken, EXTENSION } from './brand-kit-file.js';
import type { Locate } from './source-file.js';

/** The colours that templates print with, and what each is for. */
export const BRAND_TOKENS = {
  text: 'body copy, on the black plate alone',
  muted: 'the imprint and small notes, on the black plate alone',
  paper: 'the bare paper, no ink at all',
  ground: 'a very light tint behind panels',
  'ground-strong': 'a stronger light tint',
  brand: 'the deep brand colour, with white words on it',
  'on-brand': 'words on the brand colour',
  accent: 'the one accent, for shapes',
  'accent-text': 'an accent dark enough for headings',
  line: 'thin rules',
} as const;

/** Names that a press gives to its own plates (ISO 32000-1, 8.6.6.4). */
const PROCESS_PLATES = new Set(['cyan', 'magenta', 'yellow', 'black', 'all', 'none']);

/** A step of an 8-bit colour: components and hex agree when they are closer than this. */
const EIGHT_BIT_STEP = 1 / 255;

type Colours = BrandKitFile['color'];
type OwnToken = Exclude<BrandToken, { $value: string }>;

/** The colours of a kit by token, with all that is wrong with them. */
export function readBrandInks(
  colours: Colours,
  locate: Locate,
): { value: Record<string, BrandInk>; findings: Finding[] } {
  const tokens = Object.entries(colours).filter(
    (entry): entry is [string, BrandToken] => typeof entry[1] === 'object',
  );
  const at: At = (token, ...rest) => locate(['color', token, ...rest]);
  const own = new Map(tokens.filter((entry): entry is [string, OwnToken] => isOwn(entry[1])));
  const value: Record<string, BrandInk> = {};
  const findings: Finding[] = [];
  for (const [token, colour] of tokens) {
    if (!/^[a-z][a-z0-9-]*$/.test(token)) findings.push(badName(token, at(token)));
    const source = isOwn(colour) ? colour : own.get(colour.$value.slice(7, -1));
    if (source === undefined)
      findings.push(badAlias(String(colour.$value), [...own.keys()], at(token)));
    else value[token] = toInk(token, source);
  }
  findings.push(
    ...missingTokens(colours, locate(['color'])),
    ...[...own].flatMap(([token, colour]) => checkHex(token, colour, at)),
    ...checkPlates(value, at),
    ...sameSrgb(
      [...own.keys()].flatMap((token) => value[token] ?? []),
      at,
    ),
    ...checkSpots(
      [...own.keys()].flatMap((token) => value[token] ?? []),
      at,
    ),
  );
  return { value, findings };
}

type At = (token: string, ...rest: string[]) => Finding['at'];

const isOwn = (token: BrandToken): token is OwnToken => typeof token.$value !== 'string';

function toInk(token: string, { $value, $extensions }: OwnToken): BrandInk {
  const { cmyk, spot } = $extensions?.[EXTENSION] ?? {};
  const shares = (cmyk ?? [0, 0, 0, 0]).map((percent) => percent / 100) as unknown as Cmyk;
  const { colorSpace: space, components } = $value;
  const written = cmyk === undefined ? { written: { space, components } } : {};
  const ink = { token, cmyk: shares, srgb: $value.hex, ...written };
  return spot === undefined ? ink : { ...ink, spot: { name: spot.name, tint: 1 } };
}

const badName = (token: string, at: Finding['at']): Finding =>
  finding(
    'brand/field',
    at,
    `a colour is called ${quoted(token)}`,
    'use small letters, digits and hyphens, such as ground-strong',
  );

const badAlias = (alias: string, known: readonly string[], at: Finding['at']): Finding =>
  finding(
    'brand/token-alias',
    at,
    `the colour points at ${quoted(alias)}, which has no inks of its own`,
    `point at one of: ${[...known].sort().join(', ')}`,
  );

function missingTokens(colours: Colours, at: Finding['at']): Finding[] {
  return Object.entries(BRAND_TOKENS)
    .filter(([token]) => !Object.hasOwn(colours, token))
    .map(([token, use]) =>
      finding(
        'brand/token-missing',
        at,
        `there is no colour ${quoted(token)}`,
        `add the colour "${token}": ${use}`,
      ),
    );
}

/** The components and the hex of a colour are two spellings of one value. */
function checkHex(token: string, { $value }: OwnToken, at: At): Finding[] {
  const { colorSpace, components, hex } = $value;
  if (colorSpace !== 'srgb') return [];
  const agree = components.every(
    (share, index) =>
      Math.abs(share - Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16) / 255) <
      EIGHT_BIT_STEP,
  );
  if (agree) return [];
  const bytes = components.map((share) =>
    Math.round(share * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return [
    finding(
      'brand/token-hex',
      at(token, '$value', 'hex'),
      `${token} has hex ${quoted(hex)}, and its components say "#${bytes.join('')}"`,
      'make the two agree: components are the hex pairs divided by 255',
    ),
  ];
}

/** Body copy prints on the black plate alone; paper prints on none. */
function checkPlates(inks: Readonly<Record<string, BrandInk>>, at: At): Finding[] {
  const findings: Finding[] = [];
  for (const token of ['text', 'muted']) {
    const ink = inks[token];
    if (ink === undefined) continue;
    if (ink.written !== undefined) findings.push(noInks(token, at, '[0, 0, 0, 100]'));
    const [cyan, magenta, yellow] = ink.cmyk;
    if (cyan + magenta + yellow === 0 && ink.spot === undefined) continue;
    findings.push(
      finding(
        'brand/token-text',
        at(token),
        `${token} prints with ${inWords(ink)}`,
        'write it on black alone, such as [0, 0, 0, 100]',
      ),
    );
  }
  const { paper } = inks;
  if (paper?.written !== undefined) findings.push(noInks('paper', at, '[0, 0, 0, 0]'));
  if (paper !== undefined && (paper.spot !== undefined || paper.cmyk.some((share) => share > 0)))
    findings.push(
      finding(
        'brand/token-paper',
        at('paper'),
        `paper prints with ${inWords(paper)}`,
        'write [0, 0, 0, 0]; for a tint behind the copy use "ground"',
      ),
    );
  return findings;
}

/** What must stand on one plate, or on none, cannot be left to a profile. */
const noInks = (token: string, at: At, inks: string): Finding =>
  finding(
    token === 'paper' ? 'brand/token-paper' : 'brand/token-text',
    at(token),
    `${token} names no inks, and the press profile would mix it of four`,
    `add "$extensions": { "safeleaf": { "cmyk": ${inks} } }`,
  );

const inWords = ({ cmyk, spot }: BrandInk): string =>
  spot === undefined
    ? quoted(cmyk.map((share) => Math.round(share * 1000) / 10).join(' / '))
    : `the plate ${quoted(spot.name)}`;

function sameSrgb(inks: readonly BrandInk[], at: At): Finding[] {
  const first = new Map<string, string>();
  return inks.flatMap(({ token, srgb }) => {
    const other = first.get(srgb);
    if (other === undefined) {
      first.set(srgb, token);
      return [];
    }
    return [
      finding(
        'brand/token-same-srgb',
        at(token, '$value', 'hex'),
        `${token} and ${other} are both ${quoted(srgb)}`,
        `change one of them, or write "{color.${other}}" as the $value of ${token} if they are one colour`,
      ),
    ];
  });
}

function checkSpots(inks: readonly BrandInk[], at: At): Finding[] {
  const fallback = new Map<string, BrandInk>();
  return inks.flatMap((ink) => {
    const { token, spot } = ink;
    if (spot === undefined) return [];
    const place = at(token, '$extensions', EXTENSION, 'spot', 'name');
    if (PROCESS_PLATES.has(spot.name.toLowerCase()))
      return [
        finding(
          'brand/spot-name',
          place,
          `the plate is called ${quoted(spot.name)}`,
          'give it a name of its own, such as "Northstar Amber"',
        ),
      ];
    const first = fallback.get(spot.name);
    fallback.set(spot.name, first ?? ink);
    if (first === undefined || sameColour(first, ink)) return [];
    return [
      finding(
        'brand/spot-twice',
        place,
        `${token} and ${first.token} share the plate ${quoted(spot.name)} and have different inks`,
        'write the same four percentages in both, or give one another plate',
      ),
    ];
  });
}

const sameColour = (one: BrandInk, other: BrandInk): boolean =>
  String(one.cmyk) === String(other.cmyk) &&
  String(one.written?.components) === String(other.written?.components);
