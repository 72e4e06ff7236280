import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Event } from '../../src/commands/events.js';
import { eventsOf, readText, safeleaf, smallWorkspace } from './support/run-safeleaf.js';

describe('fit', () => {
  const cwd = smallWorkspace();

  test('lists the room on every panel, the tightest first, and draws a page of its own', () => {
    const { code, out, err } = safeleaf(['fit', 'small'], { cwd });
    expect(code).toBe(0);
    const rows = out.split('\n').slice(2, 6);
    const room = rows.map((row) => Number.parseFloat(row));
    expect(room).toEqual([...room].sort((a, b) => a - b));
    expect(Math.min(...room)).toBeGreaterThan(0);
    expect(out).toContain('all 4 panels hold their copy');
    expect(err).toContain('out/small/fit.html');
    const page = readText(join(cwd, 'out/small/fit.html'));
    expect(page).toContain('<h2>receipt-wallet-insert, kite</h2>');
    expect(page.match(/ mm<small>/g)).toHaveLength(4);
    expect(page).not.toMatch(/<script|https?:|src=/);
  });

  test('tells a program the same, an object a panel', () => {
    const events = eventsOf(safeleaf(['fit', 'small', '--json', '-o', 'elsewhere'], { cwd }).out);
    for (const event of events) expect(Event.safeParse(event).error).toBeUndefined();
    expect(events.filter(({ event }) => event === 'fit')).toHaveLength(4);
    expect(events.at(-1)).toEqual({ event: 'made', file: 'elsewhere/fit.html' });
  });
});
