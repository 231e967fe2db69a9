import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { EngineName } from '../engines/engine.ts';
import { CamdriftError, type ProblemCode } from '../errors.ts';
import type { Explanation, Failure, FixtureTask } from './explain.ts';
import type { MapRequest } from './request.ts';

/** What a worker is started with: its engine starts at once. After that it is told of a model, which it reads, and sent batches of fixtures. */
export interface WorkerStart {
  readonly engine: EngineName;
}

export interface WorkerModel {
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
 * Explains batches in this thread and in others, and reports of each as it comes: nothing is kept here. A worker
 * has a second batch waiting, because this thread does not hear it while it computes; the last batches wait for nobody,
 * so that all threads end together.
 */
export async function explainAll(
  threads: Threads,
  batches: readonly (readonly FixtureTask[])[],
  here: ExplainOne,
  report: (done: number, id: number, outcomes: Outcomes) => void,
): Promise<void> {
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
  const there = threads.all.map((thread): ExplainOne => thread.explain);
  await Promise.all([
    ...there.map(explain => lane(explain, batches.length)),
    ...there.map(explain => lane(explain, batches.length - there.length - 1)),
    lane(here, batches.length),
  ]);
}

/** Threads beside this one, which end when they are disposed of. */
export class Threads implements AsyncDisposable {
  readonly #start: WorkerStart;
  #all: readonly Thread[] = [];
  #model: WorkerModel | undefined;

  constructor(engine: EngineName) {
    this.#start = { engine };
  }

  get all(): readonly Thread[] {
    return this.#all;
  }

  /** Starts those that are missing, ends those that are too many. */
  async become(count: number): Promise<void> {
    const kept = this.#all.slice(0, count);
    const gone = this.#all.slice(count);
    const more = Array.from({ length: count - kept.length }, () => new Thread(this.#start));
    if (this.#model) for (const thread of more) thread.read(this.#model);
    this.#all = [...kept, ...more];
    await Promise.all(gone.map(thread => thread.end()));
  }

  /** What they will explain by; they read it at once. */
  read(request: MapRequest): void {
    if (this.#model) return;
    this.#model = { request };
    for (const thread of this.#all) thread.read(this.#model);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.become(0);
  }
}

class Thread {
  readonly #worker: Worker;
  /** A crash while nobody asked. */
  #crash: { readonly error: unknown } | undefined;

  /**
   * The worker lies beside this file when running from source; the build gives the bundle a `worker.js` of its own. It parses what
   * strangers made: it gets no environment, which holds tokens.
   */
  constructor(workerData: WorkerStart) {
    const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
    this.#worker = new Worker(new URL(file, import.meta.url), { workerData, env: {} });
    this.#worker.once('error', error => {
      this.#crash = { error };
    });
  }

  read(model: WorkerModel): void {
    this.#worker.postMessage(model);
  }

  /** A crash of the thread rejects, because `on` listens for its error event too. */
  readonly explain: ExplainOne = async (batch, id) => {
    if (this.#crash) throw this.#crash.error;
    const messages = on(this.#worker, 'message');
    this.#worker.postMessage({ id, batch } satisfies WorkerBatch);
    for await (const [answer] of messages as AsyncIterable<[WorkerAnswer]>) {
      if (answer.id !== id) continue;
      if ('outcomes' in answer) return answer.outcomes;
      throw new CamdriftError(answer.problem.code, answer.problem.message, { remedy: answer.problem.remedy });
    }
    throw new Error('A worker stopped without an answer.');
  };

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
