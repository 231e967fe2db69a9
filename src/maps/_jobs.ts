import { stat } from 'node:fs/promises';
import { availableParallelism, freemem } from 'node:os';
import type { Engine } from '../engines/engine.ts';
import type { Model } from '../models/model.ts';

/** What a forward pass holds at a time, at most: about three maps of 64 channels of the input's own size. */
const bytesPerPixel = 64 * 4 * 3;
const batchBudget = 256 * 2 ** 20;

export function batchSize(engine: Engine, { input }: Model): number {
  return Math.max(1, Math.min(engine.batch, Math.floor(batchBudget / (input.width * input.height * bytesPerPixel))));
}

/** How often a thread has the weights: file, decoded, on the heap. */
const copiesOf = 3;

/** A thread with TensorFlow.js and its heap, the weights, one batch. */
export function memoryPerJob({ input, weightBytes }: Model, batch: number): number {
  return 200 * 2 ** 20 + copiesOf * weightBytes + batch * input.width * input.height * bytesPerPixel;
}

/** Bytes that copies of the weights may take beside the first: with more a ViT-B would not fit into 2.5 GB. */
const copiesBudget = 10 ** 9;

/**
 * One worker per core, if the remaining work is worth their start and the memory suffices.
 * @param machine what there is of both; this one's, if it is not given
 */
export function usefulJobs(
  seconds: number,
  weightBytes: number,
  bytesPerJob: number,
  machine: Machine = thisMachine(),
): number {
  if (seconds < 4) return 1;
  const copies = 1 + Math.floor(copiesBudget / (copiesOf * weightBytes));
  return Math.max(1, Math.min(machine.cores, copies, Math.floor((0.6 * machine.bytes) / bytesPerJob)));
}

/** Bytes of a file from which on a model takes so long that the engine of another thread is started while it is read. */
const large = 32 * 2 ** 20;
/** Seconds that an image takes per byte of the weights, roughly: between those of VGG-16 and ResNet-50. */
const perWeightByte = 2e-9;

/** Whether another thread will probably be of use, as far as the model's file tells before it is read. */
export async function startsAhead(path: string, machine: Machine = thisMachine()): Promise<boolean> {
  const size = await stat(path).then(
    found => (found.isFile() ? found.size : 0),
    () => 0,
  );
  return size >= large && usefulJobs(Number.POSITIVE_INFINITY, size, 200 * 2 ** 20 + copiesOf * size, machine) > 1;
}

/** What images take before any has been explained: a guess, by which a thread reads the model early, and nothing else. */
export const guessedSeconds = (images: number, { weightBytes }: Pick<Model, 'weightBytes'>): number =>
  images * weightBytes * perWeightByte;

const thisMachine = (): Machine => ({
  cores: availableParallelism(),
  bytes: process.availableMemory?.() ?? freemem(),
});

interface Machine {
  readonly cores: number;
  readonly bytes: number;
}
