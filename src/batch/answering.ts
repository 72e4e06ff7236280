/** What a thread answers: what it made, or the mistake of ours that it met. */
export type Answer<Made> = { readonly made: Made } | { readonly mistake: string };

/** A step as a thread's file exports it: a mistake of ours is told apart from a thread that dies. */
export const answering =
  <Task, Made>(step: (task: Task) => Made | Promise<Made>) =>
  async (task: Task): Promise<Answer<Made>> => {
    try {
      return { made: await step(task) };
    } catch (error) {
      return { mistake: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
