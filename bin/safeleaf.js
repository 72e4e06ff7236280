#!/usr/bin/env node
import { endedAtOnce } from '../dist/run/start.js';

if (!endedAtOnce(process.argv)) {
  await import('./compile-late.js');
  const { run } = await import('../dist/run/cli.js');
  await run(process.argv);
}
