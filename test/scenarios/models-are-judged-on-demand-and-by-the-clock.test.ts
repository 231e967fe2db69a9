import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startGitHub } from '../support/github/index.ts';
import { configText, type Files, modelFiles, projectFiles, retrained, runIn, shortcut } from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

/** Nothing has changed; somebody asks. */
async function asked(t: TestContext, files: Files, name = 'workflow_dispatch') {
  const github = await startGitHub(t);
  const commit = await github.commit({ branch: 'main', files });
  const { repository, sender } = github.payload.push({ branch: 'main', after: commit }) as Record<string, unknown>;
  const payload = {
    repository,
    sender,
    ...(name === 'schedule' ? { schedule: '0 3 * * *' } : { ref: 'refs/heads/main' }),
  };
  const ran = await runIn(t, github, { event: { name, payload }, commit });
  assert.deepEqual([github.exchanges, ran.injected], [[], []], 'nothing is asked of GitHub');
  return ran;
}

for (const [what, model, code, verdict] of [
  ['a regression', shortcut, 1, 'fail'],
  ['an honest retrain', retrained, 0, 'pass'],
  ['the same model', {}, 0, 'pass'],
] as const)
  for (const name of ['workflow_dispatch', 'schedule'])
    test(`on ${name}, ${what} is held against the stored baseline`, async t => {
      const stored = await storedBaseline(await projectFiles());
      const ran = await asked(
        t,
        { ...(await projectFiles()), ...stored, ...(await modelFiles('models/tiny', model)) },
        name,
      );
      assert.deepEqual([ran.code, ran.outputs.verdict, ran.outputs.audited], [code, verdict, '1'], ran.stdout);
      assert.equal(ran.results?.models[0]?.baseline?.source, 'stored');
      assert.equal(ran.results?.change, undefined);
      assert.match(ran.summary, new RegExp(`camdrift: ${verdict}`));
    });

test('without stored maps it is the pinned release, by its limits', async t => {
  const limits = { 'pinned-thresholds': { 'attention-shift': 0.9, divergence: 1 } };
  for (const [more, verdict] of [
    [{}, 'fail'],
    [limits, 'warn'],
  ] as const) {
    const config = { 'camdrift.yml': configText(['tiny'], { pinned: 'gold', ...more }) };
    const gold = await modelFiles('gold');
    const ran = await asked(t, {
      ...(await projectFiles()),
      ...(await modelFiles('models/tiny', shortcut)),
      ...gold,
      ...config,
    });
    assert.equal(ran.outputs.verdict, verdict, ran.stdout);
  }
});

test('with nothing to hold it against there is no verdict', async t => {
  const ran = await asked(t, await projectFiles());
  assert.deepEqual([ran.code, ran.outputs.verdict], [1, 'incomplete'], ran.stdout);
  assert.match(
    ran.results!.models[0]!.error!.message,
    /^There is nothing to hold tiny against: no stored baseline in \.camdrift\/baselines\/tiny, no `pinned`/,
  );
});

test('a model that is not there has no verdict either', async t => {
  const { 'models/tiny/model.json': _, ...files } = await projectFiles();
  const ran = await asked(t, { ...files, ...(await storedBaseline(await projectFiles())) });
  assert.deepEqual([ran.code, ran.results?.models[0]?.error?.code], [1, 'model-unreadable'], ran.stdout);
});
