import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { readRegular, regularLines } from '../../src/files/regular-file.ts';
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

const lines = (path: string, most = { file: 2 ** 21, line: 2 ** 20 }) =>
  collected(regularLines(path, most, why => new Error(why)));

async function collected(reading: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of reading) found.push(line);
  return found;
}

test('lines are read one by one, wherever the file is cut into pieces, and the last one without an end', async t => {
  const workspace = await emptyWorkspace(t);
  const many = ['ä'.repeat(300_000), '', 'b', ...Array.from({ length: 50_000 }, (_, at) => `ü${at}`)];
  assert.deepEqual(await lines(await workspace.write('a', `${many.join('\n')}\n`)), many);
  assert.deepEqual(await lines(await workspace.write('b', 'one\ntwo')), ['one', 'two']);
  assert.deepEqual(await lines(await workspace.write('c', '')), []);
});

test('a file with too much, or too much in one line, is not read on', async t => {
  const workspace = await emptyWorkspace(t);
  const path = await workspace.write('a', `a\n${'b'.repeat(2 ** 20)}`);
  await assert.rejects(lines(path, { file: 100, line: 100 }), {
    message: 'it has 1048578 bytes; at most 100 are read',
  });
  await assert.rejects(lines(path, { file: 2 ** 21, line: 2 ** 18 }), {
    message: /^it has a line of more than 262144 b/,
  });
  await assert.rejects(lines(workspace.root), { message: 'it is a folder' });
  await assert.rejects(lines('/dev/zero'), { message: 'it is a pipe, a socket or a device' });
});

test('a file that grows while its lines are read is none', async t => {
  const workspace = await emptyWorkspace(t);
  const path = await workspace.write('a', 'a\n'.repeat(200_000));
  const reading = regularLines(path, { file: 500_000, line: 100 }, why => new Error(why));
  await reading.next();
  await appendFile(path, 'b\n'.repeat(200_000));
  await assert.rejects(collected(reading), { message: 'it changed while it was read' });
});
