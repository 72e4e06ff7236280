import { z } from 'zod';

/** Lower-case words with hyphens: safe as a folder name on every system, and as a part of a file name. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The name of a folder or a field, such as `parent-trifold`. */
export const id = (say: string) =>
  z
    .string(say)
    .max(64, `${say}, at most 64 characters`)
    .regex(ID, `${say}, in lower-case letters, digits and hyphens`);
