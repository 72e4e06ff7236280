import { type Finding, finding } from '../diagnostics/finding.js';
import { quoted } from '../diagnostics/quoted.js';
import type { FontFamily } from './brand-kit.js';
import { type BrandKitFile, EXTENSION } from './brand-kit-file.js';
import { checkFontFile } from './check-font-file.js';
import type { Locate } from './source-file.js';

/** The lightest weight that reads as strong beside a regular 400. Our choice. */
const STRONG = 600;

interface Where {
  readonly role: 'body' | 'heading';
  /** The kit's folder: files of the kit are named from it. */
  readonly folder: string;
  readonly locate: Locate;
}

/** A family with its files by weight; a path that starts with `@` is an installed package's. */
export function readFontFamily(
  written: BrandKitFile['font']['body'],
  { role, folder, locate }: Where,
): { value: FontFamily; findings: Finding[] } {
  const path = ['font', role, '$extensions', EXTENSION, 'files'];
  const files = Object.entries(written.$extensions[EXTENSION].files);
  const faces: Record<string, { file: string; pin?: number }> = {};
  const findings: Finding[] = [];
  for (const [weight, face] of files) {
    const { file, pin } = typeof face === 'string' ? { file: face, pin: undefined } : face;
    findings.push(...checkFontFile(file, locate([...path, weight])));
    const whole = { file: file.startsWith('@') ? file : `${folder}/${file}` };
    faces[weight] = pin === undefined ? whole : { ...whole, pin };
  }
  findings.push(...missingWeights(role, Object.keys(faces), locate(path)));
  return { value: { name: written.$value, faces }, findings };
}

function missingWeights(role: Where['role'], weights: string[], at: Finding['at']): Finding[] {
  const have = `the ${role} type has ${quoted(weights.join(', '))}`;
  const findings: Finding[] = [];
  if (role === 'body' && !weights.includes('400'))
    findings.push(
      finding('brand/font-weight', at, `${have} and no 400`, 'add a file for the weight "400"'),
    );
  if (!weights.some((weight) => Number(weight) >= STRONG))
    findings.push(
      finding(
        'brand/font-weight',
        at,
        `${have} and nothing of ${STRONG} or more`,
        'add a file for the weight "700"',
      ),
    );
  return findings;
}
