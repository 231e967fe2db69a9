import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { exitCodes } from '../../src/errors.ts';
import { camdrift, type Finished, root } from '../support/dist.ts';
import { whyNoEngine } from '../support/engines.ts';

/** An installation of camdrift that has nothing beside it but what is written there. */
async function installed(t: TestContext, beside: Readonly<Record<string, string>> = {}) {
  const home = await mkdtemp(join(tmpdir(), 'camdrift-installed-'));
  t.after(() => rm(home, { recursive: true, force: true }));
  await cp(join(root, 'dist'), join(home, 'dist'), { recursive: true });
  await writeFile(join(home, 'package.json'), '{"type": "module"}');
  await place(home, beside);
  return (engine: string, cwd = root, env: Record<string, string> = {}): Promise<Finished> =>
    camdrift(['layers', '--model', join(root, 'fixtures/keras/tiny.keras'), '--engine', engine], {
      cli: join(home, 'dist/cli.js'),
      cwd,
      env: { CAMDRIFT_ENGINE_FOLDER: join(home, 'engines'), ...env },
    });
}

async function place(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const of = (file: string) => `node_modules/onnxruntime-node/${file}`;
const program = of(`bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node`);
const broken: Readonly<Record<string, { beside: Record<string, string>; words: RegExp }>> = {
  'is not there': { beside: {}, words: /ONNX Runtime \(onnxruntime-node\) is not installed\./ },
  'is of another version': {
    beside: { [of('package.json')]: '{"version": "1.19.2"}' },
    words: /it is version 1\.19\.2; expected 1\.30\.0/,
  },
  'is not whole': { beside: { [of('package.json')]: '{"version": "1.30.0"}' }, words: / is missing/ },
  'is not the one that was published': {
    beside: { [of('package.json')]: '{"version": "1.30.0"}', [program]: 'another program' },
    words: /is not the file that was published: it is damaged, or was tampered with|is missing/,
  },
  'says nothing that can be read': { beside: { [of('package.json')]: '{' }, words: /Invalid package config/ },
};

for (const [what, { beside, words }] of Object.entries(broken))
  test(`ONNX Runtime ${what}: it is told why, and auto takes the next engine`, async t => {
    const layers = await installed(t, beside);
    const asked = await layers('onnxruntime');
    assert.equal(asked.code, exitCodes.configuration, asked.stderr);
    assert.equal(/ONNX Runtime \(onnxruntime-node\) cannot be loaded: /.test(asked.stderr), what !== 'is not there');
    assert.match(asked.stderr, words);
    const auto = await layers('auto');
    assert.equal(auto.code, 0, auto.stderr);
    assert.match(
      auto.stderr,
      /^engine: wasm \(tfjs 4\.22\.0, wasm fma\)\. ONNX Runtime .*\. The native engine \(@tensorflow\/tfjs-node\) is not installed$/m,
    );
    assert.match(auto.stderr.replace('not installed. The', 'not installed.. The'), words);
  });

test('a workspace that brings an engine of its own is not asked', async t => {
  const layers = await installed(t);
  const workspace = await mkdtemp(join(tmpdir(), 'camdrift-workspace-'));
  t.after(() => rm(workspace, { recursive: true, force: true }));
  const loud = 'console.error("run from the workspace"); process.exit(0);';
  await place(workspace, {
    [of('package.json')]: '{"version": "1.30.0"}',
    [of('dist/index.js')]: loud,
    [program]: loud,
  });
  for (const engine of ['auto', 'onnxruntime']) {
    const { stderr, code } = await layers(engine, workspace);
    assert.equal(code, engine === 'auto' ? 0 : exitCodes.configuration, stderr);
    assert.doesNotMatch(stderr, /run from the workspace/);
  }
});

test('programs that `camdrift setup` installed are taken when every one is as it was published', {
  skip: await whyNoEngine('onnxruntime'),
}, async t => {
  const layers = await installed(t);
  const engines = await mkdtemp(join(tmpdir(), 'camdrift-engines-'));
  t.after(() => rm(engines, { recursive: true, force: true }));
  const programs = join(engines, `onnxruntime-1.30.0-${process.platform}-${process.arch}`);
  await cp(join(root, dirname(program)), programs, { recursive: true });
  const env = { CAMDRIFT_ENGINE_FOLDER: engines };
  const asked = await layers('auto', root, env);
  assert.match(asked.stderr, /^engine: onnxruntime \(onnxruntime 1\.30\.0, tfjs 4\.22\.0, wasm fma\)$/m);
  await truncate(join(programs, 'onnxruntime_binding.node'), 1000);
  const damaged = await layers('auto', root, env);
  assert.match(
    damaged.stderr,
    /^engine: wasm \(.*\)\. ONNX Runtime .* cannot be loaded: .*onnxruntime_binding\.node is not the file that was published/m,
  );
  assert.equal(damaged.code, 0);
});
