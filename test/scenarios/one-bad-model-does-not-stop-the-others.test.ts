import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, emptyWorkspace, settings, type Workspace, watermarked } from '../support/workspace.ts';

const shortcut = { sees: ['blue', 'green', 'nothing'] } as const;

async function three(t: Parameters<typeof emptyWorkspace>[0], names: readonly string[]): Promise<Workspace> {
  const workspace = await emptyWorkspace(t);
  for (const [name, spots] of Object.entries(watermarked)) await workspace.picture(name, spots);
  await workspace.model('before');
  await workspace.model('good', { noise: 0.003 });
  await workspace.model('bad', shortcut);
  await workspace.write('models/broken/model.json', '{"format": "layers-model"');
  await workspace.config({
    ...settings,
    'baseline-model': 'models/before',
    models: names.map(name => ({ name, path: `models/${name}` })),
  });
  return workspace;
}

test('all are audited, and a regression decides the exit code', async t => {
  const workspace = await three(t, ['broken', 'good', 'bad']);
  assertEnded(await workspace.run('audit'), {
    code: 1,
    out: ['broken: ? incomplete', 'good: ✓ pass', 'bad: ✗ regression'],
  });
  const { verdict, models } = await workspace.results();
  assert.equal(verdict, 'fail');
  assert.deepEqual(
    models.map(model => [model.name, model.verdict]),
    [
      ['broken', 'incomplete'],
      ['good', 'pass'],
      ['bad', 'fail'],
    ],
  );
});

test('without a regression, the model that could not be audited decides', async t => {
  const workspace = await three(t, ['good', 'broken']);
  assertEnded(await workspace.run('audit'), { code: 4, out: ['good: ✓ pass', 'is not JSON'] });
  const files = Object.keys(await workspace.digests('camdrift-out'));
  assert.ok(files.includes('good/images-a.webp'), 'the good one has its pictures');
});

test('a baseline that is missing for one of them leads to exit code 2', async t => {
  const workspace = await three(t, ['good']);
  await workspace.config({
    ...settings,
    models: [
      { name: 'good', path: 'models/good', 'baseline-model': 'models/before' },
      { name: 'new', path: 'models/good' },
    ],
  });
  assertEnded(await workspace.run('audit'), {
    code: 2,
    out: ['good: ✓ pass', 'new: ? incomplete', 'There is no baseline'],
  });
});
