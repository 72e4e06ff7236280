import { rulesOf } from '../rule.js';

/** Makes rules of PDF/X-4 that share why they matter. */
export const xRules = (why: string) =>
  rulesOf({ family: 'pdfx', why, source: 'ISO 15930-7 (PDF/X-4), as its implementations agree' });

/** The namespaces of a print file's metadata. */
export const NAMESPACES = {
  pdfx: 'http://www.npes.org/pdfx/ns/id/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  media: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  dc: 'http://purl.org/dc/elements/1.1/',
} as const;
