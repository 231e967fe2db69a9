import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { commented } from '../support/images.ts';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

test('plain progress lines, the twenty that moved most, and the rest as a number', async t => {
  const workspace = await project(t, { before: { stride: 2 }, after: { stride: 2 } });
  for (let index = 0; index < 297; index++) {
    const from = workspace.path(`images/${'abc'[index % 3]}.png`);
    const name = `images/${String(index).padStart(3, '0')}.png`;
    await writeFile(workspace.path(name), commented(await readFile(from), name));
  }
  const run = await workspace.run('audit', '--method', 'grad-cam');
  assertEnded(run, { code: 0, out: ['and 280 more in results.json'], err: ['tiny: 300/300 fixtures'] });
  const lines = run.stderr.trimEnd().split('\n');
  assert.ok(lines.length < 30, run.stderr);
  for (const line of lines) assert.match(line, /^(engine: .*|(baseline of )?tiny: \d+\/300 fixtures)$/);
  assert.ok(run.stdout.split('\n').length < 40, run.stdout);
  assert.equal((await onlyModel(workspace)).fixtures.length, 300);
});
