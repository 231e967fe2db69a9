import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EngineName } from './engines/engine.ts';
import { CamdriftError, type ProblemCode } from './errors.ts';
import type { Explanation, Failure, FixtureTask } from './explain.ts';
import type { MapRequest } from './maps.ts';

/** What a worker is started with; after that it is sent batches of fixtures and answers each. */
export interface WorkerStart {
  readonly engine: EngineName;
  readonly request: MapRequest;
}

export type WorkerAnswer =
  | { readonly outcomes: readonly (Explanation | Failure)[] }
  | { readonly problem: { readonly code: ProblemCode; readonly message: string; readonly remedy: string } };

/** Explains batches in parallel threads; the outcomes come back in the order of the batches. */
export async function inWorkers(
  jobs: number,
  engine: EngineName,
  request: MapRequest,
  batches: readonly (readonly FixtureTask[])[],
  report: (done: number) => void,
): Promise<(Explanation | Failure)[]> {
  const results: (readonly (Explanation | Failure)[])[] = [];
  const queue = batches.entries();
  let done = 0;
  const lane = async () => {
    const worker = startWorker({ engine, request });
    try {
      for (const [index, batch] of queue) {
        results[index] = await ask(worker, batch);
        done += batch.length;
        report(done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: jobs }, lane));
  return results.flat();
}

/** Beside this file when running from source; the build gives the bundle a `worker.js` of its own. */
function startWorker(workerData: WorkerStart): Worker {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  return new Worker(new URL(file, import.meta.url), { workerData });
}

/** A crash of the thread rejects, because `once` listens for its error event too. */
async function ask(worker: Worker, batch: readonly FixtureTask[]): Promise<readonly (Explanation | Failure)[]> {
  const answered = once(worker, 'message');
  worker.postMessage(batch);
  const [answer] = (await answered) as [WorkerAnswer];
  if ('outcomes' in answer) return answer.outcomes;
  throw new CamdriftError(answer.problem.code, answer.problem.message, { remedy: answer.problem.remedy });
}
