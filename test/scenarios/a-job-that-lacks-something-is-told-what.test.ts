import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { projectFiles, runIn, type Scene, scene } from '../support/scene.ts';
import { said } from '../support/second-workflow.ts';

const project = async (t: TestContext): Promise<Scene> =>
  scene(t, { before: await projectFiles(), after: { 'README.md': 'Words.\n' } });

function told(ran: Awaited<ReturnType<typeof runIn>>, ...words: (string | RegExp)[]): string {
  const [error = '', ...others] = said(ran, 'error');
  assert.deepEqual([ran.code, others, ran.injected], [1, [], []], ran.stdout);
  assert.doesNotMatch(error, /Internal error/);
  for (const word of words)
    assert.ok(typeof word === 'string' ? error.includes(word) : word.test(error), `${word} in ${error}`);
  assert.equal(ran.outputs.verdict, 'incomplete');
  assert.match(ran.summary, /### ❌ camdrift came to no verdict/);
  return error;
}

test('an empty workspace leads to actions/checkout', async t => {
  const made = await project(t);
  const event = { name: 'pull_request', payload: made.github.payload.pullRequest(made.number) };
  told(await runIn(t, made.github, { event }), /camdrift\.yml/, /let actions\/checkout run before this step/);
});

test('a payload that is not there is told', async t => {
  const made = await project(t);
  const ran = await made.run({ env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } });
  told(ran, "The event's payload cannot be read", 'ENOENT', 'the file that GITHUB_EVENT_PATH names');
});

test('outside GitHub Actions the command line is recommended', async t => {
  const made = await project(t);
  const ran = await made.run({ env: { GITHUB_EVENT_PATH: undefined, INPUT_MODE: undefined } });
  told(ran, 'GITHUB_EVENT_PATH is not set.', 'On your own machine use the command line, dist/cli.js.');
});

test('an empty token is told with the usual reason for it', async t => {
  const made = await project(t);
  told(
    await made.run({ env: { 'INPUT_GITHUB-TOKEN': '' } }),
    'The input `github-token` is empty.',
    'A secret is empty in pull requests from forks and of Dependabot.',
  );
});
