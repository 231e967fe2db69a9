import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project } from '../support/workspace.ts';

const coloured = (text: string) => text.includes('\u001b[');

test('FORCE_COLOR colours a pipe, NO_COLOR wins over it, and a pipe has none by itself', async t => {
  const workspace = await project(t);
  const run = async (env: Record<string, string>) => (await workspace.runWith(env, 'audit')).stdout;
  assert.equal(coloured(await run({ NO_COLOR: '', FORCE_COLOR: '1' })), true);
  assert.equal(coloured(await run({ NO_COLOR: '1', FORCE_COLOR: '1' })), false);
  assert.equal(coloured(await run({ NO_COLOR: '', FORCE_COLOR: '' })), false);
});
