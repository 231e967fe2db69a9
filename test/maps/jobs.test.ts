import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryPerJob, usefulJobs } from '../../src/maps/_jobs.ts';
import type { Model } from '../../src/models/model.ts';

const megabyte = 10 ** 6;
const runner = { cores: 4, bytes: 16_000 * megabyte };
/** As many threads as a model of this size gets for a minute of work. */
const jobs = (weights: number, machine = runner, seconds = 60) => {
  const model = { input: { width: 224, height: 224, channels: 3 }, weightBytes: weights * megabyte } as Model;
  return usefulJobs(seconds, model.weightBytes, memoryPerJob(model, 8), machine);
};

test('a thread per core for models of up to a hundred megabytes, fewer for larger ones, one for a ViT-B', () => {
  assert.deepEqual(
    [1, 14, 102, 160, 250, 346, 1200].map(each => jobs(each)),
    [4, 4, 4, 3, 2, 1, 1],
  );
});

test('threads are worth their start after some seconds, and are as many as cores and memory allow', () => {
  assert.deepEqual([jobs(14, runner, 3.9), jobs(14, runner, 4)], [1, 4]);
  assert.equal(jobs(14, { ...runner, cores: 2 }), 2);
  // 200 MB and 308 MB of a batch, and 42 MB of weights: of 2 GB three parts in five.
  assert.equal(jobs(14, { ...runner, bytes: 2000 * megabyte }), 2);
  assert.equal(jobs(14, { ...runner, bytes: 100 * megabyte }), 1);
});
