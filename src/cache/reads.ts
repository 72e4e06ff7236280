import { sha256Hex } from '../units/hash.js';
import type { FileRead, World } from '../world.js';

/** One thing that a run asked of the outside. */
export type Read =
  | readonly ['today']
  | readonly ['read', string, number | null]
  | readonly ['list', string]
  | readonly ['package', string];

/** All that a run asked of the outside, and a hash of each answer, also of "there is no such file". */
export class ReadNotes {
  readonly #answers = new Map<string, string>();
  #isSteady = true;

  /** The same world, with notes of what is asked of it. */
  world(world: World): World {
    const note = (read: Read, answer: string): void => this.#note(JSON.stringify(read), answer);
    return {
      get today() {
        note(['today'], world.today);
        return world.today;
      },
      read: (path, limit) => {
        const answer = world.read(path, limit);
        note(['read', path, limitOf(limit)], hashOf(answer));
        return answer;
      },
      list: (pattern) => {
        const answer = world.list(pattern);
        note(['list', pattern], hashOfList(answer));
        return answer;
      },
      readPackage: (specifier) => {
        const answer = world.readPackage(specifier);
        note(['package', specifier], hashOf(answer));
        return answer;
      },
    };
  }

  /** False once the same question has had two answers: something was changed while the run went on. */
  get isSteady(): boolean {
    return this.#isSteady;
  }

  get reads(): readonly Read[] {
    return [...this.#answers.keys()].map((read) => JSON.parse(read));
  }

  /** One hash of all questions and their answers. */
  get answers(): string {
    return sha256Hex(JSON.stringify([...this.#answers]));
  }

  #note(read: string, answer: string): void {
    const before = this.#answers.get(read);
    if (before !== undefined && before !== answer) this.#isSteady = false;
    this.#answers.set(read, answer);
  }
}

/** The hash of all answers that a world gives today to what a run has asked of it. */
export function answersOf(reads: readonly Read[], world: World): string {
  const notes = new ReadNotes();
  const asked = notes.world(world);
  for (const read of reads) ask(read, asked);
  return notes.answers;
}

function ask(read: Read, world: World): unknown {
  if (read[0] === 'today') return world.today;
  if (read[0] === 'read')
    return world.read(
      read[1],
      read[2] === ENDLESS ? Number.POSITIVE_INFINITY : (read[2] ?? undefined),
    );
  return read[0] === 'list' ? world.list(read[1]) : world.readPackage(read[1]);
}

/** JSON has no number without an end; null stands for the world's own limit. */
const ENDLESS = -1;

const limitOf = (limit: number | undefined): number | null =>
  limit === Number.POSITIVE_INFINITY ? ENDLESS : (limit ?? null);

function hashOf(answer: FileRead): string {
  return answer.kind === 'bytes' ? sha256Hex(answer.bytes) : JSON.stringify(answer);
}

const hashOfList = (paths: readonly string[]): string => sha256Hex(JSON.stringify(paths));
