import { expect, test } from 'vitest';
import { Event } from '../../src/commands/events.js';
import { tellProgress } from '../../src/commands/tell-progress.js';
import type { Terminal } from '../../src/commands/terminal.js';

function terminal() {
  const said = { out: [] as string[], progress: [] as string[] };
  const it: Terminal = {
    out: (line) => said.out.push(line),
    err: () => undefined,
    progress: (line) => said.progress.push(line),
    isPerson: false,
    paint: (_, text) => text,
  };
  return { it, said };
}

test('a program hears once a second how far a run is, how fast, how long it takes, and what it has found', () => {
  const { it, said } = terminal();
  let now = 50;
  const tell = tellProgress('print', true, it, () => now);
  for (let done = 1; done <= 400; done += 1) {
    tell(done, 1000, done > 300 ? 2 : 0);
    now += 1 / 128;
  }
  expect(said.progress).toEqual([]);
  const events = said.out.map((line) => Event.parse(JSON.parse(line)));
  expect(events).toHaveLength(3);
  expect(events[0]).toEqual({
    event: 'progress',
    edition: 'print',
    done: 129,
    leaflets: 1000,
    findings: 0,
  });
  expect(events[2]).toMatchObject({ aSecond: 128, secondsLeft: 5, findings: 2 });
});

test('a person sees it on the terminal, and nothing on stdout', () => {
  const { it, said } = terminal();
  const tell = tellProgress('reader', false, it, () => 0);
  tell(1, 2, 0);
  expect(said).toEqual({ out: [], progress: ['1 of 2 leaflets to read'] });
});
