import { spawnSync } from 'node:child_process';

const known = new Map<string, boolean>();

/** Whether a program of this machine can be started; asked once a name. */
export function hasProgram(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const { error } = spawnSync(name, ['--version'], { stdio: 'ignore', timeout: 10_000 });
  const has = error === undefined || (error as NodeJS.ErrnoException).code !== 'ENOENT';
  known.set(name, has);
  return has;
}

/** What an outside program wrote, and how it ended. */
export interface ProgramRun {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs an outside program to its end. Its input is empty: some wait for one. */
export function runProgram(name: string, args: readonly string[]): ProgramRun {
  const { status, stdout, stderr, error } = spawnSync(name, [...args], {
    input: '',
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { status, out: stdout, err: stderr };
}

/** For a test that needs a program: its title, with the reason where it is skipped. */
export function needing(name: string, title: string): string {
  return hasProgram(name) ? title : `${title} (skipped: ${name} is not installed)`;
}
