import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { modelFiles, projectFiles, retrained, type Scene, scene, shortcut } from '../support/scene.ts';

const inputs = { 'max-images': '0' };

/** Main has the good model, `release` has the one that the pull request has too. */
async function towardsRelease(t: TestContext): Promise<Scene> {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  await s.github.commit({ branch: 'release', files: await modelFiles('models/tiny', shortcut) });
  await s.github.retarget(s.number, 'release');
  return s;
}

test('when it turns to another branch it is compared with that one', async t => {
  const s = await towardsRelease(t);
  const before = await s.run({ inputs });
  assert.deepEqual([before.outputs.verdict, before.results?.change?.baseRef], ['skipped', 'release'], before.stdout);
  const from = s.github.pullRequest(s.number).base;
  await s.github.retarget(s.number, 'main');
  const changes = { base: { ref: { from: 'release' }, sha: { from } } };
  const event = {
    name: 'pull_request',
    payload: s.github.payload.pullRequest(s.number, { action: 'edited', changes }),
  };
  const { code, results, stdout } = await s.run({ inputs, event });
  assert.deepEqual([code, results?.verdict, results?.change?.baseRef], [1, 'fail', 'main'], stdout);
  assert.match(s.comments()[0]!, /camdrift: fail/);
});

test('a run that is repeated with the event of old is, too, with what is checked out for it', async t => {
  const s = await towardsRelease(t);
  const event = { name: 'pull_request', payload: s.github.payload.pullRequest(s.number) };
  const { mergeCommit } = s.github.pullRequest(s.number);
  await s.github.retarget(s.number, 'main');
  const { code, results, stdout } = await s.run({ inputs, event, commit: mergeCommit! });
  assert.deepEqual([code, results?.verdict, results?.change?.baseRef], [1, 'fail', 'main'], stdout);
});

const edited = { action: 'edited', changes: { title: { from: 'Old' } } } as const;
const events = [edited, { action: 'labeled' }, { action: 'assigned' }] as const;

for (const [what, model, code, verdict] of [
  ['a regression', shortcut, 1, 'fail'],
  ['an honest retrain', retrained, 0, 'pass'],
] as const)
  test(`another title, label or assignee of ${what} takes few requests and leaves the verdict as it is`, async t => {
    const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', model) });
    assert.equal((await s.run({ inputs })).code, code);
    const said = s.comments();
    for (const how of events) {
      const asked = s.github.exchanges.length;
      const event = { name: 'pull_request', payload: s.github.payload.pullRequest(s.number, how) };
      const ran = await s.run({ inputs, event });
      assert.deepEqual([ran.code, ran.outputs.verdict, ran.results], [code, verdict, undefined], ran.stdout);
      assert.ok(s.github.exchanges.length - asked <= 4, how.action);
      assert.deepEqual(s.comments(), said);
    }
  });

test('when somebody has deleted the comment that says so, another title is no way to a green check', async t => {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  await s.run({ inputs });
  s.github.deleteComment(s.github.comments(s.number)[0]!.id, 'octocat');
  const event = { name: 'pull_request', payload: s.github.payload.pullRequest(s.number, edited) };
  const { code, results, stdout } = await s.run({ inputs, event });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
});

const closing = (s: Scene, merged: boolean) => {
  const payload = structuredClone(s.github.payload.pullRequest(s.number, { action: 'closed' })) as {
    pull_request: { merged: boolean };
  };
  payload.pull_request.merged = merged;
  return { name: 'pull_request', payload };
};

test('one that is merged is not judged any more, and nothing is asked', async t => {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  const { code, outputs, stdout } = await s.run({ inputs, event: closing(s, true) });
  assert.deepEqual([code, outputs.verdict, s.github.exchanges, s.comments()], [0, 'skipped', [], []], stdout);
});

test('one that is closed is not judged either, and to open it again is no way to a green check', async t => {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  const unseen = await s.run({ inputs, event: closing(s, false) });
  assert.deepEqual([unseen.code, unseen.outputs.verdict, s.comments()], [1, 'skipped', []], unseen.stdout);
  assert.match(unseen.stdout, /::error::A pull request that is closed is not judged, .*Leave `closed` out/);
  await s.run({ inputs });
  const { code, outputs, results, stdout } = await s.run({ inputs, event: closing(s, false) });
  assert.deepEqual([code, outputs.verdict, results], [1, 'fail', undefined], stdout);
});
