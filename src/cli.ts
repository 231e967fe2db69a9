#!/usr/bin/env node
import { forkAhead } from './explainer/ahead.ts';

// What explains gets ready on a core of its own while the command line is loaded and read.
forkAhead(process.argv.slice(2));
const { run } = await import('./commands/run.ts');
process.exitCode = await run(process);
