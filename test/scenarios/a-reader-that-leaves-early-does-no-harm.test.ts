import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { cli } from '../support/dist.ts';
import { project } from '../support/workspace.ts';

test('the exit code is that of the verdict, and there is no stack trace', async t => {
  const workspace = await project(t, { after: { sees: ['blue', 'green', 'nothing'] } });
  const child = spawn(process.execPath, [cli, 'audit', '--json', '-'], { cwd: workspace.root });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  assert.equal(code, 1, said);
  assert.doesNotMatch(said, /EPIPE|internal error/);
});
