#!/usr/bin/env node
import { endAtOnce } from '../dist/run/start.js';

const atOnce = endAtOnce(process.argv);
if (atOnce !== 'ended') {
  await import('./engine.js');
  const { run } = await import('../dist/run/cli.js');
  await run(process.argv, atOnce);
}
