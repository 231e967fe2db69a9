import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, type Workspace } from '../support/workspace.ts';

/** Lets the candidate's model.json name another shard. */
async function nameShard(workspace: Workspace, path: string): Promise<void> {
  const model = JSON.parse(await workspace.read('models/after/model.json'));
  model.weightsManifest[0].paths = [path];
  await workspace.write('models/after/model.json', JSON.stringify(model));
}

for (const path of ['../../etc/passwd', '../before/group1-shard1of1.bin', 'sub/../../before/group1-shard1of1.bin']) {
  test(`the shard path ${path} is refused`, async t => {
    const workspace = await project(t);
    await nameShard(workspace, path);
    const words = [`The weight shard "${path}"`, 'leaves the folder', 'models and configuration are untrusted'];
    assertEnded(await workspace.run('audit'), { code: 3, out: words });
    assert.equal((await onlyModel(workspace)).error?.code, 'path-outside');
  });
}

test('a link that leads out of the folder is refused too, and nothing of its target is shown', async t => {
  const workspace = await project(t);
  await symlink('/etc/passwd', workspace.path('models/after/link.bin'));
  await nameShard(workspace, 'link.bin');
  const run = await workspace.run('layers', '--engine', 'wasm', '--model', 'models/after');
  assertEnded(run, { code: 3, err: ['The weight shard "link.bin"', 'leaves the folder'] });
  assert.doesNotMatch(run.stdout + run.stderr, /root:/);
});
