import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Baseline } from '../../src/baselines/baseline.ts';
import { writeBaseline } from '../../src/baselines/directory.ts';
import type { ModelConfig } from '../../src/config/config.ts';
import { isKnownSound, isSound } from '../../src/events/_sound.ts';
import { modelDigest } from '../../src/models/index.ts';
import type { ModelResult } from '../../src/results/model.ts';
import { model as resultOf } from '../support/results.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';

const words = (name: string) =>
  JSON.stringify({ format: 'layers-model', modelTopology: { model_config: { name } }, weightsManifest: [] });

const maps: Omit<Baseline, 'model'> = {
  ...{ layer: { name: 'conv', width: 1, height: 1 }, methods: ['grad-cam'], score: 'logit', fit: 'fill', classes: 2 },
  preprocess: { scale: 1, mean: [0], std: [1], order: 'rgb' },
  ...{ input: { width: 8, height: 8, channels: 3 }, engine: { name: 'wasm', version: '1' }, tool: 'camdrift 0' },
  seen: new Map(),
};

/** Whether a model that a push leaves alone is known, by what is stored of it and what waits; and what is said. */
async function known(t: TestContext, storedOf: 'it' | 'another' | 'nothing', waiting?: (digest: string) => string) {
  const root = await temporaryFolder(t);
  const [path, baseline] = [join(root, 'm/model.json'), join(root, 'maps')];
  await mkdir(join(root, 'm'));
  await writeFile(path, words('now'));
  const digest = await modelDigest(path);
  if (storedOf !== 'nothing') {
    const of = storedOf === 'it' ? digest : 'f'.repeat(64);
    await writeBaseline(baseline, { ...maps, model: { path: 'm', format: 'tfjs-layers', digest: of } });
  }
  const model: Pick<ModelConfig, 'name' | 'baseline' | 'path' | 'load'> = { name: 'shoes', baseline, path, load: {} };
  const said: string[] = [];
  const asked: string[] = [];
  const sound = await isKnownSound(
    { runner: { notice: text => void said.push(text) } },
    { inRepository: file => relative(root, file) },
    model,
    async file => {
      asked.push(file);
      return waiting?.(digest);
    },
  );
  return { sound, said: said.length, asked };
}
const manifest = (digest: string) => JSON.stringify({ model: { digest } });

test('a model whose own baseline is stored may be stored anew, as with other fixtures', async t => {
  assert.deepEqual(await known(t, 'it'), { sound: true, said: 0, asked: [] });
  assert.deepEqual(await known(t, 'nothing'), { sound: true, said: 0, asked: [] }, 'of another version of camdrift');
});

test('another model that no push has judged is not stored by one that leaves it alone', async t => {
  const asked = ['maps/manifest.json'];
  assert.deepEqual(await known(t, 'another'), { sound: false, said: 1, asked });
  assert.deepEqual(await known(t, 'another', () => manifest('e'.repeat(64))), { sound: false, said: 1, asked });
  for (const text of ['', '{', 'null', '{}', '[]', '{"model":null}'])
    assert.equal((await known(t, 'another', () => text)).sound, false, text);
});

test('what an earlier push took for sound waits, and is carried on', async t => {
  assert.deepEqual(await known(t, 'another', manifest), { sound: true, said: 0, asked: ['maps/manifest.json'] });
});

test('of what fails or could not be judged nothing is made', () => {
  const notices: string[] = [];
  const runner = { notice: (text: string) => void notices.push(text) };
  const sound = (verdict: ModelResult['verdict']) => isSound({ runner }, { ...resultOf([]), verdict });
  assert.deepEqual((['pass', 'warn', 'accepted', 'fail', 'incomplete'] as const).map(sound), [
    true,
    true,
    true,
    false,
    false,
  ]);
  assert.equal(isSound({ runner }, undefined), true);
  assert.equal(notices.length, 2);
});
