import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { EngineName } from '../engines/engine.ts';
import { CamdriftError, type ProblemCode } from '../errors.ts';
import type { Explanation, Failure, FixtureTask } from './explain.ts';
import type { MapRequest } from './request.ts';

/** What a worker is started with; after that it is sent batches of fixtures and answers each. */
export interface WorkerStart {
  readonly engine: EngineName;
  readonly request: MapRequest;
}

export interface WorkerBatch {
  readonly id: number;
  readonly batch: readonly FixtureTask[];
}

export type WorkerAnswer = { readonly id: number } & (
  | { readonly outcomes: Outcomes }
  | { readonly problem: { readonly code: ProblemCode; readonly message: string; readonly remedy: string } }
);

type Outcomes = readonly (Explanation | Failure)[];
type ExplainOne = (batch: readonly FixtureTask[], id: number) => Promise<Outcomes>;

/**
 * Explains batches in this thread and in `jobs - 1` workers, and reports of each as it comes: nothing is kept here. A worker
 * has a second batch waiting, because this thread does not hear it while it computes; the last batches wait for nobody,
 * so that all threads end together.
 */
export async function explainAll(
  jobs: number,
  start: WorkerStart,
  batches: readonly (readonly FixtureTask[])[],
  here: ExplainOne,
  report: (done: number, id: number, outcomes: Outcomes) => void,
): Promise<void> {
  const workers = Array.from({ length: jobs - 1 }, () => startWorker(start));
  let next = 0;
  let done = 0;
  const lane = async (explain: ExplainOne, end: number) => {
    while (next < end) {
      const id = next++;
      const batch = batches[id]!;
      const outcomes = await explain(batch, id).catch(error => {
        next = batches.length; // no lane takes another batch of a run that has failed
        throw error;
      });
      done += batch.length;
      report(done, id, outcomes);
      await setImmediate();
    }
  };
  try {
    const there = workers.map(
      (worker): ExplainOne =>
        (batch, id) =>
          ask(worker, { id, batch }),
    );
    await Promise.all([
      ...there.map(explain => lane(explain, batches.length)),
      ...there.map(explain => lane(explain, batches.length - jobs)),
      lane(here, batches.length),
    ]);
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

/**
 * Beside this file when running from source; the build gives the bundle a `worker.js` of its own. A worker parses what strangers
 * made: it gets no environment, which holds tokens.
 */
function startWorker(workerData: WorkerStart): Worker {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  return new Worker(new URL(file, import.meta.url), { workerData, env: {} });
}

/** A crash of the thread rejects, because `on` listens for its error event too. */
async function ask(worker: Worker, question: WorkerBatch): Promise<Outcomes> {
  const messages = on(worker, 'message');
  worker.postMessage(question);
  for await (const [answer] of messages as AsyncIterable<[WorkerAnswer]>) {
    if (answer.id !== question.id) continue;
    if ('outcomes' in answer) return answer.outcomes;
    throw new CamdriftError(answer.problem.code, answer.problem.message, { remedy: answer.problem.remedy });
  }
  throw new Error('A worker stopped without an answer.');
}
