import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { readRegular, regularDigest, regularLines } from '../../src/files/regular-file.ts';
import { mostMeanwhile } from '../support/array-memory.ts';
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

const digest = (path: string, most = 2 ** 21) => regularDigest(path, most, why => new Error(why));

test('a digest is that of all bytes, of files one after another and at once', async t => {
  const workspace = await emptyWorkspace(t);
  const texts = ['', 'a', 'ä'.repeat(300_000), 'b'.repeat(2 ** 18)];
  const paths = await Promise.all(texts.map((text, at) => workspace.write(`${at}`, text)));
  const expected = texts.map(text => createHash('sha256').update(text).digest('hex'));
  for (const [at, path] of paths.entries()) assert.equal(await digest(path), expected[at]);
  assert.deepEqual(await Promise.all(paths.map(path => digest(path))), expected);
  await assert.rejects(digest(paths[2]!, 100), { message: 'it has 600000 bytes; at most 100 are read' });
  await assert.rejects(digest(workspace.path('none')), { message: 'there is no such file' });
});

test('of a hundred files that are read for their digests or their lines, one piece is in memory', async t => {
  const workspace = await emptyWorkspace(t);
  const path = await workspace.write('a', `${'a'.repeat(999)}\n`.repeat(1000));
  const most = await mostMeanwhile(async () => {
    for (let at = 0; at < 100; at++) await digest(path);
    for (let at = 0; at < 10; at++) await lines(path);
  });
  assert.ok(most < 4, `${most} MB of 110`);
});
