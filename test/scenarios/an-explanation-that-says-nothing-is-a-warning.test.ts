import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { camdrift } from '../support/dist.ts';
import { assertEnded, onlyModel, project, reasonCodes } from '../support/workspace.ts';

test('the demo passes every check of the explanation, and its hot pixels matter', async t => {
  const out = await mkdtemp(join(tmpdir(), 'camdrift-sanity-'));
  t.after(() => rm(out, { recursive: true }));
  const options = ['--config', 'fixtures/demo/camdrift.yml', '--engine', 'wasm', '--checks', 'full', '--out', out];
  const run = await camdrift(['audit', ...options]);
  assertEnded(run, {
    code: 1,
    out: [/checks of the explanation: 6 ok; faithfulness: deletion 0\.\d\d \(random 0\.\d\d\), insertion/],
  });
  const { models } = JSON.parse(await readFile(join(out, 'results.json'), 'utf8'));
  for (const { name, sanity } of models) {
    const { message } = sanity.find((each: { check: string }) => each.check === 'faithfulness');
    const [deletion, random, insertion, chance] = message.match(/\d\.\d+/g).map(Number);
    assert.ok(deletion < random && insertion > chance, `${name}: ${message}`);
  }
  const summary = await readFile(join(out, 'summary.md'), 'utf8');
  assert.match(summary, /^\| head\\-randomised \| ok \| With the head/m);
  assert.match(summary, /^\| class \| house \| 26\.\d % \| 8 \| 0 \|$/m);
});

test('a method that reads no head is a warning with checks: full, and not without', async t => {
  const workspace = await project(t, { after: { noise: 0.001 }, config: { methods: ['eigen-cam'], checks: 'full' } });
  assertEnded(await workspace.run('audit'), {
    code: 0,
    out: [/warn +Maps say little about what the head has learned/],
  });
  assert.ok(reasonCodes(await onlyModel(workspace)).includes('sanity-head-randomised'));
  assertEnded(await workspace.run('audit', '--checks', 'basic'), { code: 0, out: ['tiny: ✓ pass\n'] });
  const refused = await workspace.run('audit', '--checks', 'some');
  assertEnded(refused, { code: 3, err: ['--checks'] });
});
