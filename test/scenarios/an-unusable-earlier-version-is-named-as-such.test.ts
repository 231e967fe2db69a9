import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, retrained, scene } from '../support/scene.ts';

test('weights of the base branch that are no numbers are not taken for the pull request’s', async t => {
  const broken = await modelFiles('models/tiny', {
    alter: ({ 'conv/bias': bias }) => void bias!.data.fill(Number.NaN),
  });
  const { run } = await scene(t, {
    before: { ...(await projectFiles()), ...broken },
    after: await modelFiles('models/tiny', retrained),
  });
  const { code, results, stdout } = await run({ inputs: { comment: 'never' } });
  assert.equal(code, 1, stdout);
  const { error } = results!.models[0]!;
  assert.equal(
    error?.message,
    'Weight `conv/bias` of the earlier models/tiny/model.json holds NaN or infinite values.',
  );
});
