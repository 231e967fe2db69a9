import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

test('with `setup: fast` an engine that cannot be installed is a warning, and the next one judges', async t => {
  const { run } = await scene(t, {
    before: await projectFiles({ config: { engine: 'auto' } }),
    after: await modelFiles('models/tiny', shortcut),
  });
  const tools = await mkdtemp(join(tmpdir(), 'camdrift-tools-'));
  t.after(() => rm(tools, { recursive: true, force: true }));
  const env = { RUNNER_TOOL_CACHE: tools, npm_config_registry: 'http://127.0.0.1:1/', npm_config_fetch_retries: '0' };
  const { stdout, outputs } = await run({ inputs: { comment: 'never', setup: 'fast' }, env });
  assert.match(
    stdout,
    /^::warning[^\n]*ONNX Runtime \(onnxruntime-node\) cannot be installed: npm says: [^\n]*127\.0\.0\.1/m,
  );
  assert.match(stdout, /^1 model to audit; engine: \w+ \(/m);
  assert.equal(outputs.verdict, 'fail');
  const plain = await run({ inputs: { comment: 'never' }, env });
  assert.doesNotMatch(plain.stdout, /cannot be installed/);
});
