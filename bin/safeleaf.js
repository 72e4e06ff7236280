#!/usr/bin/env node
import { endedAtOnce } from '../dist/run/start.js';

if (!endedAtOnce(process.argv)) {
  await import('./engine.js');
  const { run } = await import('../dist/run/cli.js');
  await run(process.argv);
}
