import assert from 'node:assert/strict';
import { test } from 'node:test';
import { job, states, twoConfigurations } from '../support/jobs.ts';
import { modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';
import { writesOf } from '../support/stored.ts';

const headings = (body: string): string[] => [...body.matchAll(/^#{3,4} .*$/gm)].map(([line]) => line);
const noPictures = { 'max-images': '0' };

test('two jobs: one comment with a part for each, the worst in its heading, and a status that stays red', async t => {
  const made = await twoConfigurations(t);
  const { github, run, comments, number } = made;
  const gate = { inputs: { gate: 'status', config: 'a.yml' } };
  const first = await run(job('a', gate));
  const alone = comments()[0]!;
  assert.doesNotMatch(alone, /Jobs that have spoken/, 'one job needs no list');
  const second = await run(job('b', { inputs: { gate: 'status' } }));
  assert.deepEqual([first.outputs.verdict, second.outputs.verdict, first.code, second.code], ['fail', 'pass', 0, 0]);
  const [body, ...others] = comments();
  assert.deepEqual(others, []);
  assert.deepEqual(headings(body!), [
    '### ❌ camdrift: fail – attention moved in a (a)',
    '#### ❌ a: fail – attention moved in a',
    '#### ✅ b: pass – attention stayed in b',
  ]);
  const head = github.pullRequest(number).head.slice(0, 7);
  assert.match(
    body!,
    new RegExp(`^Jobs that have spoken for ${head}: ❌ \\*\\*a\\*\\* fail · ✅ \\*\\*b\\*\\* pass\\.$`, 'm'),
  );
  for (const [, url] of alone.matchAll(/src="([^"]+)"/g))
    assert.ok(body!.includes(url!), 'the first job’s pictures stay');
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
  assert.match(github.statuses(github.pullRequest(number).head).at(-1)!.description!, /Attention regressed in a/);

  const asked = github.exchanges.length;
  const again = await run(job('a', { env: { GITHUB_RUN_ATTEMPT: '2' } }));
  assert.match(again.stdout, /^The comment says all this already/m);
  assert.deepEqual(writesOf(github, asked), []);
});

test('a new commit begins anew: what others said is told as of the earlier one, and only once', async t => {
  const { github, run, comments, number } = await twoConfigurations(t);
  await run(job('a', { inputs: noPictures }));
  await run(job('b', { inputs: noPictures }));
  const before = github.pullRequest(number).head.slice(0, 7);
  await github.commit({ branch: 'retrain', files: await modelFiles('models/a', retrained) });
  await run(job('a', { inputs: noPictures, action: 'synchronize' }));
  const now = github.pullRequest(number).head.slice(0, 7);
  const [body] = comments();
  assert.deepEqual(headings(body!), ['### ✅ camdrift: pass – attention stayed in a (a.yml)']);
  assert.match(body!, new RegExp(`Jobs that have spoken for ${now}: ✅ \\*\\*a\\*\\* pass\\.`));
  assert.match(body!, new RegExp(`Not yet for this commit: ✅ \\*\\*b\\*\\* pass at ${before}\\.`));
  await github.commit({ branch: 'retrain', files: { 'README.md': 'Words.' } });
  await run(job('a', { inputs: noPictures, action: 'synchronize' }));
  assert.doesNotMatch(comments()[0]!, new RegExp(before), 'two commits ago is too old');
});

test('a job whose models the pull request leaves alone is told in the line of jobs and hides nobody', async t => {
  const { github, run, comments } = await scene(t, {
    before: { ...(await projectFiles({ models: { a: {}, b: {} } })), ...(await configurations()) },
    after: await modelFiles('models/a', shortcut),
  });
  await run(job('a', { inputs: noPictures }));
  const asked = github.exchanges.length;
  const quiet = await run(job('b', { inputs: noPictures }));
  assert.equal(quiet.code, 0, quiet.stdout);
  assert.ok(github.exchanges.length - asked <= 9, `${github.exchanges.length - asked} requests`);
  const [body, ...others] = comments();
  assert.deepEqual(others, []);
  assert.deepEqual(headings(body!), ['### ❌ camdrift: fail – attention moved in a (a.yml)']);
  assert.match(body!, /❌ \*\*a\*\* fail · ✅ \*\*b\*\* no model changed\./);
  const before = github.exchanges.length;
  await run(job('b', { inputs: noPictures }));
  assert.deepEqual(writesOf(github, before), [], 'said once');
});

async function configurations() {
  const { configText } = await import('../support/scene.ts');
  return { 'a.yml': configText(['a']), 'b.yml': configText(['b']) };
}

test('legs of a matrix: parts by their values, and no success before all of them have passed', async t => {
  const made = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', retrained) });
  const leg = (python: string) =>
    made.run({ matrix: { leg: { os: 'ubuntu', python }, legs: 2 }, inputs: { gate: 'status', ...noPictures } });
  assert.equal((await leg('3.12')).code, 0);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'pending' });
  const [{ description } = { description: '' }] = made.github
    .statuses(made.github.pullRequest(made.number).head)
    .slice(-1);
  assert.match(description!, /^1 of 2 legs of the matrix have spoken, and pass\./);
  assert.match(made.comments()[0]!, /1 of 2 legs of camdrift have spoken\./);
  assert.equal((await leg('3.13')).code, 0);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
  const [body, ...others] = made.comments();
  assert.deepEqual(others, []);
  assert.deepEqual(headings(body!).slice(1).toSorted(), [
    '#### ✅ ubuntu, 3.12: pass – attention stayed in tiny',
    '#### ✅ ubuntu, 3.13: pass – attention stayed in tiny',
  ]);
  assert.doesNotMatch(body!, /of 2 legs/);
});

test('a failure stays until its own job passes', async t => {
  const made = await twoConfigurations(t);
  const { github, run, number } = made;
  const gated = { inputs: { gate: 'status', ...noPictures } };
  await run(job('a', { inputs: { ...gated.inputs, config: 'a.yml' } }));
  await run(job('b', { inputs: { ...gated.inputs, config: 'b.yml' } }));
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
  // The same commit, looked at again with another limit: the job passes now.
  await run(job('a', { inputs: { ...gated.inputs, config: 'a.yml', 'fail-on': 'never' } }));
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
  const seen = github.statuses(github.pullRequest(number).head).map(({ state }) => state);
  assert.equal(seen.filter(state => state === 'success').length, 1, seen.join());
});
