import { describe, expect, test } from 'vitest';
import { readLocale } from '../../src/sources/read-locale.js';
import { fakeWorld } from '../support/fake-world.js';

const shipped = fakeWorld({}, { shipped: true });

test.each(['en-GB', 'cy', 'pl', 'ur'])(
  '%s says how it is written, in fonts that are installed',
  (tag) => {
    const { value, findings } = readLocale(shipped, tag);
    expect(findings).toEqual([]);
    expect(value?.tag).toBe(tag);
    for (const weight of ['400', '600', '700'])
      expect(shipped.readPackage(value?.fonts[weight] ?? '').kind).toBe('bytes');
  },
);

test('Urdu runs from right to left in Nastaliq, with room for its hanging letters', () => {
  const { value } = readLocale(shipped, 'ur');
  expect(value).toMatchObject({ direction: 'rtl', script: 'Arab', name: 'اردو' });
  expect(value?.lineHeight).toBeGreaterThanOrEqual(2);
  expect(value?.sizeFactor).toBeGreaterThanOrEqual(1.05);
});

describe('a locale is sent back', () => {
  const written = (fields: Record<string, unknown>) =>
    JSON.stringify({
      name: 'اردو',
      englishName: 'Urdu',
      direction: 'rtl',
      script: 'Arab',
      fonts: {
        400: '@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf',
      },
      sizeFactor: 1.1,
      lineHeight: 2.1,
      ...fields,
    });
  const read = (fields: Record<string, unknown>, tag = 'ur') =>
    readLocale(fakeWorld({ [`locales/${tag}/locale.yaml`]: written(fields) }), tag);

  test.each<[string, Record<string, unknown>, string, string]>([
    ['that runs against its script', { direction: 'ltr' }, 'locale/direction', 'direction: rtl'],
    ['whose lines run into each other', { lineHeight: 1.3 }, 'locale/line-height', '2 or more'],
    ['that names a web font', { fonts: { 400: 'fonts/x.woff2' } }, 'brand/font-file', 'TrueType'],
    ['that names its script in words', { script: 'Arabic' }, 'locale/field', 'four letters'],
    ['with a size factor in points', { sizeFactor: 12 }, 'locale/field', 'multiplied'],
    ['without its own name', { name: undefined }, 'locale/field', 'own words'],
  ])('%s', (_, fields, code, fix) => {
    const { value, findings } = read(fields);
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code }]);
    expect(findings[0]?.fix).toContain(fix);
  });

  test.each([
    ['en_GB', 'en-GB'],
    ['EN-gb', 'en-GB'],
    ['urdu-language', 'en-GB, cy or ur'],
  ])('whose folder is called %s', (tag, fix) => {
    const { findings } = read({}, tag);
    expect(findings).toMatchObject([{ code: 'locale/tag' }]);
    expect(findings[0]?.fix).toContain(fix);
  });

  test('that nobody described', () => {
    expect(readLocale(fakeWorld({}), 'fr').findings).toMatchObject([{ code: 'locale/missing' }]);
  });
});
