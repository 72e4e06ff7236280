import { expect, test } from 'vitest';
import { decodeText } from '../../src/sources/catalogue/decode-text.js';
import { windows1252 } from '../../src/units/windows-1252.js';

test('the quotes, dashes and signs that Excel saves are what they were', () => {
  const bytes = Uint8Array.of(0x93, 0x50, 0x92, 0x94, 0x96, 0x80, 0xe9);
  expect(decodeText(bytes)).toEqual({ text: '“P’”–€é', encoding: 'Windows-1252' });
});

test('every byte is one character', () => {
  for (let byte = 0; byte < 256; byte += 1) expect(windows1252(byte)).toHaveLength(1);
});
