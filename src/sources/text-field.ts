import { z } from 'zod';

/** A text that somebody must write; `say` is the instruction where it is missing or blank. */
export const text = (say: string) => z.string(say).regex(/\S/u, say);
