import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TinyModel } from '../support/models.ts';
import { marked, modelFiles, pictureFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { assertEnded, onlyModel, project, reasonCodes } from '../support/workspace.ts';

const blanks = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, []]));

test('two networks whose units are dead: every map is 0, and that is no verdict', async t => {
  const dead = (seed: number): TinyModel => ({
    seed,
    noise: 0.01,
    alter: weights => weights['conv/bias']!.data.fill(-100),
  });
  const workspace = await project(t, { before: dead(1), after: dead(2) });
  assertEnded(await workspace.run('audit'), {
    code: 3,
    out: ['tiny: ? incomplete', 'No fixture has heat in the grad-cam maps of both sides'],
  });
  const model = await onlyModel(workspace);
  assert.deepEqual([model.drift, model.score?.signal], [{}, 'divergence'], 'attention has no figure');
});

test('a pull request that blanks every fixture gets no verdict, and fails where the base branch judges with its own', async t => {
  const before = await projectFiles();
  const after = {
    ...(await modelFiles('models/tiny', shortcut)),
    ...(await pictureFiles(blanks(Object.keys(marked())))),
  };
  const pull = await scene(t, { before, after });
  const own = await pull.run({ inputs: { 'policy-from': 'head' } });
  assert.deepEqual([own.code, own.outputs.verdict], [1, 'incomplete'], own.stdout);
  assert.match(pull.comments().at(-1)!, /^### ❔ camdrift: incomplete – no verdict on tiny/m);
  const base = await pull.run({ inputs: { 'policy-from': 'base' } });
  assert.deepEqual([base.code, base.outputs.verdict], [1, 'fail'], base.stdout);
  assert.match(pull.comments().at(-1)!, /attention shift 5\d\.\d % on average .*limit 8\.0 %/);
});

test('forty blank pictures beside three that moved make no average that passes', async t => {
  const names = Array.from({ length: 40 }, (_, index) => `images/blank-${index}.png`);
  const after = { ...(await modelFiles('models/tiny', shortcut)), ...(await pictureFiles(blanks(names))) };
  const pull = await scene(t, { before: await projectFiles(), after });
  const ran = await pull.run({ inputs: { 'policy-from': 'base' } });
  assert.deepEqual([ran.code, ran.outputs.verdict], [1, 'fail'], ran.stdout);
  assert.match(pull.comments().at(-1)!, /attention shift 5\d\.\d % on average .*limit 8\.0 %/);
});

test('half of the fixtures with heat is enough, and those without are in no mean', async t => {
  const workspace = await project(t, { after: shortcut, images: marked() });
  for (const size of [16, 20, 24]) await workspace.picture(`images/blank-${size}.png`, [], size);
  assertEnded(await workspace.run('audit'), { code: 1, out: ['On 3 of 6 fixtures neither map has positive heat'] });
  const mixed = await onlyModel(workspace);
  await workspace.config({
    engine: 'wasm',
    preprocess: 'unit',
    probes: 'none',
    fixtures: ['images/[123].png'],
    'baseline-model': 'models/before',
    models: [{ name: 'tiny', path: 'models/after' }],
  });
  assertEnded(await workspace.run('audit'), { code: 1 });
  const alone = await onlyModel(workspace);
  assert.deepEqual(mixed.drift, alone.drift, 'every method and metric');
  assert.ok(!reasonCodes(mixed).includes('heat-missing'));
});
