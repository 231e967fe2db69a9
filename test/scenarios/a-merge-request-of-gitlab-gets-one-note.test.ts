import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { resultsText } from '../../src/results-file/write.ts';
import { camdrift } from '../support/dist.ts';
import { me, startGitLab, token } from '../support/gitlab.ts';
import { fixture, model, results } from '../support/results.ts';
import { assertEnded } from '../support/workspace.ts';

/** A job whose audit has left its folder. */
async function job(t: TestContext) {
  const gitlab = await startGitLab(t);
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-gitlab-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'camdrift-out'));
  const found = async (drift: number) => {
    const pair = { code: '0'.repeat(16), named: [] };
    const shown = model([fixture('a.png', drift, { montage: 'shoes/a b.webp' })], { pair });
    await writeFile(join(folder, 'camdrift-out/results.json'), resultsText(results(shown)));
  };
  await found(0.3);
  const say = (args: readonly string[] = [], env: Record<string, string> = {}) =>
    camdrift(['comment', '--gitlab', ...args], { cwd: folder, env: { ...gitlab.env, ...env } });
  return { gitlab, found, say };
}

test('one note, found by its mark and its author on any page, changed in place, and left alone when it says it all', async t => {
  const { gitlab, found, say } = await job(t);
  const theirs = ['a', 'b', 'c', 'd'].map((body, id) => ({ id, body, author: { id: 5 } }));
  gitlab.notes.push(...theirs);
  assertEnded(await say(), { code: 0, err: ['Made a note on merge request !7.'] });
  const [made] = gitlab.notes.slice(4);
  assert.equal(made!.author.id, me);
  assert.match(made!.body, /^<!-- camdrift key=default .*\n\n### ❌ camdrift: fail – attention moved in shoes\n/);
  const artifacts = `${gitlab.env.CI_PROJECT_URL}/-/jobs/99/artifacts`;
  assert.ok(made!.body.includes(`<img src="${artifacts}/raw/camdrift-out/shoes/a%20b.webp"`), made!.body);
  assert.ok(made!.body.includes(`](${artifacts}/file/camdrift-out/report.html)`));
  assert.ok(made!.body.includes(`](${artifacts}/file/camdrift-out/report.html#model=shoes&amp;fixture=`), made!.body);
  assert.doesNotMatch(made!.body, /in this archive/);
  assert.doesNotMatch(made!.body, /\/camdrift accept/, 'nobody hears commands there');

  // Whoever copies the mark is not us.
  gitlab.notes.unshift({ id: 50, body: made!.body, author: { id: 5 } });
  const before = made!.body;
  assertEnded(await say(), { code: 0, err: ['says all this already'] });
  assert.deepEqual([gitlab.notes.length, made!.body], [6, before]);
  await found(0.2);
  assertEnded(await say(), { code: 0, err: ['Changed the note on merge request !7.'] });
  assert.equal(gitlab.notes.length, 6);
  assert.notEqual(made!.body, before);
  assertEnded(await say(['--key', 'second']), { code: 0, err: ['Made a note'] });
  assert.match(gitlab.notes.at(-1)!.body, /key=second/);
  assert.deepEqual(
    gitlab.asked.filter(each => !each.startsWith('GET')),
    ['POST', 'PUT', 'POST'].map(
      method => `${method} /projects/42/merge_requests/7/notes${method === 'PUT' ? '/104' : ''}`,
    ),
  );
});

test('what is missing or refused is told, and the token never', async t => {
  const { gitlab, say } = await job(t);
  const runs = [
    [await say([], { GITLAB_TOKEN: '' }), 3, 'The environment variable GITLAB_TOKEN is not set.'],
    [await say(['--token-variable', 'OTHER']), 3, 'The environment variable OTHER is not set.'],
    [await say([], { CI_MERGE_REQUEST_IID: '' }), 3, 'CI_MERGE_REQUEST_IID is not set.'],
    [await say(['--out', 'nowhere']), 3, 'results.json cannot be read'],
    [await say([], { GITLAB_TOKEN: `${token}x` }), 4, 'GitLab did not do what was asked: GET /user: 401 Unauthorized.'],
  ] as const;
  for (const [run, code, words] of runs) assertEnded(run, { code, err: [words] });
  gitlab.refuse(302);
  const moved = await say();
  assertEnded(moved, { code: 4, err: ['GET /user: it did not answer.'] });
  for (const { stdout, stderr } of [...runs.map(([run]) => run), moved])
    assert.ok(!`${stdout}${stderr}`.includes(token), stderr);
  assert.deepEqual(gitlab.notes, []);
});

test('where to comment must be said', async () => {
  assertEnded(await camdrift(['comment']), { code: 3, err: ['Where to comment is not said.', '--gitlab'] });
});
