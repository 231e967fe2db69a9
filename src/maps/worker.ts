import { parentPort, workerData } from 'node:worker_threads';
import { startEngine } from '../engines/index.ts';
import { CamdriftError } from '../errors.ts';
import { loadModel } from '../models/index.ts';
import type { Model } from '../models/model.ts';
import type { WorkerAnswer, WorkerBatch, WorkerStart } from './_workers.ts';
import { explainBatch } from './explain.ts';

const { engine: name, request } = workerData as WorkerStart;
const port = parentPort!;
let model: Promise<Model> | undefined;

port.on('message', async ({ id, batch }: WorkerBatch) => {
  try {
    model ??= startEngine(name).then(engine => loadModel(request.path, engine, request.load));
    const outcomes = await explainBatch(await model, batch, request);
    port.postMessage({ id, outcomes } satisfies WorkerAnswer);
  } catch (error) {
    if (!(error instanceof CamdriftError)) throw error;
    const { code, message, remedy } = error;
    port.postMessage({ id, problem: { code, message, remedy } } satisfies WorkerAnswer);
  }
});
