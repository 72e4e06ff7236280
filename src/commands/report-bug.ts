import { EXIT } from './exit-code.js';
import type { Setting } from './setting.js';

/** What a person calls the work that a folder of the code does. */
const STAGES: Readonly<Record<string, string>> = {
  sources: 'reading the campaign',
  approval: 'checking the approval',
  plan: 'planning the leaflets',
  compose: 'filling the template',
  typeset: 'setting text',
  codes: 'making QR codes',
  layout: 'laying out panels',
  preflight: 'checking the layout',
  pdf: 'drawing the PDFs',
  prove: 'reading the finished files back',
  batch: 'writing the files',
  commands: 'running the command',
};

/** Where in the way through safeleaf an error arose: the first of our own folders in its trace. */
function stageOf(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? '') : '';
  const folders = trace.matchAll(/[/\\](?:dist(?:[/\\]run)?|src)[/\\](\w+)[/\\][\w-]+\.[jt]s/g);
  for (const [, folder = ''] of folders) if (STAGES[folder]) return STAGES[folder];
  return 'starting';
}

/** Says that safeleaf itself is at fault, and what to send its makers. */
export function reportBug(
  error: unknown,
  { terminal, exit, toolVersion }: Pick<Setting, 'terminal' | 'exit' | 'toolVersion'>,
): void {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(
    terminal.paint('bold', `This is a bug in safeleaf ${toolVersion}, while ${stageOf(error)}.`),
  );
  terminal.err('Your files are not at fault. What was finished before it is whole.');
  terminal.err('Please report it with the lines below and, if you may, the campaign.');
  terminal.err('');
  terminal.err(trace);
  exit(EXIT.bug);
}
