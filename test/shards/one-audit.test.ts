import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Audit } from '../../src/audit.ts';
import type { Explainer } from '../../src/explainer/explainer.ts';
import type { Results } from '../../src/results/results.ts';
import { written } from '../../src/results-file/write.ts';
import { recording } from '../../src/shards/recording.ts';
import { replaying } from '../../src/shards/replaying.ts';
import { readShards } from '../../src/shards/shards.ts';
import { audited, engine, merged, writeShard, writeShards } from '../support/shards.ts';
import { type Project, picture, project, settings, type Workspace } from '../support/workspace.ts';

/** A project whose verdict needs every map: probes, two methods, checks, and a candidate that moved a little. */
const shifted: Project = {
  before: { stride: 2 },
  after: { stride: 2, noise: 0.01 },
  config: { probes: 'default', methods: ['grad-cam', 'grad-cam++'], checks: 'full' },
};

async function assertOne(workspace: Workspace, machines: number): Promise<void> {
  const whole = await audited(workspace, engine);
  await writeShards(workspace, machines);
  const joined = await merged(workspace);
  assert.equal(JSON.stringify(written(joined.results)), JSON.stringify(written(whole.results)));
  assert.deepEqual(seenIn(joined), seenIn(whole));
}

/** What both versions saw, number by number: pictures are drawn from it. */
const seenIn = ({ pictures }: Audit) => pictures.map(({ baseline, candidate }) => [baseline?.seen, candidate.seen]);

for (const machines of [1, 2, 4])
  test(`three fixtures on ${machines} machines are one audit: every number and every picture`, async t => {
    await assertOne(await project(t, shifted), machines);
  });

test('a picture that cannot be read, alone on its machine, is told as in one audit', async t => {
  const workspace = await project(t, shifted);
  await workspace.write('images/b.png', 'no picture');
  await assertOne(workspace, 2);
  const [model] = (await merged(workspace)).results.models;
  assert.deepEqual([model!.verdict, model!.fixtures[1]!.status], ['incomplete', 'failed']);
});

test('a machine explains its own fixtures alone, and no machine explains them again', async t => {
  const workspace = await project(t, light);
  const asked: number[] = [];
  const counting: Explainer = {
    ...engine,
    maps: (request, tasksFor, ...more) =>
      engine.maps(
        request,
        async facts => {
          const tasks = await tasksFor(facts);
          asked.push(tasks.filter(({ known }) => !known).length);
          return tasks;
        },
        ...more,
      ),
  };
  const each = [1, 2].map(at => audited(workspace, recording(counting, { at, of: 2 }, new Map())));
  await Promise.all(each);
  assert.deepEqual(asked.sort(), [1, 1, 2, 2]);
  await writeShards(workspace, 2);
  asked.length = 0;
  await audited(workspace, replaying(counting, await readShards(workspace.path('shards'))));
  assert.deepEqual(asked, [0, 0]);
});

const light: Project = { before: { stride: 2 }, after: { stride: 2, noise: 0.01 }, config: { probes: ['mark'] } };

/** What is done to a project between its shards and where they are joined, and what is told then. */
const changes: Readonly<Record<string, { change(workspace: Workspace): Promise<unknown>; lost?: RegExp }>> = {
  'another fixture': {
    change: async workspace => workspace.write('images/a.png', await picture([['green', 0, 0]])),
    lost: /: 1 of 3 fixtures are in no shard/,
  },
  'another model': { change: workspace => workspace.model('after', { stride: 2, noise: 0.02 }) },
  'another baseline': {
    change: workspace => workspace.model('before', { stride: 2, noise: 0.02 }),
    lost: /baseline model was not explained: 3 of 3 fixtures are in no shard/,
  },
  'another score': { change: workspace => configured(workspace, { score: 'probability' }) },
  'another probe': { change: workspace => configured(workspace, { probes: ['frame'] }) },
  'another preprocessing': { change: workspace => configured(workspace, { preprocess: 'tf' }) },
  'another method': { change: workspace => configured(workspace, { methods: ['grad-cam++'] }) },
};

const configured = (workspace: Workspace, more: object = {}) =>
  workspace.config({
    ...{ ...settings, ...light.config, 'baseline-model': 'models/before' },
    ...{ models: [{ name: 'tiny', path: 'models/after' }], ...more },
  });

test('shards of other files or settings are not believed: incomplete, never a pass', async t => {
  const workspace = await project(t, light);
  const original = await readFile(workspace.path('images/a.png'));
  await writeShards(workspace, 2);
  for (const [what, { change, lost = /3 of 3 fixtures are in no shard/ }] of Object.entries(changes)) {
    await change(workspace);
    const { results } = await merged(workspace);
    assert.equal(results.verdict, 'incomplete', what);
    assert.match(said(results), lost, what);
    await workspace.write('images/a.png', original);
    await workspace.model('before', light.before || {});
    await workspace.model('after', light.after);
    await configured(workspace);
  }
  assert.equal(said((await merged(workspace)).results).includes('shard'), false);
});

test('a shard that is missing, there twice, or damaged makes the verdict incomplete and is named', async t => {
  const workspace = await project(t, light);
  await writeShards(workspace, 3, 2);
  await assertTold(workspace, /Shard 2 of 3 is missing\./);
  await writeShard(workspace, 2, 3);
  assert.doesNotMatch(said((await merged(workspace)).results), /shard/i);
  const text = await workspace.read('shards/2/shard-2-of-3.json');
  await workspace.write('shards/again/shard-2-of-3.json', text);
  await assertTold(workspace, /Shard 2 of 3 is there 2 times\./);
  await workspace.write('shards/again/shard-2-of-3.json', text.slice(0, text.length >> 1));
  await assertTold(workspace, /again.shard-2-of-3\.json is damaged/);
});

async function assertTold(workspace: Workspace, words: RegExp): Promise<void> {
  const { results } = await merged(workspace);
  assert.deepEqual([results.verdict, results.models[0]!.error?.code], ['incomplete', 'shards-incomplete']);
  assert.match(said(results), words);
}

/** Every sentence of reasons and errors. */
const said = ({ models }: Results): string =>
  models.flatMap(({ error, reasons }) => [error?.message ?? '', JSON.stringify(reasons)]).join('\n');
