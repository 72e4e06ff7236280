import { availableParallelism } from 'node:os';

/** Leaflets that one thread has written by the time that others have started. Measured; see bench/RIVALS.md. */
const FEW = 1000;

/** How many threads write so many leaflets: none beside this one where starting them takes longer than they save. */
export function threadsFor(jobs: number | 'auto', leaflets: number): number {
  if (jobs !== 'auto') return Math.min(jobs, leaflets);
  return leaflets < FEW ? 1 : availableParallelism();
}
