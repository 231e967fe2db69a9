#!/usr/bin/env node
import { n as forkAhead, t as keepYoungSmall } from "./ahead.js";

// src/cli.ts
forkAhead(process.argv.slice(2));
keepYoungSmall();
const { run } = await import("./run.js");
process.exitCode = await run(process);

export {  };