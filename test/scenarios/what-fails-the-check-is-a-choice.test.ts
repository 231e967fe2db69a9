import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, pictureFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

/** The codes of the four levels, from the mildest to the strictest. */
async function codes(run: Awaited<ReturnType<typeof scene>>['run']): Promise<[string, number | null, string][]> {
  const found: [string, number | null, string][] = [];
  for (const level of ['never', 'regression', 'new', 'any']) {
    const { code, outputs } = await run({ inputs: { comment: 'never', 'fail-on': level } });
    found.push([level, code, outputs.verdict!]);
  }
  return found;
}

test('a regression fails on every level but the one that never fails', async t => {
  const { run } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  assert.deepEqual(await codes(run), [
    ['never', 0, 'fail'],
    ['regression', 1, 'fail'],
    ['new', 1, 'fail'],
    ['any', 1, 'fail'],
  ]);
});

test('a fixture that the stored baseline does not have fails from `new` on', async t => {
  const project = await projectFiles();
  const { run } = await scene(t, {
    before: { ...project, ...(await storedBaseline(project)) },
    after: {
      ...(await modelFiles('models/tiny', retrained)),
      ...(await pictureFiles({ 'images/4.png': [['red', 1, 0]] })),
    },
  });
  assert.deepEqual(await codes(run), [
    ['never', 0, 'warn'],
    ['regression', 0, 'warn'],
    ['new', 1, 'warn'],
    ['any', 1, 'warn'],
  ]);
});

test('a warning fails only where anything does', async t => {
  const bad = { 'attention-shift': 0.9, divergence: 1 };
  const { run } = await scene(t, {
    before: await projectFiles({ config: { thresholds: bad } }),
    after: await modelFiles('models/tiny', shortcut),
  });
  assert.deepEqual(await codes(run), [
    ['never', 0, 'warn'],
    ['regression', 0, 'warn'],
    ['new', 0, 'warn'],
    ['any', 1, 'warn'],
  ]);
});
