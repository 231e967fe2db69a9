import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondaryLimit } from '../support/github/index.ts';
import { modelFiles, projectFiles, retrained, type SceneResult, scene } from '../support/scene.ts';

const opened = async (t: Parameters<typeof scene>[0]) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', retrained) });

const warnings = ({ annotations }: SceneResult) =>
  annotations.filter(({ level, file }) => level === 'warning' && !file).map(({ message }) => message);

const saying = { method: 'POST', path: /\/comments$/ };

test('a secondary limit is waited out for as long as it says, or for a minute', async t => {
  const { github, run, comments } = await opened(t);
  github.fail({ ...saying, ...secondaryLimit(7) });
  github.fail({ path: /\/pulls\/\d+$/, ...secondaryLimit() });
  github.fail({ asking: /CamdriftConversation/, ...secondaryLimit(3) });
  const result = await run();
  assert.equal(result.code, 0, result.stdout);
  assert.equal(comments().length, 1);
  assert.deepEqual(warnings(result), [
    'Secondary rate limit at GET /repos/{owner}/{repo}/pulls/{pull_number}: waiting 60 s.',
    'Secondary rate limit at POST /graphql: waiting 3 s.',
    'Secondary rate limit at POST /repos/{owner}/{repo}/issues/{issue_number}/comments: waiting 7 s.',
  ]);
});

test('a secondary limit that does not end is given up, and blamed on no permission', async t => {
  const { github, run, comments } = await opened(t);
  github.fail({ ...saying, ...secondaryLimit(1), times: 9 });
  const result = await run();
  assert.equal(result.code, 0, result.stdout);
  assert.deepEqual([result.outputs.verdict, comments().length], ['pass', 0]);
  const said = warnings(result);
  assert.match(said.at(-2)!, /waiting 1 s would be next; giving up/);
  assert.match(said.at(-1)!, /The comment could not be posted: 403 You have exceeded a secondary rate limit/);
  assert.doesNotMatch(said.join('\n'), /permissions:/);
});

const used = (seconds: number) => ({
  status: 403,
  headers: {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + seconds),
  },
  body: {
    message: 'API rate limit exceeded for installation ID 1.',
    documentation_url: 'https://docs.github.com/rest',
  },
});

/** As GraphQL says it: with status 200. */
const usedGraphQl = (seconds: number) => ({
  ...used(seconds),
  status: 200,
  body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit already exceeded for installation ID 1.' }] },
});

test('a primary limit is waited for when it ends soon, and not when it ends in an hour', async t => {
  const { github, run, comments } = await opened(t);
  github.fail({ path: /\/pulls\/\d+$/, ...used(200) });
  github.fail({ asking: /CamdriftConversation/, ...usedGraphQl(100) });
  github.fail({ ...saying, ...used(3600) });
  const result = await run();
  assert.deepEqual([result.code, result.outputs.verdict, comments().length], [0, 'pass', 0], result.stdout);
  const said = warnings(result);
  assert.match(said[0]!, /^Rate limit at GET .*: waiting [12]\d\d s\.$/);
  assert.match(said[1]!, /^Rate limit at POST \/graphql: waiting \d+ s\.$/);
  assert.match(said[2]!, /^Rate limit at POST .*comments: waiting 3[56]\d\d s would be next; giving up/);
  assert.match(said[3]!, /The comment could not be posted: 403 API rate limit exceeded/);
  assert.doesNotMatch(said.join('\n'), /permissions:/);
  assert.equal(github.exchanges.filter(({ method, path }) => method === 'POST' && /comments$/.test(path)).length, 1);
});
