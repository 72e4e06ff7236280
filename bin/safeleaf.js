#!/usr/bin/env node
import { run } from '../dist/run/cli.js';

await run(process.argv);
