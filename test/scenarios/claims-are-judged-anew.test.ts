import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimant, claimsOf, json, speakOf, whitewashed } from '../support/forged.ts';
import { fixture } from '../support/results.ts';
import { configText } from '../support/scene.ts';

const quiet = { 'image-branch': '' };

test('a claimed pass over numbers that fail is a failure', async t => {
  const scene = await claimant(t);
  const ran = await speakOf(
    t,
    scene,
    { 'results.json': json(whitewashed(scene)) },
    { inputs: { ...quiet, gate: 'status' } },
  );
  assert.equal(ran.code, 0, ran.stdout);
  assert.deepEqual([ran.outputs.verdict, ran.outputs.moved], ['fail', '1']);
  const [body] = scene.comments();
  assert.match(body!, /### ❌ camdrift: claimed fail/);
  assert.match(body!, /attention shift 30\.0 % on average \\\(\[uncalibrated\]\S+ limit 8\.0 %/);
  const { head } = scene.github.pullRequest(scene.number);
  assert.equal(scene.github.statuses(head).at(-1)?.state, 'failure');
});

test('thresholds raised in the fork’s configuration do not count: the base branch’s judge', async t => {
  const scene = await claimant(t, { thresholds: { 'attention-shift': 0.2 } });
  const judged = { method: 'grad-cam', thresholds: { 'attention-shift': 1 } };
  const { results, outputs } = await speakOf(
    t,
    scene,
    { 'results.json': json(whitewashed(scene, { judged })) },
    { inputs: quiet },
  );
  assert.equal(outputs.verdict, 'fail');
  assert.deepEqual(results?.models[0]?.judged?.thresholds, { 'attention-shift': 0.2 });
  assert.match(scene.comments()[0]!, /limit 20\.0 %/);
  assert.match(scene.comments()[0]!, /Judged by the thresholds of the base branch/);
});

test('a changed model that the results leave out makes them incomplete', async t => {
  const scene = await claimant(t);
  const claims = claimsOf(scene, [fixture('images/1.png', 0)], {
    name: 'other',
    path: 'models/other',
    verdict: 'pass',
    reasons: [],
  });
  const ran = await speakOf(t, scene, { 'results.json': json(claims) }, { inputs: { ...quiet, gate: 'status' } });
  assert.deepEqual([ran.code, ran.outputs.verdict], [0, 'incomplete'], ran.stdout);
  assert.match(scene.comments()[0]!, /tiny: incomplete/);
  assert.match(scene.comments()[0]!, /The change touches files of it, and the run says nothing about this model/);
  const { head } = scene.github.pullRequest(scene.number);
  assert.deepEqual(
    scene.github
      .statuses(head)
      .map(({ state, description }) => [state, description])
      .at(-1),
    ['failure', 'Claimed, not checked: There is no verdict for tiny.'],
  );
});

test('“no model changed” is not believed of a change that touches one', async t => {
  const scene = await claimant(t);
  const claims = { ...claimsOf(scene, []), models: [], verdict: 'pass' };
  const ran = await speakOf(t, scene, { 'results.json': json(claims) }, { inputs: quiet });
  assert.deepEqual([ran.code, ran.outputs.verdict], [0, 'incomplete'], ran.stdout);
  assert.match(scene.comments()[0]!, /says nothing about this model/);
});

test('the base branch judges as it stands now, also when the pull request was pushed before it became stricter', async t => {
  const scene = await claimant(t, { thresholds: { 'attention-shift': 0.6 } });
  const { github, number } = scene;
  const { base } = github.pullRequest(number);
  const now = configText(['tiny'], { thresholds: { 'attention-shift': 0.2 } });
  await github.commit({ branch: 'main', files: { 'camdrift.yml': now } });
  assert.equal(github.pullRequest(number).base, base, 'GitHub still lists the commit of then');
  const { results, outputs } = await speakOf(t, scene, { 'results.json': json(whitewashed(scene)) }, { inputs: quiet });
  assert.equal(outputs.verdict, 'fail');
  assert.deepEqual(results?.models[0]?.judged?.thresholds, { 'attention-shift': 0.2 });
});
