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
  machine: Machine = { cores: availableParallelism(), bytes: process.availableMemory?.() ?? freemem() },
): number {
  if (seconds < 4) return 1;
  const copies = 1 + Math.floor(copiesBudget / (copiesOf * weightBytes));
  return Math.max(1, Math.min(machine.cores, copies, Math.floor((0.6 * machine.bytes) / bytesPerJob)));
}

interface Machine {
  readonly cores: number;
  readonly bytes: number;
}
