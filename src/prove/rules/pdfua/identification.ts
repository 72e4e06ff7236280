import { quoted } from '../../../diagnostics/quoted.js';
import type { Anatomy } from '../../anatomy/anatomy.js';
import { when } from '../rule.js';
import { uaRules } from './ua-rules.js';

const PDFUAID = 'http://www.aiim.org/pdfua/ns/id/';

const rule = uaRules('programs for blind readers trust a file only if it says what it keeps to');

const property = ({ xmp }: Anatomy, name: string) => xmp?.get(PDFUAID, name);

const isPdfUa = (file: Anatomy): boolean =>
  file.xmp?.properties.some(({ namespace }) => namespace === PDFUAID) ?? false;

const prefixRule = (id: string, name: string) =>
  rule(id, `the metadata name ${name} with the prefix pdfuaid`, (file) => {
    const prefix = property(file, name)?.prefix;
    return when(
      prefix !== undefined && prefix !== 'pdfuaid',
      `${name} has the prefix ${quoted(prefix ?? '')}`,
    );
  });

/** Clause 5 and 6: what the file says of itself. */
export const IDENTIFICATION = [
  rule('5-1', 'the metadata say that the file keeps to PDF/UA', (file) =>
    when(file.xmp !== undefined && !isPdfUa(file), 'the metadata do not say PDF/UA'),
  ),
  rule('5-2', 'the part that the metadata name is 1', (file) => {
    const part = property(file, 'part')?.value;
    return when(
      isPdfUa(file) && Number(part) !== 1,
      `pdfuaid:part is ${quoted(part ?? 'not there')}`,
    );
  }),
  prefixRule('5-3', 'part'),
  prefixRule('5-4', 'amd'),
  prefixRule('5-5', 'corr'),
  rule('6.1-1', 'the file begins with %PDF-1.0 to %PDF-1.7 on a line of its own', ({ bytes }) => {
    const line = /^[^\r\n]*/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 64)))?.[0];
    return when(!/^%PDF-1\.[0-7]$/.test(line ?? ''), `the file begins with ${quoted(line ?? '')}`);
  }),
] as const;
