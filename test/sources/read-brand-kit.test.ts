import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BRAND_TOKENS } from '../../src/sources/read-brand-inks.js';
import { readBrandKit } from '../../src/sources/read-brand-kit.js';
import { fakeWorld } from '../support/fake-world.js';
import { fuzzRuns } from '../support/fuzz-runs.js';

const shipped = fakeWorld({}, { shipped: true });
const KITS = ['northstar', 'kite'] as const;

const textOf = (path: string): string => {
  const read = shipped.read(path);
  return read.kind === 'bytes' ? new TextDecoder().decode(read.bytes) : '';
};
const LOGO = textOf('brand-kits/northstar/logo.svg');

// biome-ignore lint/suspicious/noExplicitAny: a test bends the file where no type would let it
type Bend = (kit: any) => void;

/** Northstar's kit with one thing changed, read again. */
function bent(bend: Bend, files: Record<string, string> = {}) {
  const kit = JSON.parse(textOf('brand-kits/northstar/brand.json'));
  bend(kit);
  const folder = 'brand-kits/bent';
  return readBrandKit(
    fakeWorld({
      [`${folder}/brand.json`]: JSON.stringify(kit, null, 2),
      [`${folder}/logo.svg`]: LOGO,
      [`${folder}/logo-reversed.svg`]: LOGO,
      ...files,
    }),
    'bent',
  );
}
const own = (kit: Parameters<Bend>[0]) => kit.$extensions.safeleaf;

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (hex: string): number =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
    .reduce((sum, share, index) => sum + share * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe.each(KITS)('the shipped kit %s', (id) => {
  const { value: kit, findings } = readBrandKit(shipped, id);
  const srgb = (token: string) => kit?.inks[token]?.srgb ?? '';

  test('has every colour that a template prints with, and nothing to mend', () => {
    expect(findings).toEqual([]);
    expect(Object.keys(kit?.inks ?? {}).sort()).toEqual(Object.keys(BRAND_TOKENS).sort());
  });

  test('has words that can be read on every ground', () => {
    for (const ground of ['paper', 'ground', 'ground-strong'])
      for (const words of ['text', 'muted', 'brand', 'accent-text'])
        expect(contrast(srgb(words), srgb(ground)), `${words} on ${ground}`).toBeGreaterThan(4.5);
    expect(contrast(srgb('on-brand'), srgb('brand'))).toBeGreaterThan(7);
  });

  test('stays under 280 % of ink in one place', () => {
    for (const { cmyk, token } of Object.values(kit?.inks ?? {}))
      expect(
        cmyk.reduce((sum, share) => sum + share, 0),
        token,
      ).toBeLessThanOrEqual(2.8);
  });

  test('names font files that are installed', () => {
    for (const { faces } of Object.values(kit?.fonts ?? {}))
      for (const { file } of Object.values(faces))
        expect(shipped.readPackage(file).kind, file).toBe('bytes');
  });

  test('has a logo for light and one for dark grounds, of one size', () => {
    const { main, reversed } = kit?.logos ?? {};
    expect(main?.shapes.length).toBeGreaterThan(3);
    expect([reversed?.width, reversed?.height]).toEqual([main?.width, main?.height]);
    expect(main?.minWidth).toBeGreaterThanOrEqual(20);
  });
});

test('one of the shipped kits has a plate of its own, the other prints in four inks', () => {
  const spots = KITS.map((id) =>
    Object.values(readBrandKit(shipped, id).value?.inks ?? {}).flatMap(({ spot }) => spot ?? []),
  );
  expect(spots).toEqual([[{ name: 'Northstar Amber', tint: 1 }], []]);
});

describe('a brand kit is sent back', () => {
  const amber = (kit: Parameters<Bend>[0]) => kit.color.accent;
  const inks = (kit: Parameters<Bend>[0], token: string) => kit.color[token].$extensions.safeleaf;
  test.each<[string, Bend, string, string, string]>([
    [
      'with a colour missing',
      (kit) => delete kit.color.line,
      'brand/token-missing',
      '"line"',
      'thin rules',
    ],
    [
      'with body copy in four inks',
      (kit) => {
        inks(kit, 'text').cmyk = [60, 40, 40, 100];
      },
      'brand/token-text',
      '"60 / 40 / 40 / 100"',
      'black alone',
    ],
    [
      'with ink on the bare paper',
      (kit) => {
        inks(kit, 'paper').cmyk = [0, 0, 2, 0];
      },
      'brand/token-paper',
      '"0 / 0 / 2 / 0"',
      '"ground"',
    ],
    [
      'with two inks of one sRGB',
      (kit) => {
        kit.color.line.$value = kit.color.ground.$value;
      },
      'brand/token-same-srgb',
      '#fdf6e9',
      '{color.ground}',
    ],
    [
      'with components of another colour',
      (kit) => {
        kit.color.brand.$value.components = [1, 0, 0];
      },
      'brand/token-hex',
      '#ff0000',
      'agree',
    ],
    [
      'with a colour that points nowhere',
      (kit) => {
        kit.color['on-brand'].$value = '{color.snow}';
      },
      'brand/token-alias',
      'snow',
      'paper',
    ],
    [
      'with a plate called like a press’s own',
      (kit) => {
        inks(kit, 'accent').spot.name = 'Black';
      },
      'brand/spot-name',
      '"Black"',
      'of its own',
    ],
    [
      'with two fallbacks for one plate',
      (kit) => {
        inks(kit, 'line').spot = { name: 'Northstar Amber' };
      },
      'brand/spot-twice',
      'Northstar Amber',
      'same four',
    ],
    [
      'with inks over 100 %',
      (kit) => {
        inks(kit, 'brand').cmyk = [30, 95, 60, 500];
      },
      'brand/field',
      '500',
      '0 to 100',
    ],
    [
      'with extensions that say nothing of inks',
      (kit) => {
        amber(kit).$extensions = {};
      },
      'brand/field',
      'accent',
      'safeleaf',
    ],
    [
      'with a colour in capitals',
      (kit) => {
        kit.color.Sun = { $value: '{color.accent}' };
      },
      'brand/field',
      '"Sun"',
      'small letters',
    ],
    [
      'without a clear space for its logo',
      (kit) => delete own(kit).logos.main.clearSpace,
      'brand/field',
      'clearSpace is missing',
      'share of the logo',
    ],
    [
      'with a clear space in millimetres',
      (kit) => {
        own(kit).logos.main.clearSpace = 5;
      },
      'brand/field',
      '5',
      'not millimetres',
    ],
    [
      'without a smallest width for its logo',
      (kit) => delete own(kit).logos.main.minWidth,
      'brand/field',
      'minWidth is missing',
      'in mm',
    ],
    ['without a main logo', (kit) => delete own(kit).logos.main, 'brand/field', 'logos', '"main"'],
    [
      'with a logo that is not there',
      (kit) => {
        own(kit).logos.main.file = 'old.svg';
      },
      'brand/logo-missing',
      'brand-kits/bent/old.svg',
      'put the logo',
    ],
    [
      'with a logo outside the workspace',
      (kit) => {
        own(kit).logos.main.file = '../../etc/x.svg';
      },
      'file/outside',
      'out of the workspace',
      'copy',
    ],
    [
      'without an imprint',
      (kit) => {
        own(kit).imprint = ' ';
      },
      'brand/imprint-blank',
      'blank',
      'company',
    ],
    [
      'without a safeguarding lead',
      (kit) => delete own(kit).safeguardingLead,
      'brand/safeguarding-lead-blank',
      'blank',
      'who staff turn to',
    ],
    [
      'with a number to call in its imprint',
      (kit) => {
        own(kit).imprint = 'Call 020 7946 0000';
      },
      'brand/number-in-words',
      '020 7946 0000',
      'register',
    ],
    [
      'with a web font',
      (kit) => {
        kit.font.body.$extensions.safeleaf.files['400'] = 'fonts/A.woff2';
      },
      'brand/font-file',
      'A.woff2',
      'woff2_decompress',
    ],
    [
      'with a font collection',
      (kit) => {
        kit.font.body.$extensions.safeleaf.files['400'] = 'fonts/A.ttc';
      },
      'brand/font-file',
      'A.ttc',
      '.ttf or .otf',
    ],
    [
      'without a regular weight',
      (kit) => delete kit.font.body.$extensions.safeleaf.files['400'],
      'brand/font-weight',
      'no 400',
      '"400"',
    ],
    [
      'without a strong weight',
      (kit) => {
        kit.font.heading.$extensions.safeleaf.files = { 400: 'a.ttf' };
      },
      'brand/font-weight',
      '600 or more',
      '"700"',
    ],
    [
      'with a field nobody knows',
      (kit) => {
        own(kit).imprnt = 'x';
      },
      'brand/field',
      '"imprnt"',
      'imprint',
    ],
  ])('%s', (_, bend, code, problem, fix) => {
    const { value, findings } = bent(bend);
    expect(value).toBeUndefined();
    expect(findings.map((it) => it.code)).toEqual([code]);
    expect(findings[0]?.problem).toContain(problem);
    expect(findings[0]?.fix).toContain(fix);
    if (code !== 'file/outside') expect(findings[0]?.at.line).toBeGreaterThan(0);
  });

  test('with everything that is wrong with it in one go', () => {
    const { findings } = bent(
      (kit) => {
        own(kit).imprint = '';
        delete kit.color.muted;
      },
      { 'brand-kits/bent/logo.svg': LOGO.replace('var(--accent)', '#123456') },
    );
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'art/colour',
      'brand/imprint-blank',
      'brand/token-missing',
    ]);
  });

  test('when there is none', () => {
    expect(readBrandKit(fakeWorld({}), 'acme').findings).toMatchObject([
      { code: 'brand/missing', at: { file: 'brand-kits/acme/brand.json' } },
    ]);
  });
});

test('a font file of the kit’s own is named from the workspace, and a variable one keeps its weight', () => {
  const { value } = bent((kit) => {
    kit.font.body.$extensions.safeleaf.files['700'] = { file: 'fonts/Body.ttf', pin: 680 };
  });
  expect(value?.fonts.body.faces['700']).toEqual({
    file: 'brand-kits/bent/fonts/Body.ttf',
    pin: 680,
  });
});

test('any brand.json at all gives a kit or findings, never an exception', () => {
  const known = fc.constantFrom(
    'color',
    'font',
    '$extensions',
    'safeleaf',
    '$value',
    'text',
    'body',
    'logos',
    'main',
  );
  const tree = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue(),
      fc.dictionary(known, tie('value'), { maxKeys: 5 }),
    ),
  })).value;
  fc.assert(
    fc.property(
      fc.oneof(
        tree.map((it) => JSON.stringify(it)),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const { value, findings } = readBrandKit(
          fakeWorld({ 'brand-kits/a/brand.json': text }),
          'a',
        );
        expect(value === undefined).toBe(findings.length > 0);
        for (const it of findings) expect(it.fix).not.toMatch(/^$|Invalid|expected/);
      },
    ),
    { numRuns: fuzzRuns(400) },
  );
});
