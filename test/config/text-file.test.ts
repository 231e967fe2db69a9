import assert from 'node:assert/strict';
import { truncate, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { readTextFile } from '../../src/config/text-file.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const missing = { code: 'config-missing', message: 'There is no such thing.' } as const;

test('a text file is read whole', async t => {
  const workspace = await emptyWorkspace(t);
  await writeFile(workspace.path('a.txt'), 'å, b');
  assert.equal(await readTextFile(workspace.path('a.txt'), missing), 'å, b');
});

test('one that is not there is told in the words of whoever asked', async t => {
  const workspace = await emptyWorkspace(t);
  await assert.rejects(
    readTextFile(workspace.path('a.txt'), missing),
    problem('config-missing', /There is no such thing/),
  );
});

test('one of more than 64 MiB is not read', async t => {
  const workspace = await emptyWorkspace(t);
  await writeFile(workspace.path('a.txt'), '');
  await truncate(workspace.path('a.txt'), 64 * 2 ** 20 + 1);
  await assert.rejects(readTextFile(workspace.path('a.txt'), missing), problem('config-invalid', /67108865 bytes/));
});
