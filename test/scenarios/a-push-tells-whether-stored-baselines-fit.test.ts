import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { camdrift } from '../support/dist.ts';
import { startGitHub } from '../support/github/index.ts';
import { type TinyModel, writeModel } from '../support/models.ts';
import { projectFiles, type RunOptions, runIn, type SceneResult, shortcut } from '../support/scene.ts';
import { assertEnded } from '../support/workspace.ts';

interface Stored extends RunOptions {
  /** Whether the branch has stored maps. */
  readonly baselines?: boolean;
  /** What the model became after they were stored. */
  readonly later?: TinyModel;
  readonly branch?: string;
}

/** The default branch has moved; GitHub is there, and is never asked. */
async function pushed(t: TestContext, { baselines, later, branch = 'main', ...options }: Stored): Promise<SceneResult> {
  const github = await startGitHub(t);
  const commit = await github.commit({ branch: 'main', files: await projectFiles() });
  const prepare = async (workspace: string) => {
    if (baselines) assertEnded(await camdrift(['baseline'], { cwd: workspace }), { code: 0 });
    if (later) await writeModel(join(workspace, 'models/tiny'), later);
  };
  const event = { name: 'push', payload: github.payload.push({ branch, after: commit }) };
  const ran = await runIn(t, github, { event, commit, prepare, ...options });
  assert.deepEqual([github.exchanges, ran.injected], [[], []]);
  return ran;
}

test('baselines that fit are said to be up to date', async t => {
  const { code, stdout, summary, outputs, annotations } = await pushed(t, { baselines: true });
  assert.equal(code, 0, stdout);
  assert.deepEqual([outputs.verdict, annotations], ['pass', []]);
  assert.match(stdout, /^tiny: the stored baseline is up to date$/m);
  assert.match(summary, /### camdrift: stored baselines/);
  assert.match(summary, /\| tiny \| .*camdrift\/baselines\/tiny.* \| the stored baseline is up to date \|/);
});

test('baselines of an older model are stale: a warning with the command, which fails only with `fail-on: any`', async t => {
  const stale = await pushed(t, { baselines: true, later: shortcut });
  assert.deepEqual([stale.code, stale.outputs.verdict], [0, 'warn'], stale.stdout);
  const [warning, ...others] = stale.annotations;
  assert.deepEqual([warning?.level, others], ['warning', []]);
  assert.match(
    warning!.message,
    /^tiny: the stored baseline is stale: the model has changed since\. Run `camdrift baseline` on this branch/,
  );
  assert.match(stale.summary, /the stored baseline is stale: the model has changed since/);
  assert.match(stale.summary, /Run `camdrift baseline` on this branch and commit what it writes/);
  const strict = await pushed(t, { baselines: true, later: shortcut, inputs: { 'fail-on': 'any' } });
  assert.equal(strict.code, 1, strict.stdout);
  assert.ok(
    strict.annotations.some(
      ({ level, message }) => level === 'error' && message === 'Stored baselines are stale: tiny.',
    ),
  );
});

test('without stored baselines there is nothing to be stale, and nothing that has passed', async t => {
  const { code, stdout, outputs, annotations } = await pushed(t, { inputs: { 'fail-on': 'any' } });
  assert.deepEqual([code, outputs.verdict, annotations], [0, 'skipped', []], stdout);
  assert.match(stdout, /^tiny: no stored baseline: pull requests explain the base model anew$/m);
});

test('a push to another branch is a notice', async t => {
  const { code, stdout, outputs, annotations } = await pushed(t, { branch: 'retrain' });
  assert.deepEqual([code, outputs.verdict], [0, 'skipped'], stdout);
  const said = annotations.map(({ level, message }) => [level, message]);
  assert.deepEqual(said, [
    ['notice', 'Only pushes to the default branch and to release branches are looked at; this one went to retrain.'],
  ]);
});
