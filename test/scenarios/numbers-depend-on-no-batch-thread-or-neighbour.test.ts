import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WrittenModel } from '../../src/results-file/schema.ts';
import { assertEnded, project, type Spot, settings, type Workspace } from '../support/workspace.ts';

const colours = ['red', 'green', 'blue'] as const;
const images: Record<string, readonly Spot[]> = Object.fromEntries(
  Array.from({ length: 17 }, (_, index) => [
    `images/${String(index).padStart(2, '0')}.png`,
    [
      [colours[index % 3]!, index % 4, Math.floor(index / 4) % 4],
      [colours[(index + 1) % 3]!, (index * 3 + 1) % 4, (index + 2) % 4],
    ],
  ]),
);

async function given(t: Parameters<typeof project>[0]): Promise<Workspace> {
  const config = { methods: ['grad-cam', 'grad-cam++', 'cam'], probes: ['mark'], checks: 'none' };
  return project(t, { before: { noise: 0.01 }, after: { noise: 0.02, seed: 3 }, images, config });
}

/** All that was found, without the pictures' paths. */
async function found(workspace: Workspace, out: string, ...flags: string[]): Promise<WrittenModel> {
  const run = await workspace.run('audit', '--out', out, ...flags);
  assert.ok([0, 1].includes(run.code!), run.stdout + run.stderr);
  const { models } = await workspace.results(out);
  return models[0]!;
}

test('batches of 1, 3 and 16 and one or two threads: the same results, to the last digit', async t => {
  const workspace = await given(t);
  const reference = await found(workspace, 'out-1', '--batch', '16', '--jobs', '1');
  assert.equal(reference.fixtures.length, 17);
  for (const [batch, jobs] of [
    ['1', '1'],
    ['3', '1'],
    ['3', '2'],
    ['1', '2'],
  ] as const) {
    const other = await found(workspace, `out-${batch}-${jobs}`, '--batch', batch, '--jobs', jobs);
    assert.equal(JSON.stringify(other), JSON.stringify(reference), `batch ${batch}, jobs ${jobs}`);
  }
});

test('a fixture has the same numbers alone and among others', async t => {
  const workspace = await given(t);
  const all = await found(workspace, 'out-all');
  for (const name of ['images/00.png', 'images/08.png', 'images/16.png']) {
    const alone = await found(workspace, `out-${name.slice(7, 9)}`, '--fixtures', name);
    const { montage: _, ...own } = alone.fixtures[0]!;
    const { montage: __, ...among } = all.fixtures.find(each => each.name === name)!;
    assert.deepEqual(own, among);
  }
});

test('stored maps and maps made anew are compared to the same numbers', async t => {
  const workspace = await given(t);
  const anew = await found(workspace, 'out-anew');
  const models = [{ name: 'tiny', path: 'models/before' }];
  const config = { ...settings, methods: ['grad-cam', 'grad-cam++', 'cam'], probes: ['mark'], checks: 'none' };
  await workspace.config({ ...config, models });
  assertEnded(await workspace.run('baseline', '--batch', '3'), { code: 0 });
  await workspace.config({ ...config, models: [{ name: 'tiny', path: 'models/after' }] });
  const stored = await found(workspace, 'out-stored', '--batch', '5');
  assert.equal(stored.baseline?.source, 'stored');
  assert.deepEqual(
    [stored.drift, stored.predictions, stored.probes, stored.fixtures],
    [anew.drift, anew.predictions, anew.probes, anew.fixtures],
  );
});
