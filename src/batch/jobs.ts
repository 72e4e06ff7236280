import { availableParallelism } from 'node:os';

/** Fewer leaflets than this one thread writes. Measured with 20 forms: threads take a fifth off 1,000 leaflets, and off 20 nothing but 80 MB of memory. */
const FEW = 1000;

/** How many threads write so many leaflets: none beside this one where starting them takes longer than they save. */
export function threadsFor(jobs: number | 'auto', leaflets: number): number {
  if (jobs !== 'auto') return Math.min(jobs, leaflets);
  return leaflets < FEW ? 1 : availableParallelism();
}
