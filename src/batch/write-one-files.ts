import { writeOneFile } from './one-file.js';
import { readBackOnThread } from './read-back-on-thread.js';
import { readBackOnce } from './read-back-once.js';
import type { RunState } from './run-state.js';

/** Leaflets of one file between two words on how far a run is. */
const PROGRESS = 64;

/** Writes the files that hold many leaflets each. False when Ctrl-C, a full disk or a lost folder ended it. */
export async function writeOneFiles(state: RunState): Promise<boolean> {
  const { press, certifier, outlet, record, log, options, files } = state;
  const { isStopped = () => false, onProgress } = options;
  const { threads, verdicts } = options;
  const readBack =
    threads &&
    readBackOnce(readBackOnThread(threads.reader), verdicts, () => certifier.proofs.noteEarlier());
  const total = files.wanted.length;
  let done = 0;
  const onLeaflet = () => {
    done += 1;
    if (done % PROGRESS === 0) onProgress?.(done, total, log.findings.length);
  };
  for (const group of files.groups) {
    const run = { press, certifier, outlet, readBack, isStopped, onLeaflet };
    const { file, entries, findings } = await writeOneFile(group, run);
    const unkept = file ? record.addFile(file, entries) : [];
    const faults = findings.filter(({ code }) => code.startsWith('output/'));
    const isLost = log.isUnwritable([...faults, ...unkept]);
    log.add(findings.filter(({ code }) => !code.startsWith('output/')));
    if (isStopped()) log.addStopped(outlet.shown, record.entries.length, total);
    if (isLost || isStopped()) return false;
  }
  return true;
}
