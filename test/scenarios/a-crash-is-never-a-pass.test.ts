import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { mistake } from '../support/mistake.ts';
import { modelFiles, projectFiles, type RunOptions, retrained, scene } from '../support/scene.ts';

const opened = async (t: Parameters<typeof scene>[0]) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', retrained) });

/** Ways to break the machine under a change that would pass. */
const crashes: Readonly<Record<string, RunOptions & { readonly said: RegExp }>> = {
  'a file where the output folder should be': {
    prepare: workspace => writeFile(join(workspace, 'camdrift-out'), 'in the way'),
    said: /^[^\n]*camdrift-out cannot be read or written: something else lies there already\.\nMove it away[^\n]*$/,
  },
  'no folder for temporary files': {
    env: { RUNNER_TEMP: '/nonexistent/temp' },
    said: /^No folder can be made in \/nonexistent\/temp: there is no such file\.\nThe runner names [^\n]*RUNNER_TEMP[^\n]*$/,
  },
  'a mistake of ours': {
    env: mistake,
    said: /^Internal error, please report it with this text: TypeError: a mistake of ours\n\s+at /s,
  },
};

for (const [name, { said, ...options }] of Object.entries(crashes)) {
  test(`${name}: the check fails, says why, and the status is an error`, async t => {
    const { github, number, run, comments } = await opened(t);
    const { code, outputs, annotations, summary, injected, stdout } = await run({
      ...options,
      inputs: { gate: 'status' },
    });
    assert.equal(code, 1, stdout);
    assert.equal(outputs.verdict, 'incomplete');
    const [error, ...others] = annotations.filter(({ level }) => level === 'error');
    assert.deepEqual(others, []);
    assert.match(error!.message, said);
    assert.match(summary, /camdrift came to no verdict/);
    assert.deepEqual(injected, []);
    assert.deepEqual(comments(), []);
    const states = github.statuses(github.pullRequest(number).head).map(({ state }) => state);
    assert.deepEqual(states, ['pending', 'error']);
    const last = github.statuses(github.pullRequest(number).head).at(-1);
    assert.equal(last?.description, 'The run failed before its verdict');
  });
}

test('with the job as the gate it fails without a word to GitHub', async t => {
  const { github, run } = await opened(t);
  const { code, stdout } = await run(crashes['a file where the output folder should be']);
  assert.equal(code, 1, stdout);
  assert.ok(!github.exchanges.some(({ write }) => write));
});

test('a configuration that is none is the user’s mistake: what to do, no stack, the status an error', async t => {
  const { github, number, run } = await opened(t);
  const { code, annotations, summary } = await run({
    inputs: { gate: 'status' },
    prepare: workspace => writeFile(join(workspace, 'camdrift.yml'), 'models: 5\n'),
  });
  assert.equal(code, 1);
  const errors = annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  assert.equal(errors.length, 1);
  assert.match(errors[0]!, /camdrift\.yml/);
  assert.doesNotMatch(errors[0]!, /\n\s+at |Internal error/);
  assert.match(summary, /\*\*To do\*\*/);
  assert.equal(github.statuses(github.pullRequest(number).head).at(-1)?.state, 'error');
});
