import type { Event } from './events.js';
import type { Terminal } from './terminal.js';

/** Says an event: one object, one line. */
export const say = (terminal: Terminal, event: Event): void => terminal.out(JSON.stringify(event));
