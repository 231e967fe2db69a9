import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

test('threads that load models get neither the token nor any other of the runner’s variables', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-spy-'));
  t.after(() => rm(folder, { recursive: true }));
  const seen = join(folder, 'seen.jsonl');
  // Loaded before the action, it writes down what every thread is started with.
  const spy = `import { appendFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
const threads = createRequire(import.meta.url)('node:worker_threads');
threads.Worker = class extends threads.Worker {
  constructor(file, { env = process.env, workerData }) {
    appendFileSync(${JSON.stringify(seen)}, JSON.stringify({ env, workerData }) + '\\n');
    super(file, { env, workerData });
  }
};
syncBuiltinESMExports();
`;
  await writeFile(join(folder, 'spy.mjs'), spy);
  const made = await scene(t, {
    before: await projectFiles({ config: { jobs: 2, batch: 1 } }),
    after: await modelFiles('models/tiny', shortcut),
  });
  const ran = await made.run({
    env: {
      NODE_OPTIONS: `--import=${pathToFileURL(join(folder, 'spy.mjs'))}`,
      ACTIONS_RUNTIME_TOKEN: 'a-runtime-token',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'an-identity-token',
    },
  });
  assert.equal(ran.outputs.verdict, 'fail', ran.stdout);
  const threads = (await readFile(seen, 'utf8')).trim().split('\n');
  assert.ok(threads.length >= 2, 'one per model version at least');
  for (const thread of threads) {
    assert.deepEqual(JSON.parse(thread).env, {});
    assert.doesNotMatch(thread, /ghs_|token/i);
  }
});
