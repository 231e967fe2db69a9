#!/usr/bin/env node
import { t as forkAhead } from "./ahead.js";

// src/cli.ts
forkAhead(process.argv.slice(2));
const { run } = await import("./run.js");
process.exitCode = await run(process);

export {  };