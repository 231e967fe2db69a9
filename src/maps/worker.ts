import { parentPort, workerData } from 'node:worker_threads';
import { startEngine } from '../engines/index.ts';
import { CamdriftError } from '../errors.ts';
import { loadModel } from '../models/index.ts';
import type { Model } from '../models/model.ts';
import type { WorkerAnswer, WorkerBatch, WorkerModel, WorkerStart } from './_workers.ts';
import { explainBatch } from './explain.ts';
import type { MapRequest } from './request.ts';

const { engine: name } = workerData as WorkerStart;
const port = parentPort!;
/** Whoever asks for a batch hears what went wrong. */
const later = () => {};
const engine = startEngine(name);
engine.catch(later);
let asked: { readonly request: MapRequest; readonly model: Promise<Model> } | undefined;

port.on('message', (message: WorkerModel | WorkerBatch) =>
  'request' in message ? read(message.request) : answer(message),
);

function read(request: MapRequest): void {
  const model = engine.then(started => loadModel(request.path, started, request.load));
  model.catch(later);
  asked = { request, model };
}

async function answer({ id, batch }: WorkerBatch): Promise<void> {
  try {
    const { request, model } = asked!;
    const outcomes = await explainBatch(await model, batch, request);
    port.postMessage({ id, outcomes } satisfies WorkerAnswer);
  } catch (error) {
    if (!(error instanceof CamdriftError)) throw error;
    const { code, message, remedy } = error;
    port.postMessage({ id, problem: { code, message, remedy } } satisfies WorkerAnswer);
  }
}
