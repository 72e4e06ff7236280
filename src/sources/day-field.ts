import { z } from 'zod';

/** A day of the calendar. */
export const day = (say: string) => z.iso.date(`${say}, as YYYY-MM-DD`);
