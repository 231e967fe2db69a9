import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { boundVariable } from '../../src/explainer/fork.ts';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

for (const [where, noBinding] of [
  ['as this system can', ''],
  ['where a thread looks', 'children.spawnSync = () => ({ status: 1 });'],
] as const)
  test(`processes and threads that load models get neither the token nor any other of the runner’s variables: ${where}`, async t => {
    const folder = await mkdtemp(join(tmpdir(), 'camdrift-spy-'));
    t.after(() => rm(folder, { recursive: true }));
    const seen = join(folder, 'seen.jsonl');
    const spyFile = join(folder, 'spy.mjs');
    // Loaded before the action, and before the process that it starts, it writes down what each process and thread gets.
    const spy = `import { appendFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
const require = createRequire(import.meta.url);
const saw = what => appendFileSync(${JSON.stringify(seen)}, JSON.stringify(what) + '\\n');
const threads = require('node:worker_threads');
threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    const { env = process.env, workerData } = options;
    saw({ kind: options.eval ? 'watchman' : 'thread', env, workerData });
    super(file, options);
  }
};
const children = require('node:child_process');
const { fork } = children;
children.fork = (file, args, { env = process.env, execArgv = [], ...options }) => {
  saw({ kind: 'process', env, args });
  return fork(file, args, { ...options, env, execArgv: [...execArgv, '--import=' + import.meta.url] });
};
${noBinding}
syncBuiltinESMExports();
`;
    await writeFile(spyFile, spy);
    const made = await scene(t, {
      before: await projectFiles({ config: { jobs: 2, batch: 1 } }),
      after: await modelFiles('models/tiny', shortcut),
    });
    const ran = await made.run({
      env: {
        NODE_OPTIONS: `--import=${pathToFileURL(spyFile)}`,
        ACTIONS_RUNTIME_TOKEN: 'a-runtime-token',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'an-identity-token',
      },
    });
    assert.equal(ran.outputs.verdict, 'fail', ran.stdout);
    const lines = (await readFile(seen, 'utf8')).trim().split('\n');
    const kinds = lines.map(line => JSON.parse(line).kind);
    // Linux may end what explains by itself, and nobody watches then.
    const bound = lines.some(line => JSON.parse(line).env[boundVariable]);
    assert.ok(!(bound && noBinding));
    assert.ok(kinds.includes('process') && kinds.includes('watchman') === !bound, `${kinds}`);
    assert.ok(kinds.filter(kind => kind === 'thread').length >= 2, 'one per model version at least');
    for (const line of lines) {
      const { kind, env } = JSON.parse(line);
      if (kind === 'thread') assert.deepEqual(env, {});
      assert.doesNotMatch(line, /ghs_|token/i);
      assert.doesNotMatch(Object.keys(env).join(), /GITHUB|ACTIONS|RUNNER|INPUT|NODE_OPTIONS/);
    }
  });
