import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { startGitHub } from '../support/github/index.ts';
import { modelFiles, projectFiles, type RunOptions, retrained, runIn, shortcut } from '../support/scene.ts';
import { storedBaseline, writesOf } from '../support/stored.ts';

/** A branch moves from one commit to another. */
async function pushed(t: TestContext, files: Record<string, Uint8Array | string>, branch = 'main', isNew = false) {
  const github = await startGitHub(t);
  const before = await github.commit({ branch: 'main', files: await projectFiles() });
  if (branch !== 'main' && !isNew) await github.commit({ branch, parents: [before], files: {} });
  const from = (await github.branch(branch)) ?? before;
  const after = await github.commit({ branch, parents: [from], files });
  const payload = github.payload.push({ branch, after, ...(isNew ? {} : { before: from }) });
  const run = (options: RunOptions = {}) =>
    runIn(t, github, { event: { name: 'push', payload }, commit: after, ...options });
  return { github, before: from, after, run };
}

for (const branch of ['main', 'release/1.x', '2.0'])
  test(`a bad model that is pushed to ${branch} without a pull request fails`, async t => {
    const { github, before, after, run } = await pushed(t, await modelFiles('models/tiny', shortcut), branch);
    const { code, results, outputs, summary, stdout } = await run();
    assert.deepEqual([code, outputs.verdict], [1, 'fail'], stdout);
    const { base, head, baseRef } = results!.change!;
    assert.deepEqual([base, head, baseRef], [before, after, branch]);
    assert.match(summary, /camdrift: fail – attention moved in tiny/);
    assert.match(stdout, /^tiny: no stored baseline/m);
    assert.deepEqual(writesOf(github), [], 'nobody is spoken to');
    const byStatus = await run({ inputs: { gate: 'status' } });
    assert.equal(byStatus.code, 0, byStatus.stdout);
    assert.deepEqual(
      github.statuses(after).map(({ state }) => state),
      ['pending', 'failure'],
    );
  });

test('an honest retrain passes; with the baseline of the model before it warns', async t => {
  const model = await modelFiles('models/tiny', retrained);
  const plain = await (await pushed(t, model)).run();
  assert.deepEqual([plain.code, plain.outputs.verdict], [0, 'pass'], plain.stdout);
  const stale = await pushed(t, { ...model, ...(await storedBaseline(await projectFiles())) });
  const ran = await stale.run();
  assert.deepEqual([ran.code, ran.outputs.verdict], [0, 'warn'], ran.stdout);
  assert.match(ran.stdout, /^tiny: the stored baseline is stale: the model has changed since$/m);
});

test('a push that changes no model takes two requests', async t => {
  const { github, run } = await pushed(t, { 'README.md': 'Words.' });
  const { code, outputs, stdout } = await run();
  assert.deepEqual([code, outputs.verdict, github.exchanges.length], [0, 'skipped', 2], stdout);
  const stored = await pushed(t, { 'README.md': 'Words.', ...(await storedBaseline(await projectFiles())) });
  const fits = await stored.run();
  assert.deepEqual([fits.code, fits.outputs.verdict], [0, 'pass'], fits.stdout);
});

test('a release branch that is new is compared with where it left the default branch', async t => {
  const { before, run } = await pushed(t, await modelFiles('models/tiny', shortcut), 'release-2', true);
  const { code, results, stdout } = await run();
  assert.deepEqual([code, results?.change?.base], [1, before], stdout);
});

/** A step of the job makes the model, which Git does not hold; the push changes what makes it. */
async function madeByAStep(t: TestContext, stored: Readonly<Record<string, Uint8Array>>) {
  const github = await startGitHub(t);
  const project = Object.entries(await projectFiles()).filter(([path]) => !path.startsWith('models/'));
  const files = { ...Object.fromEntries(project), 'train.py': 'v1', '.gitignore': '/models\n', ...stored };
  const before = await github.commit({ branch: 'main', files });
  const after = await github.commit({ branch: 'main', files: { 'train.py': 'v2' } });
  const event = { name: 'push', payload: github.payload.push({ branch: 'main', before, after }) };
  const made = await modelFiles('models/tiny', shortcut);
  const prepare = async (workspace: string) => {
    await mkdir(join(workspace, 'models/tiny'), { recursive: true });
    for (const [path, bytes] of Object.entries(made)) await writeFile(join(workspace, path), bytes);
  };
  return runIn(t, github, { event, commit: after, prepare });
}

test('a model that a step makes is held against the maps stored before, and without any there is no verdict', async t => {
  const against = await madeByAStep(t, await storedBaseline(await projectFiles()));
  assert.deepEqual([against.code, against.outputs.verdict], [1, 'fail'], against.stdout);
  assert.equal(against.results?.models[0]?.baseline?.source, 'stored');
  const alone = await madeByAStep(t, {});
  assert.deepEqual([alone.code, alone.outputs.verdict], [1, 'incomplete'], alone.stdout);
  assert.equal(alone.results?.models[0]?.error?.code, 'model-untracked');
});
