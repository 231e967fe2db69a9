import { Worker } from 'node:worker_threads';

/** Seconds for which a test may keep the thread: far more than anything here takes on a busy machine, and less than for ever. */
const longest = Number(process.env.CAMDRIFT_STALL ?? 120);

/**
 * Importing this file ends the process, with words, when its thread is stuck. A loop without end, or one that takes an exponential
 * number of steps, then fails its file instead of waiting for the job's limit: node:test cannot interrupt what never yields.
 */
const beats = new Int32Array(new SharedArrayBuffer(4));
setInterval(() => Atomics.add(beats, 0, 1), 500).unref();
new Worker(
  `const { workerData: { beats, longest } } = require('node:worker_threads');
  let [last, since] = [-1, performance.now()];
  setInterval(() => {
    const now = Atomics.load(beats, 0);
    if (now !== last) [last, since] = [now, performance.now()];
    else if (performance.now() - since > longest * 1000) {
      require('node:fs').writeSync(2, 'Nothing but one loop for ' + longest + ' s: ended.\\n');
      process.kill(process.pid, 'SIGKILL');
    }
  }, 250);`,
  { eval: true, execArgv: [], workerData: { beats, longest } },
).unref();
