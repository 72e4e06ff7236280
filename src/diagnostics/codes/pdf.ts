import type { CodeList } from '../code-list.js';

export const PDF_CODES = {} as const satisfies CodeList;
