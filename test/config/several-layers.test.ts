import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/read.ts';
import { layersBeside } from '../../src/config/several-layers.ts';
import { problem } from '../support/images.ts';

const models = (text: string) =>
  parseConfig(text, 'camdrift.yml').models.map(({ name, layer, baseline }) => ({ name, layer, baseline }));

test('a model of several layers is several models, each with a baseline of its own', () => {
  const found = models(
    'baseline: stored\nmodels:\n  - {name: pair, path: p.onnx, layer: [/a/Relu, /b/Relu]}\n  - {name: one, path: o.onnx, layer: [conv]}\n',
  );
  assert.deepEqual(found, [
    { name: 'pair.a-Relu', layer: '/a/Relu', baseline: 'stored/a-Relu' },
    { name: 'pair.b-Relu', layer: '/b/Relu', baseline: 'stored/b-Relu' },
    { name: 'one', layer: 'conv', baseline: undefined },
  ]);
});

test('what stands at the top holds for every model, and one layer twice is one', () => {
  const found = models(
    'layer: [a, b, a]\nmodels:\n  - {name: x, path: x.onnx}\n  - {name: y, path: y.onnx, layer: c}\n',
  );
  assert.deepEqual(
    found.map(({ name, layer }) => `${name} ${String(layer)}`),
    ['x.a a', 'x.b b', 'y c'],
  );
});

test('models of one file and output are known for layers of one', () => {
  const raw = parseConfig(
    'models:\n  - {name: x, path: x.onnx, layer: [a, b]}\n  - {name: y, path: x.onnx, layer: a, output: other}\n',
    'c.yml',
  );
  assert.deepEqual(
    raw.models.map(model => layersBeside(raw, model)),
    [['a', 'b'], ['a', 'b'], []],
  );
});

test('a long path is cut, and its name stays its own', () => {
  const long = 'block/'.repeat(40);
  const [first, second] = models(`models:\n  - {name: x, path: x.onnx, layer: [${long}a, ${long}b]}\n`);
  assert.ok(first!.name.length <= 100 && first!.name !== second!.name, first!.name);
  assert.throws(() => models('models:\n  - {name: x, path: x.onnx, layer: []}\n'), problem('config-invalid', /layer/));
});
