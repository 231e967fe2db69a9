import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { TinyModel } from '../support/models.ts';
import { configText, type Files, modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

const inputs = { 'max-images': '0' };

/** A step has put models there that Git does not hold; a file that trains them changes. */
async function madeByAStep(t: TestContext, models: Record<string, TinyModel>, more: Files = {}) {
  const project = Object.entries(await projectFiles()).filter(([path]) => !path.startsWith('models/'));
  const s = await scene(t, {
    before: { ...Object.fromEntries(project), 'train.py': 'v1', '.gitignore': '/models\n', ...more },
    after: { 'train.py': 'v2' },
  });
  const made = await Promise.all(Object.entries(models).map(([name, model]) => modelFiles(`models/${name}`, model)));
  const prepare = async (workspace: string) => {
    for (const [path, bytes] of Object.entries(Object.assign({}, ...made))) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), bytes as Uint8Array);
    }
  };
  return { ...s, ran: await s.run({ inputs, prepare }) };
}

test('nothing to compare it with: no verdict, and what to do', async t => {
  const { ran, comments } = await madeByAStep(t, { tiny: retrained });
  assert.deepEqual([ran.code, ran.outputs.verdict], [1, 'incomplete'], ran.stdout);
  const { code, message, remedy } = ran.results!.models[0]!.error!;
  assert.equal(code, 'model-untracked');
  assert.match(message, /^Git does not hold models\/tiny\/model\.json, so nothing tells whether/);
  assert.match(remedy, /camdrift baseline.*baseline-model/);
  assert.match(comments()[0]!, /incomplete – no verdict on tiny/);
});

for (const [what, model, code, verdict] of [
  ['another one', shortcut, 1, 'fail'],
  ['an honest retrain', retrained, 0, 'pass'],
  ['the same one', {}, 0, 'skipped'],
] as const) {
  test(`stored maps tell that it is ${what}`, async t => {
    const { ran } = await madeByAStep(t, { tiny: model }, await storedBaseline(await projectFiles()));
    assert.deepEqual([ran.code, ran.outputs.verdict], [code, verdict], ran.stdout);
    assert.equal(ran.results?.models[0]?.baseline?.source, verdict === 'skipped' ? undefined : 'stored');
  });

  test(`the earlier version on disk tells that it is ${what}`, async t => {
    const config = { 'camdrift.yml': configText(['tiny'], { 'baseline-model': 'models/old' }) };
    const { ran } = await madeByAStep(t, { tiny: model, old: {} }, config);
    assert.deepEqual([ran.code, ran.outputs.verdict], [code, verdict], ran.stdout);
  });
}

test('a model that was not in Git and now is has no earlier version there', async t => {
  const project = await projectFiles();
  const models = Object.entries(project).filter(([path]) => path.startsWith('models/'));
  const others = Object.entries(project).filter(([path]) => !path.startsWith('models/'));
  const s = await scene(t, { before: Object.fromEntries(others), after: Object.fromEntries(models) });
  const { code, results, stdout } = await s.run({ inputs });
  assert.deepEqual([code, results?.verdict], [1, 'incomplete'], stdout);
  assert.equal(results!.models[0]!.error!.code, 'model-untracked');
});
