#!/usr/bin/env node
import './compile-late.js';
import { run } from '../dist/run/cli.js';

await run(process.argv);
