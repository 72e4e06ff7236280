import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { type Finding, finding, isError } from '../diagnostics/finding.js';
import { judgeFile } from '../prove/rules/judge-file.js';
import type { Family, Product } from '../prove/rules/rule.js';
import { userPath } from './user-path.js';

/** What files are judged by: a family of rules, or those that each file claims to keep. */
export type RulesChoice = Family | 'claimed';

/** What judging by rules alone came to. */
export interface RulesAlone {
  readonly findings: readonly Finding[];
  readonly files: number;
  /** Files without an error. */
  readonly good: number;
}

/** Judges PDFs of anybody by rules alone: no manifest is needed, and no word is compared. */
export async function judgeByRules(
  paths: readonly string[],
  cwd: string,
  choice: { readonly rules: RulesChoice; readonly product: Product | undefined },
  progress: (text: string) => void,
): Promise<RulesAlone> {
  const found = paths.map((path) => pdfsAt(path, cwd));
  const files = found.flatMap((it) => it.files);
  const findings = found.flatMap((it) => it.findings);
  const families = choice.rules === 'claimed' ? undefined : [choice.rules];
  let good = 0;
  for (const [index, { path, shown }] of files.entries()) {
    progress(`${index + 1} of ${files.length} files`);
    const own = await judgeFile(
      readFileSync(path),
      { file: shown },
      { families, product: choice.product },
    );
    findings.push(...own);
    if (!own.some(isError)) good += 1;
  }
  return { findings, files: files.length, good };
}

function pdfsAt(argument: string, cwd: string) {
  const shown = userPath(argument);
  const path = resolve(cwd, shown);
  const isThere = existsSync(path);
  const paths = isThere && statSync(path).isDirectory() ? pdfsBelow(path) : isThere ? [path] : [];
  const files = paths.map((it) => ({
    path: it,
    shown: it === path ? shown : `${shown}/${relative(path, it).replaceAll('\\', '/')}`,
  }));
  const findings: Finding[] =
    files.length > 0
      ? []
      : [
          finding(
            'verify/nothing',
            { file: shown },
            'no PDF lies here',
            'name a PDF or a folder of them',
          ),
        ];
  return { files, findings };
}

const pdfsBelow = (folder: string): string[] =>
  fastGlob.sync('**/*.pdf', { cwd: folder, absolute: true, caseSensitiveMatch: false }).sort();
