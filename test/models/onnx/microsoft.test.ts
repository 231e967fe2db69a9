import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fromBinary } from '@bufbuild/protobuf';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Engine } from '../../../src/engines/engine.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { inLayout } from '../../../src/models/onnx/layout.ts';
import { ModelProtoSchema } from '../../../src/models/onnx/onnx_pb.ts';
import { operations } from '../../../src/models/onnx/operators/index.ts';
import { planOf } from '../../../src/models/onnx/plan.ts';
import { readTensor } from '../../../src/models/onnx/read-tensor.ts';
import { Runner } from '../../../src/models/onnx/runner.ts';
import { channelsLast, type Live, plain } from '../../../src/models/onnx/value.ts';
import { Weights } from '../../../src/models/onnx/weights.ts';
import { root } from '../../support/dist.ts';
import { deviation } from '../../support/maps.ts';

/** Made by scripts/make-onnx-fixtures.py with ONNX Runtime. */
interface Sample {
  readonly title: string;
  readonly model: string;
  readonly shape: number[];
  readonly input: number[];
  readonly output: number[];
}
const samples = JSON.parse(
  readFileSync(join(root, 'test/models/onnx/files/quantised/operators.json'), 'utf8'),
) as Sample[];

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

function runnerOf({ model }: Sample): (x: Live) => Tensor {
  const { core } = engine.tf;
  const { graph } = fromBinary(ModelProtoSchema, Buffer.from(model, 'base64'));
  const table = new Map(graph!.initializer.map(tensor => [tensor.name, tensor]));
  const constantOf = (name: string) => (table.has(name) ? readTensor(table.get(name)!, undefined, name) : undefined);
  const weights = new Weights(core);
  const plan = planOf(graph!.node, constantOf, ['x'], ['y'], 17, weights);
  const runner = new Runner(plan, weights, 'y', () => new Map());
  return x => inLayout(core, runner.run(new Map([['x', x]]), ['y'], 1)[0]!, 'plain');
}

for (const sample of samples) {
  test(`an operator of com.microsoft computes what ONNX Runtime computes: ${sample.title}`, () => {
    const { core } = engine.tf;
    const run = runnerOf(sample);
    const x = core.tensor(sample.input, sample.shape);
    assert.ok(deviation(run(plain(x)).dataSync(), sample.output) < 2e-6);
    if (sample.shape.length < 4) return;
    const turned = channelsLast(core.transpose(x, [0, 2, 3, 1]));
    assert.ok(deviation(run(turned).dataSync(), sample.output) < 2e-6, 'channels last');
  });
}

test('every operator of com.microsoft is looked at, here or in a network', () => {
  const inNetworks = ['QLinearAdd', 'QLinearMul', 'QLinearConcat', 'QGemm'];
  const seen = new Set([...samples.map(({ title }) => title.split(' ')[0]!), ...inNetworks]);
  const claimed = Object.keys(operations).flatMap(name => name.split('com.microsoft.')[1] ?? []);
  assert.deepEqual([...seen].sort(), claimed.sort());
});
