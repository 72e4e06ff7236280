import { grouped } from '../units/grouped.js';
import type { Finding, Place } from './finding.js';
import { quoted } from './quoted.js';

/** `locales/fr/plan.yaml:14`: a place as terminals make a link of it. */
const printPlace = ({ file, line }: Place): string =>
  line === undefined ? file : `${file}:${line}`;

/**
 * One finding as a person reads it: where, what, why it matters on paper, what to do. `others` are
 * the same fault elsewhere, such as the same sentence in other locales.
 */
export function printFinding(it: Finding, others: readonly Finding[] = []): string {
  const part = it.at.part === undefined ? '' : `${it.at.part}: `;
  const lines = [`${printPlace(it.at)}: ${it.severity}[${it.code}]: ${part}${it.problem}`];
  const where = printContext(it);
  if (where !== '') lines.push(`  on: ${where}`);
  if (it.sentence !== undefined && !isTold(it.sentence, it.problem))
    lines.push(`  text: ${quoted(it.sentence)}`);
  lines.push(`  why: ${it.reason}`, `  fix: ${it.fix}`);
  const places = [...new Set(others.map((other) => elsewhere(it, other)))];
  const also = places.filter((place) => place !== printPlace(it.at) && place !== where);
  if (also.length > 0) lines.push(`  also: ${also.join('; ')}`);
  return lines.join('\n');
}

/** Whether a problem shows the sentence already, whole or cut short. */
const isTold = (sentence: string, problem: string): boolean =>
  problem.includes(sentence.trim()) || problem.includes(quoted(sentence.trim()));

/** Sorted findings as texts, the same fault in many locales, brands, leaflets or panels as one with a list. */
export function printFindings(findings: readonly Finding[]): readonly string[] {
  const groups = grouped(findings, faultOf);
  return [...groups.values()].map(([first, ...others]) =>
    first === undefined ? '' : printFinding(first, others),
  );
}

/** What two findings share when they are one fault: all but the locale, brand, leaflet and panel. */
function faultOf({ code, severity, at, problem, fix, panel }: Finding): string {
  const folder = /^locales\/(?!contacts\/)[^/]+\/(.*)$/.exec(at.file);
  // In a deck the same sentence stands on another line in each locale.
  const place = folder === null ? [printPlace(at), at.part] : [folder[1], at.part];
  // On panels the words say all: the same words on six panels are one fault to mend.
  const where = panel === undefined ? place : [];
  return JSON.stringify([code, severity, ...where, problem, fix]);
}

const printContext = ({ leaflet, brand, locale, panel }: Finding): string =>
  [
    leaflet && `leaflet ${leaflet}`,
    brand && `brand ${brand}`,
    locale && `locale ${locale}`,
    panel && `panel ${panel}`,
  ]
    .filter(Boolean)
    .join(', ');

/** The place of the same fault elsewhere, or what it is on where the place is the same. */
function elsewhere(it: Finding, other: Finding): string {
  if (printPlace(other.at) !== printPlace(it.at)) return printPlace(other.at);
  return printContext(other) || printPlace(other.at);
}
