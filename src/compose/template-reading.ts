import { type Finding, finding, type Place } from '../diagnostics/finding.js';

/** A template that is being read: what its paths are checked against, and what was found so far. */
export interface TemplateReading {
  readonly file: string;
  readonly isKnown: (path: string) => boolean;
  readonly known: readonly string[];
  readonly findings: Finding[];
}

/** Our choice: nobody nests choices deeper by intent, and a stack has an end. */
export const DEEPEST = 40;

/** Where a piece of the template stands. */
export const placeOf = (file: string, node: hbs.AST.Node): Place => ({
  file,
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
});

export function report(
  { file, findings }: TemplateReading,
  code: Parameters<typeof finding>[0],
  node: hbs.AST.Node,
  problem: string,
  fix: string,
): void {
  findings.push(finding(code, placeOf(file, node), problem, fix));
}
