import assert from 'node:assert/strict';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { guessedSeconds, memoryPerJob, startsAhead, usefulJobs } from '../../src/maps/_jobs.ts';
import { Threads } from '../../src/maps/_workers.ts';
import type { Model } from '../../src/models/model.ts';
import { emptyWorkspace } from '../support/workspace.ts';

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

test('a thread starts its engine early where the file is so large that it will be of use, and is not too large for two', async t => {
  const { root } = await emptyWorkspace(t);
  const file = async (size: number) => {
    const path = join(root, `${size}.onnx`);
    await writeFile(path, '');
    await truncate(path, size * megabyte);
    return path;
  };
  const paths = [...(await Promise.all([14, 102, 320, 346].map(file))), join(root, 'folder'), join(root, 'not-there')];
  await mkdir(paths[4]!);
  const begun = await Promise.all(paths.map(path => startsAhead(path, runner)));
  assert.deepEqual(begun, [false, true, true, false, false, false]);
  const [, large] = paths;
  assert.equal(await startsAhead(large!, { ...runner, cores: 1 }), false);
  assert.equal(await startsAhead(large!, { ...runner, bytes: 500 * megabyte }), false);
  // 25 pictures of a ResNet-50.
  assert.equal(guessedSeconds(25, { weightBytes: 100 * megabyte }), 5);
});

test('threads that are too many end, and one that has broken down answers nothing more', async () => {
  await using threads = new Threads('wasm');
  await threads.become(2);
  const [kept, gone] = threads.all;
  await threads.become(1);
  assert.deepEqual(threads.all, [kept]);
  assert.notEqual(kept, gone);
  // It was told of no model.
  const broken = { name: 'TypeError' };
  await assert.rejects(kept!.explain([], 0), broken);
  await assert.rejects(kept!.explain([], 1), broken);
});
