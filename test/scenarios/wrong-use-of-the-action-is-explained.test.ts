import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startGitHub } from '../support/github/index.ts';
import { projectFiles, type RunOptions, runIn, type Scene, scene } from '../support/scene.ts';
import { finishedRun, said } from '../support/second-workflow.ts';

const project = async (t: TestContext): Promise<Scene> =>
  scene(t, { before: await projectFiles(), after: { 'README.md': 'Words.\n' } });

/** It fails with these words, asks GitHub nothing, and is no bug to report. */
async function explained(t: TestContext, options: Parameters<typeof runIn>[2], ...words: (string | RegExp)[]) {
  const github = await startGitHub(t);
  await told(await runIn(t, github, options), ...words);
  assert.deepEqual(github.exchanges, []);
}

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

test('an event that camdrift has nothing to say to is named, with those it knows', async t => {
  const made = await project(t);
  const payload = made.github.payload.pullRequest(made.number);
  for (const name of ['pull_request_target', 'issues', 'constructor', ''])
    told(
      await made.run({ event: { name, payload } }),
      `camdrift does not know what to do on the event \`${name}\`.`,
      'Run it on pull_request, merge_group, push, workflow_dispatch, schedule, issue_comment, workflow_run.',
    );
  assert.deepEqual(made.github.exchanges, []);
});

test('a mode that does not go with the event is told', async t => {
  const made = await project(t);
  told(
    await made.run({ inputs: { mode: 'comment' } }),
    '`mode: comment` does not go with the event pull_request.',
    'pull_request goes with auto, check, judge, publish; with `auto`, which is `mode` left out, the event says what to do.',
  );
  const payload = made.github.payload.workflowRun(finishedRun(made, undefined).id);
  const ran = await made.run({ event: { name: 'workflow_run', payload }, inputs: { mode: 'check' } });
  told(ran, '`mode: check` does not go with the event workflow_run.', 'workflow_run goes with auto, comment, judge');
});

test('wrong inputs are told all at once', async t => {
  const inputs = {
    mode: 'audit',
    gate: 'both',
    'fail-on': 'regressions',
    'comment-key': 'my key',
    'max-images': '101',
    annotations: 'yes',
    'image-url': 'ftp://pictures.example',
    'image-branch': 'refs/heads/pictures',
    config: '',
  };
  const made = await project(t);
  const error = told(
    await made.run({ inputs }),
    'input `mode`: expected one of auto, check, judge, publish, comment, got `audit`.',
    'input `gate`: expected one of job, status, got `both`.',
    'input `fail-on`: expected one of regression, new, any, never, got `regressions`.',
    'input `comment-key`: expected 1 to 40 letters, digits, `.`, `-` and `_`, got `my key`.',
    'input `max-images`: expected a whole number from 0 to 100, got `101`.',
    'input `annotations`: expected one of true, false, got `yes`.',
    'input `image-url`: expected an address with http or https, got `ftp://pictures.example`.',
    'input `image-branch`: expected the name of a branch, got `refs/heads/pictures`.',
    'input `config`: expected some text, got ``.',
    '\nCorrect the `with:` block of the camdrift step.',
  );
  assert.equal(error.split('\n').length, Object.keys(inputs).length + 1);
});

test('a configuration outside the workspace is refused', async t => {
  const made = await project(t);
  const outside = async (inputs: RunOptions['inputs'], name: string) =>
    told(await made.run({ inputs: inputs! }), `input \`${name}\``, /outside|leaves|leave/);
  await outside({ config: '../camdrift.yml' }, 'config');
  await outside({ config: '/etc/passwd' }, 'config');
  await outside({ 'working-directory': '..' }, 'working-directory');
  await outside({ out: '../../elsewhere' }, 'out');
});

test('a payload that GitHub never sends is told, not crashed over', async t => {
  const event = (payload: object, name = 'pull_request') => ({ event: { name, payload } });
  await explained(
    t,
    event({}),
    "The event's payload is not what GitHub sends: at action",
    'Run camdrift on pull_request',
  );
  await explained(
    t,
    event({ action: 'opened', pull_request: { number: 'x', head: { sha: 'x' }, base: {} } }),
    'at pull_request.number',
  );
  await explained(t, event({ merge_group: null }, 'merge_group'), 'at merge_group');
  await explained(t, event({ ref: 1 }, 'push'), 'at ref');
  await explained(t, event({ workflow_run: [] }, 'workflow_run'), 'This is not a `workflow_run` event');
});
