import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/dist.ts';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

interface Ended {
  readonly code: number | null;
  readonly log: string;
}

const started = (env: NodeJS.ProcessEnv): Promise<Ended> =>
  new Promise(resolve => {
    const child = execFile(process.execPath, [join(root, 'dist/main.js')], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, log: stdout + stderr }),
    );
  });

test('with nothing in the environment it says what it is for', async () => {
  for (const env of [{}, { GITHUB_EVENT_PATH: '' }]) {
    const { code, log } = await started(env);
    assert.equal(code, 1, log);
    assert.match(log, /^::error::GITHUB_EVENT_PATH is not set\.%0AThis entry belongs to GitHub Actions\./m);
    assert.doesNotMatch(log, /Internal error|^\s+at /m);
  }
});

test('a runner without files for summary and outputs, as act is, gets the verdict all the same', async t => {
  const { run } = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  const env = { GITHUB_STEP_SUMMARY: undefined, GITHUB_OUTPUT: undefined, RUNNER_TEMP: undefined };
  const ran = await run({ env, inputs: { comment: 'never' } });
  assert.equal(ran.code, 1, ran.stdout);
  assert.equal(ran.results?.verdict, 'fail');
  assert.deepEqual([ran.summary, ran.injected], ['', []]);
  assert.deepEqual(ran.annotations.filter(({ level }) => level === 'error').length, 2);
  const outputs = ran.commands.filter(({ name }) => name === 'set-output');
  assert.equal(outputs.find(({ properties }) => properties.name === 'verdict')?.message, 'fail');
});

test('a summary that cannot be written costs a warning', async t => {
  const { run } = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  const ran = await run({ env: { GITHUB_STEP_SUMMARY: '/nowhere/summary' }, inputs: { comment: 'never' } });
  assert.equal(ran.code, 1, ran.stdout);
  assert.equal(ran.outputs.verdict, 'fail');
  assert.ok(
    ran.annotations.some(
      ({ level, message }) => level === 'warning' && /step summary could not be written/.test(message),
    ),
  );
});
