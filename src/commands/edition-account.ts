import type { ProofTally } from '../batch/form-proofs.js';
import type { BatchResult } from '../batch/run-batch.js';
import type { Press } from '../pdf/press.js';
import type { Plan } from '../plan/plan.js';
import { grouped } from '../units/grouped.js';

/** An edition as it was made. */
export interface MadeEdition extends BatchResult {
  readonly edition: 'print' | 'reader';
  readonly press: Press;
}

/** What a run made of one edition, as its last lines tell it: plain data, so that it can be kept. */
export interface EditionAccount {
  readonly edition: 'print' | 'reader';
  /** Of the campaign. */
  readonly title: string;
  readonly demonstration: boolean;
  /** How many leaflets the campaign has, and how many of them the run was asked for and made. */
  readonly planned: number;
  readonly leaflets: number;
  readonly made: number;
  /** A line for each piece: how many, in which brands and locales. */
  readonly pieces: readonly string[];
  /** Paths below the campaign's folder. */
  readonly files: readonly string[];
  readonly pictures: readonly string[];
  readonly standing: number;
  /** How many files were put back from the cache; only where nothing had to be made. */
  readonly putBack?: number;
  readonly earlier: number;
  readonly proven: ProofTally;
}

export function accountOf(
  { edition, made, leaflets, files, pictures, standing, earlier, proven }: MadeEdition,
  plan: Plan,
): EditionAccount {
  const { title, demonstration } = plan.sources.campaign;
  return {
    edition,
    title,
    demonstration,
    planned: plan.leaflets.length,
    leaflets,
    made: made.length,
    pieces: piecesOf(plan, made),
    files,
    pictures,
    standing,
    earlier,
    proven,
  };
}

function piecesOf(plan: Plan, codes: readonly string[]): readonly string[] {
  const made = new Set(codes);
  const byPiece = grouped(
    plan.leaflets.filter(({ jobCode }) => made.has(jobCode)),
    ({ form }) => form.template.title,
  );
  return [...byPiece].map(([title, of]) => {
    const brands = new Set(of.map(({ form }) => form.brand.name));
    const locales = new Set(of.map(({ form }) => form.locales));
    return `${of.length} x ${title}: ${[...brands].join(', ')}; ${[...locales].join(', ')}`;
  });
}
