import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fixture, model } from '../support/results.ts';
import { screenshot } from '../support/screenshot.ts';
import { audited, say } from './_comment-requests.ts';

test('a comment can be looked at, in its full height', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-shot-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { body } = say(audited(model([fixture('a.png', 0.2)])));
  const file = await screenshot(body, join(folder, 'comment.png'), { width: 700, dark: true, open: true });
  if (file === undefined) return t.skip('no Chromium here');
  const header = (await readFile(file)).subarray(0, 24);
  assert.equal(header.readUInt32BE(16), 700);
  assert.ok(header.readUInt32BE(20) > 300, 'taller than its heading');
});
