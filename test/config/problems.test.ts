import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/read.ts';
import { CamdriftError } from '../../src/errors.ts';

/** The mistakes that a text has, without the file's name. */
function mistakes(text: string): string[] {
  try {
    parseConfig(text, 'f');
  } catch (error) {
    assert.ok(error instanceof CamdriftError && error.code === 'config-invalid');
    return error.message
      .split('\n')
      .slice(1)
      .map(line => line.replace(/^f:/, ''));
  }
  return [];
}

const model = 'models: [{name: a, path: m}]';

const cases: Readonly<Record<string, string>> = {
  [`regions: [{form: a.json, from: a.json}]\n${model}`]:
    '1:12 regions[0].form unknown key `form`. Did you mean `from`?',
  [`regions: [{from: a.json, rules: [inside > 0.5]}]\n${model}`]:
    '1:34 regions[0].rules[0] expected a rule such as "inside >= 0.5", "outside <= 0.1" or "pointing >= 0.8", got "inside > 0.5".',
  [`regions: [{from: a.json, rules: [pointing <= 1.5]}]\n${model}`]:
    '1:34 regions[0].rules[0] expected a rule such as "inside >= 0.5", "outside <= 0.1" or "pointing >= 0.8", got "pointing <= 1.5".',
  [`layr: conv\n${model}`]: '1:1 layr unknown key `layr`. Did you mean `layer`?',
  [`qwertz: 1\n${model}`]: '1:1 qwertz unknown key `qwertz`.',
  'models: [{name: a}]': '1:10 models[0].path is missing; expected string.',
  'fixtures: [x]': '1:1 models is missing; expected array.',
  'models: []': '1:1 models Too small: expected array to have >=1 items, got [].',
  [`engine: wsm\n${model}`]:
    '1:1 engine expected one of auto, onnxruntime, native, wasm, got "wsm". Did you mean `wasm`?',
  [`jobs: 0\n${model}`]: '1:1 jobs Too small: expected number to be >=1, got 0.',
  [`jobs: two\n${model}`]: '1:1 jobs expected number, got "two".',
  [`fixtures: x.png\n${model}`]: '1:1 fixtures expected array, got "x.png".',
  [`fixtures: [1]\n${model}`]: '1:12 fixtures[0] expected string, got 1.',
  [`size: 224\n${model}`]: '1:1 size expected tuple or string, got 224.',
  [`thresholds: {overlap: 2}\n${model}`]: '1:14 thresholds.overlap Too big: expected number to be <=1, got 2.',
  [`thresholds: {overlp: 1}\n${model}`]: '1:14 thresholds.overlp unknown key `overlp`. Did you mean `overlap`?',
  [`preprocess: {men: 1}\n${model}`]: '1:14 preprocess.men unknown key `men`. Did you mean `mean`?',
  [`baseline-preprocess: {orde: rgb}\n${model}`]:
    '1:23 baseline-preprocess.orde unknown key `orde`. Did you mean `order`?',
  [`preprocess: {order: grb}\n${model}`]:
    '1:14 preprocess.order expected one of rgb, bgr, got "grb". Did you mean `rgb`?',
  [`labels: [${Array.from({ length: 40 }, (_, index) => `{n: ${index}}`)}]\n${model}`]:
    '1:10 labels[0] expected string, got {"n":0}.',
};

for (const [text, expected] of Object.entries(cases)) {
  test(text.split('\n')[0]!.slice(0, 60), () => assert.equal(mistakes(text)[0], expected));
}

test('what is right is taken: names of methods in any writing, one value for all channels, sizes as text', () => {
  const text = `methods: [Grad-CAM++, gradcam]\npreprocess: {mean: 3}\nsize: 32x16\n${model}`;
  const { methods, preprocess, size } = parseConfig(text, 'f');
  assert.deepEqual(methods, ['grad-cam++', 'grad-cam']);
  assert.deepEqual(preprocess, { scale: 1, mean: [3], std: [1], order: 'rgb' });
  assert.deepEqual(size, { width: 32, height: 16 });
});

test('JSON is YAML', () => {
  assert.deepEqual(parseConfig('{"models": [{"name": "a", "path": "m"}]}', 'f').models, [{ name: 'a', path: 'm' }]);
});

test('long values are cut short', () => {
  const [found = ''] = mistakes(`engine: ${'x'.repeat(500)}\n${model}`);
  assert.ok(found.length < 200 && found.includes('...'), found);
});
