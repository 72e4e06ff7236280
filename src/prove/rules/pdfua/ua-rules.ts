import { rulesOf } from '../rule.js';

/** Makes rules of PDF/UA-1 that share why they matter. Ids are clause and test as veraPDF numbers them. */
export const uaRules = (why: string) =>
  rulesOf({ family: 'pdfua', why, source: 'ISO 14289-1 (PDF/UA-1), tests numbered as by veraPDF' });
