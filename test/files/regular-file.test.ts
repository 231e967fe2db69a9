import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { readRegular } from '../../src/files/regular-file.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const read = (path: string, most = 100) => readRegular(path, most, why => new Error(why));

test('a file is read, through links too, up to the last byte that may be', async t => {
  const workspace = await emptyWorkspace(t);
  const path = await workspace.write('a', 'bytes');
  await symlink('a', workspace.path('link'));
  assert.equal(String(await read(path, 5)), 'bytes');
  assert.equal(String(await read(workspace.path('link'))), 'bytes');
  await assert.rejects(read(path, 4), { message: 'it has 5 bytes; at most 4 are read' });
});

test('what is no file is refused in words, before it is opened', { skip: process.platform === 'win32' }, async t => {
  const workspace = await emptyWorkspace(t);
  execFileSync('mkfifo', [workspace.path('pipe')]);
  await symlink('pipe', workspace.path('link'));
  const socket = createServer().listen(workspace.path('socket'));
  await once(socket, 'listening');
  t.after(() => socket.close());
  for (const path of ['pipe', 'link', 'socket'].map(workspace.path).concat('/dev/zero', '/dev/null'))
    await assert.rejects(read(path), { message: 'it is a pipe, a socket or a device' }, path);
  await assert.rejects(read(workspace.root), { message: 'it is a folder' });
  await assert.rejects(read(workspace.path('none')), { message: 'there is no such file' });
  await assert.rejects(read(workspace.path('a'.repeat(300))), { message: 'the name is too long' });
  await symlink('round', workspace.path('round'));
  await assert.rejects(read(workspace.path('round')), { message: 'its links lead round in a circle' });
});
