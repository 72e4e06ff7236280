import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { type Checked, type Finding, finding } from '../diagnostics/finding.js';
import { cannotWrite } from './atomic-file.js';

/** Who holds an output folder. `since` is for a person to read. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** A held lock; give it back with `release`. */
export interface Lock {
  release(): void;
}

/** Locks that this process holds: in a container every run may have the same process number. */
const held = new Set<string>();

/**
 * Takes an output folder for one run. A lock that a killed run of this machine left behind is taken
 * over with a note; one of a living process, or of another machine, is a finding.
 */
export function takeLock(path: string, shown: string): Checked<Lock> {
  const mine: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const first = create(path, shown, mine);
  if (first !== 'taken') return first;
  const holder = readHolder(path);
  if (holder && isHeld(path, holder, mine)) return none(locked(shown, holder));
  if (!setAside(path, holder)) return none(locked(shown, readHolder(path) ?? mine));
  const second = create(path, shown, mine);
  if (second === 'taken') return none(locked(shown, readHolder(path) ?? mine));
  return second.value ? { ...second, findings: [takenOver(shown, holder)] } : second;
}

const none = (why: Finding): Checked<Lock> => ({ value: undefined, findings: [why] });

/** Writes the lock where there is none; the system sees to it that only one of two runs can. */
function create(path: string, shown: string, mine: Holder): Checked<Lock> | 'taken' {
  try {
    writeFileSync(path, `${JSON.stringify(mine)}\n`, { flag: 'wx' });
    held.add(path);
    return { value: lockAt(path), findings: [] };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST'
      ? 'taken'
      : none(cannotWrite(error, shown));
  }
}

function lockAt(path: string): Lock {
  return {
    release: () => {
      held.delete(path);
      rmSync(path, { force: true });
    },
  };
}

/**
 * Moves a dead run's lock away. A run that took it over a moment before us has put its own in the same
 * place: then that one goes back, and we have not got the folder.
 */
function setAside(path: string, dead: Holder | undefined): boolean {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    const moved = readHolder(aside);
    const isDead = moved?.pid === dead?.pid && moved?.since === dead?.since;
    if (isDead) rmSync(aside, { force: true });
    else renameSync(aside, path);
    return isDead;
  } catch {
    return false;
  }
}

/** How long a lock is given to be written after it was made, milliseconds. */
const WRITING = 50;

/** Who holds a lock; undefined where a cut of power tore it. */
function readHolder(path: string): Holder | undefined {
  const holder = readOnce(path);
  if (holder) return holder;
  pause(WRITING);
  return readOnce(path);
}

function readOnce(path: string): Holder | undefined {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(path, 'utf8')) as Holder;
    return typeof pid === 'number' ? { pid, host: String(host), since: String(since) } : undefined;
  } catch {
    return undefined;
  }
}

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

function isHeld(path: string, { pid, host }: Holder, mine: Holder): boolean {
  if (host !== mine.host) return true;
  return pid === mine.pid ? held.has(path) : isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const locked = (shown: string, { pid, host, since }: Holder): Finding =>
  finding(
    'output/locked',
    { file: shown },
    `process ${pid} on ${host} has been writing here since ${since}`,
    'wait until it is done, or name another folder with --out; if that process is gone, delete this file',
  );

const takenOver = (shown: string, holder: Holder | undefined): Finding =>
  finding(
    'output/lock-taken-over',
    { file: shown },
    holder
      ? `process ${holder.pid}, which started at ${holder.since}, ended without giving the folder back`
      : 'the lock of a run that was killed stood here',
    'nothing to do',
  );
