import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, retrained, scene } from '../support/scene.ts';
import { assertEnded, emptyWorkspace, project, settings, watermarked } from '../support/workspace.ts';

test('its time ends, in words; the others keep their verdicts', async t => {
  const workspace = await emptyWorkspace(t);
  for (const [name, spots] of Object.entries(watermarked)) await workspace.picture(name, spots);
  for (const name of ['before', 'good', 'slow']) await workspace.model(name);
  await workspace.config({
    ...settings,
    'baseline-model': 'models/before',
    models: [
      { name: 'slow', path: 'models/slow', timeout: 0.001 },
      { name: 'good', path: 'models/good' },
    ],
  });
  assertEnded(await workspace.run('audit'), {
    code: 4,
    out: ['slow: ? incomplete', 'The time is up: 0.001 s for one model (`timeout`)', 'good: ✓ pass'],
  });
  const { models } = await workspace.results();
  assert.deepEqual(
    models.map(({ name, verdict, error }) => [name, verdict, error?.code]),
    [
      ['slow', 'incomplete', 'timed-out'],
      ['good', 'pass', undefined],
    ],
  );
});

test('the run has a limit of its own, whatever the configuration says', async t => {
  const workspace = await project(t, { config: { timeout: 86_400 } });
  assertEnded(await workspace.run('audit', '--run-timeout', '0.001'), {
    code: 4,
    out: ['The time is up: 0.001 s for the whole run (`run-timeout`)'],
  });
  assertEnded(await workspace.run('audit', '--timeout', '0.001'), { code: 4, out: ['0.001 s for one model'] });
  assertEnded(await workspace.run('layers', '--model', 'models/after', '--timeout', '0.001'), {
    code: 4,
    err: ['The time is up', 'to do'],
  });
  for (const wrong of ['0', 'soon', '86401'])
    assertEnded(await workspace.run('audit', '--timeout', wrong), { code: 3, err: ['Expected seconds'] });
  await workspace.config({ ...settings, timeout: -1, models: [{ name: 'tiny', path: 'models/after' }] });
  assertEnded(await workspace.run('audit'), { code: 3, err: ['timeout', 'got -1'] });
});

test('on a pull request it is told in the comment, and the check fails', async t => {
  const { run, comments } = await scene(t, {
    before: await projectFiles(),
    after: {
      ...(await modelFiles('models/tiny', retrained)),
      'camdrift.yml': configText(['tiny'], { timeout: 0.001 }),
    },
  });
  const { code, outputs } = await run();
  assert.equal(code, 1);
  assert.equal(outputs.verdict, 'incomplete');
  assert.match(comments()[0]!, /The time is up: 0\.001 s for one model/);
});
