import { describe, expect, test } from 'vitest';
import { PdfFile } from '../../src/pdf/pdf-file.js';
import { pdfNumber } from '../../src/pdf/pdf-number.js';
import { pdfName, pdfText } from '../../src/pdf/pdf-syntax.js';

describe('how values are spelt in a file', () => {
  test('names escape what is no regular character, byte by byte in UTF-8', () => {
    expect(pdfName('Grün (matt)/#1')).toBe('/Gr#C3#BCn#20#28matt#29#2F#231');
  });

  test('texts stay readable where they are ASCII, and keep every letter where they are not', () => {
    expect(pdfText('FOGRA39 (coated) \\ x')).toBe('(FOGRA39 \\(coated\\) \\\\ x)');
    expect(pdfText('Grün')).toBe('<FEFF0047007200FC006E>');
  });

  test('numbers have no exponent and no minus before nothing', () => {
    expect([1e-7, -0.0001, 12.34567, -3, 841.8897].map(pdfNumber)).toEqual([
      '0',
      '0',
      '12.346',
      '-3',
      '841.89',
    ]);
  });
});

test('an object that is begun and never ended stops the run, where pdfkit would wait for ever', () => {
  const file = new PdfFile({
    title: 'x',
    producer: 'x',
    prepared: new Date(0),
    lang: 'en',
    id: new Uint8Array(16),
  });
  // pdfkit counts an object from the moment it is asked for.
  (file.catalogue.Pages as { document: { ref(data: object): unknown } }).document.ref({});
  expect(() => file.finish()).toThrow('never ended');
});
