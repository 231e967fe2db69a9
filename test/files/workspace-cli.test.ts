import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { test } from 'node:test';
import { confined, inside } from '../../src/files/workspace.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace } from '../support/workspace.ts';

test('inside: the folder itself and what is below it, by the text of the path', () => {
  for (const path of ['/a/b', '/a/b/c', '/a/b/..c', '/a/b/c/../d', '/a/b/'])
    assert.equal(inside('/a/b', path), true, path);
  for (const path of ['/a', '/a/bc', '/a/b/../c', '/', '/etc/passwd']) assert.equal(inside('/a/b', path), false, path);
});

test('confined: the path as given, or path-outside, links followed', async t => {
  const [home, other] = [await emptyWorkspace(t), await emptyWorkspace(t)];
  const file = await home.write('sub/file', '');
  const secret = await other.write('secret', '');
  await symlink(secret, home.path('out'));
  await symlink(other.root, home.path('folder'));
  await symlink(file, home.path('in'));
  const outside = problem('path-outside', /The thing leaves the folder/, /untrusted/);
  for (const path of ['sub/file', 'in', 'not-there', '.'])
    assert.equal(await confined(home.root, home.path(path), 'thing'), home.path(path));
  for (const path of ['out', 'folder', 'folder/secret', '..'])
    await assert.rejects(confined(home.root, home.path(path), 'thing'), outside);
});
