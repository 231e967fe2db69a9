#!/usr/bin/env node
import { t as forkAhead } from "./ahead.js";
import { It as keepYoungSmall } from "./models.js";

// src/cli.ts
forkAhead(process.argv.slice(2));
keepYoungSmall();
const { run } = await import("./run.js");
process.exitCode = await run(process);

export {  };