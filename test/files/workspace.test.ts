import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { confined, inside } from '../../src/files/workspace.ts';

async function folders(t: TestContext) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'camdrift-confined-')));
  t.after(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, 'work');
  await mkdir(join(folder, 'models'), { recursive: true });
  await writeFile(join(root, 'secret'), '');
  await writeFile(join(folder, 'models/weights.bin'), '');
  return { root, folder };
}

const outside = { name: 'CamdriftError', code: 'path-outside', message: /The shard "x" leaves the folder/ };
const shard = 'shard "x"';

test('a path in the folder comes back as it was given, whether it exists or not', async t => {
  const { folder } = await folders(t);
  for (const path of [join(folder, 'models/weights.bin'), join(folder, 'models/none'), join(folder, '..name'), folder])
    assert.equal(await confined(folder, path, shard), path);
});

test('a path that leaves the folder is refused by its text', async t => {
  const { root, folder } = await folders(t);
  for (const path of [
    join(folder, '..'),
    join(root, 'secret'),
    join(root, 'none'),
    '/etc/passwd',
    join(root, 'worker'),
  ])
    await assert.rejects(confined(folder, path, shard), outside);
});

test('a path that leaves the folder through a symbolic link is refused', async t => {
  const { root, folder } = await folders(t);
  await symlink(join(root, 'secret'), join(folder, 'file'));
  await symlink(root, join(folder, 'up'));
  await assert.rejects(confined(folder, join(folder, 'file'), shard), outside);
  await assert.rejects(confined(folder, join(folder, 'up/secret'), shard), outside);
});

test('a link that stays inside is followed, and the folder itself may be one', async t => {
  const { root, folder } = await folders(t);
  await symlink(join(folder, 'models'), join(folder, 'latest'));
  await symlink(folder, join(root, 'alias'));
  for (const path of [join(folder, 'latest/weights.bin')]) assert.equal(await confined(folder, path, shard), path);
  const alias = join(root, 'alias/models/weights.bin');
  assert.equal(await confined(join(root, 'alias'), alias, shard), alias);
});

test('inside goes by the steps of a path, not by its first letters', () => {
  for (const [path, expected] of [
    ['/a/b', true],
    ['/a/b/c', true],
    ['/a/b/..c', true],
    ['/a/bc', false],
    ['/a', false],
    ['/a/b/../c', false],
  ] as const)
    assert.equal(inside('/a/b', path), expected, path);
});
